// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/Student.h"

namespace edupro {

std::vector<Issue> issuesOf(const Student& student)
{
    if (!student.nisn || !student.birthDate || student.nisn->size() != 10) return {};
    const QString expected =
        QStringLiteral("%1").arg(student.birthDate->year() % 1000, 3, 10, QLatin1Char('0'));
    if (student.nisn->startsWith(expected)) return {};
    return {
        {.field = "nisn",
         .rule = "birth_year",
         .value = student.nisn->toStdString(),
         .limit = expected.toStdString(),
         .warning = true}};
}

} // namespace edupro
