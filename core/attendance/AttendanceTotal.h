// SPDX-License-Identifier: GPL-3.0-or-later
// A student's attendance over a whole term, in days, as the report card states it.
#pragma once

#include "core/people/Student.h"
#include "core/school/Term.h"

#include <string>
#include <vector>

namespace edupro {

using AttendanceTotalId = Id<struct AttendanceTotalTag>;

struct AttendanceTotal {
    AttendanceTotalId id;
    StudentId student;
    TermId term;
    int effectiveDays = 0; ///< days with a record
    int sick = 0;
    int excused = 0;
    int absent = 0; ///< without a reason (alpa)

    static constexpr auto schema()
    {
        // clang-format off
        return entity("attendance_totals",
            field(&AttendanceTotal::id,            "id",             label("AttendanceTotal", "Id"),             {.key = true, .hidden = true}),
            field(&AttendanceTotal::student,       "student_id",     label("AttendanceTotal", "Student"),        {.required = true, .references = "students"}),
            field(&AttendanceTotal::term,          "term_id",        label("AttendanceTotal", "Term"),           {.required = true, .references = "terms"}),
            field(&AttendanceTotal::effectiveDays, "effective_days", label("AttendanceTotal", "Effective days"), {.required = true, .range = Range{0, 184}}),
            field(&AttendanceTotal::sick,          "sick",           label("AttendanceTotal", "Sick"),           {.required = true, .range = Range{0, 184}}),
            field(&AttendanceTotal::excused,       "excused",        label("AttendanceTotal", "Excused"),        {.required = true, .range = Range{0, 184}}),
            field(&AttendanceTotal::absent,        "absent",         label("AttendanceTotal", "Absent"),         {.required = true, .range = Range{0, 184}}));
        // clang-format on
    }
    friend bool operator==(const AttendanceTotal&, const AttendanceTotal&) = default;
};

inline QString naturalKeyOf(const AttendanceTotal& total)
{
    return total.student.text() + u'/' + total.term.text();
}

/// More days missed than there were is an error of the days missed.
inline std::vector<Issue> issuesOf(const AttendanceTotal& total)
{
    const int missed = total.sick + total.excused + total.absent;
    if (missed <= total.effectiveDays) return {};
    return {
        {.field = "effective_days",
         .rule = "days_missed",
         .value = std::to_string(missed),
         .limit = std::to_string(total.effectiveDays)}};
}

} // namespace edupro
