// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/StudentDirectory.h"

namespace edupro::people {

namespace {

struct NumberRow {
    StudentId id;
    QString nis;
    static constexpr auto schema()
    {
        return entity(
            "list_student_numbers", field(&NumberRow::id, "id"), field(&NumberRow::nis, "nis"));
    }
};

} // namespace

Done StudentDirectory::load(storage::Store& store)
{
    const auto rows = store.query<NumberRow>(QStringLiteral("people/list_student_numbers"));
    if (!rows) return rows.error();
    m_students.clear();
    m_students.reserve(static_cast<qsizetype>(rows->size()));
    for (const NumberRow& row : *rows)
        m_students.insert(row.nis, row.id);
    return done();
}

std::optional<StudentId> StudentDirectory::find(const QString& nis) const
{
    const auto found = m_students.constFind(nis);
    return found != m_students.constEnd() ? std::optional(*found) : std::nullopt;
}

std::optional<StudentId> StudentDirectory::studentOf(exchange::ImportRow& row) const
{
    const QString field = QStringLiteral("nis");
    row.require(field);
    const QString nis = row.identifier(field);
    if (nis.isEmpty()) return std::nullopt;
    const std::optional<StudentId> student = find(nis);
    if (!student)
        row.reject(
            field,
            QStringLiteral("unknown_student"),
            QStringLiteral("no student has this NIS; import the students first, and check whether "
                           "leading zeros were dropped"));
    return student;
}

} // namespace edupro::people
