// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/Student.h"

namespace edupro {

namespace {

/// Digits 7 to 12 of a NIK: DDMMYY of the birth, the day of a woman plus 40.
QString birthDigits(QDate born, bool woman)
{
    return QStringLiteral("%1").arg(born.day() + (woman ? 40 : 0), 2, 10, QLatin1Char('0')) +
           born.toString(QStringLiteral("MMyy"));
}

void checkNisn(const Student& student, std::vector<Issue>& issues)
{
    if (!student.nisn || !student.birthDate || student.nisn->size() != 10) return;
    const QString expected =
        QStringLiteral("%1").arg(student.birthDate->year() % 1000, 3, 10, QLatin1Char('0'));
    if (student.nisn->startsWith(expected)) return;
    issues.push_back(
        {.field = "nisn",
         .rule = "birth_year",
         .value = student.nisn->toStdString(),
         .limit = expected.toStdString(),
         .warning = true});
}

void checkNik(const Student& student, std::vector<Issue>& issues)
{
    if (!student.nik || student.nik->size() != 16) return;
    if (student.familyCardNumber == student.nik)
        issues.push_back({.field = "nik", .rule = "family_card", .warning = true});
    if (!student.birthDate) return;
    const QString stated = student.nik->mid(6, 6);
    const QString man = birthDigits(*student.birthDate, false);
    const QString woman = birthDigits(*student.birthDate, true);
    const bool fits = student.gender == QStringLiteral("L")   ? stated == man
                      : student.gender == QStringLiteral("P") ? stated == woman
                                                              : stated == man || stated == woman;
    if (fits) return;
    const QString expected = student.gender == QStringLiteral("P") ? woman : man;
    // Without the value: a warning about a sealed number must not carry it about.
    issues.push_back(
        {.field = "nik", .rule = "birth_date", .limit = expected.toStdString(), .warning = true});
}

} // namespace

std::vector<Issue> issuesOf(const Student& student)
{
    std::vector<Issue> issues;
    checkNisn(student, issues);
    checkNik(student, issues);
    return issues;
}

} // namespace edupro
