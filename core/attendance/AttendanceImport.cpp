// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/AttendanceImport.h"

#include "core/attendance/AttendanceTotal.h"
#include "core/people/StudentDirectory.h"
#include "core/school/TermCell.h"

namespace edupro::attendance {

using exchange::ImportRow;
using exchange::RowOutcome;

namespace {

const QString nisField = QStringLiteral("nis");
const QString effectiveField = QStringLiteral("effective_days");
const QString presentField = QStringLiteral("present");

/// The days in a cell; a missing cell is zero. Values that no column can hold are refused.
int daysIn(ImportRow& row, const QString& field)
{
    const qint64 days = row.whole(field).value_or(0);
    row.checkValue<AttendanceTotal>(field, u"effective_days", static_cast<qlonglong>(days));
    return row.isRejected() ? 0 : static_cast<int>(days);
}

class AttendanceImport final : public exchange::RowImport {
public:
    QList<exchange::WantedField> fields() const override
    {
        return {
            {nisField, true},
            {school::termField(), true},
            {effectiveField},
            {presentField},
            {QStringLiteral("sick")},
            {QStringLiteral("excused")},
            {QStringLiteral("absent")}};
    }

    Done begin(storage::Store& store, const exchange::ImportTable& table) override
    {
        m_hasEffective = table.column(effectiveField) >= 0;
        if (!m_hasEffective && table.column(presentField) < 0)
            return Error{
                .code = ErrorCode::Validation,
                .key = "import.heading_missing",
                .detail = "no column for \"effective_days\" and none for \"present\"; say which "
                          "it is with --map \"Heading=effective_days\"",
                .issues = {{.field = "effective_days", .rule = "import.heading_missing"}}};
        return m_students.load(store);
    }

    Result<RowOutcome> take(storage::Store& store, ImportRow& row) override
    {
        const auto student = m_students.studentOf(row);
        const QString code = school::termCodeIn(row);
        AttendanceTotal total = daysOf(row);
        if (row.isRejected()) return RowOutcome::Rejected;
        total.student = *student;
        if (!row.check(total, {"term_id"})) return RowOutcome::Rejected;
        if (!row.claim(nisField, student->text() + u'/' + code)) return RowOutcome::Rejected;
        const auto term = school::openTermIn(store, m_names, code, row);
        if (!term) return term.error();
        if (row.isRejected()) return RowOutcome::Rejected;
        total.term = *term;
        return exchange::saveRow(store, total, row);
    }

private:
    AttendanceTotal daysOf(ImportRow& row) const
    {
        AttendanceTotal total;
        total.sick = daysIn(row, QStringLiteral("sick"));
        total.excused = daysIn(row, QStringLiteral("excused"));
        total.absent = daysIn(row, QStringLiteral("absent"));
        const QString counted = m_hasEffective ? effectiveField : presentField;
        row.require(counted);
        total.effectiveDays = daysIn(row, counted);
        if (!m_hasEffective) total.effectiveDays += total.sick + total.excused + total.absent;
        return total;
    }

    bool m_hasEffective = false;
    people::StudentDirectory m_students;
    school::NameCache m_names;
};

} // namespace

std::unique_ptr<exchange::RowImport> attendanceImport()
{
    return std::make_unique<AttendanceImport>();
}

} // namespace edupro::attendance
