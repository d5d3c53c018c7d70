// SPDX-License-Identifier: GPL-3.0-or-later
// Attendance per day: a list was taken for a class, and who was not simply present on it.
#pragma once

#include "core/people/Student.h"
#include "core/school/ClassGroup.h"

#include <QDate>

namespace edupro {

using AttendanceSessionId = Id<struct AttendanceSessionTag>;
using AttendanceDayId = Id<struct AttendanceDayTag>;

// The list of a class on a day was taken. Without it the day does not count: not recorded is not
// present.
struct AttendanceSession {
    AttendanceSessionId id;
    ClassGroupId classGroup;
    QDate day;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("attendance_sessions",
            field(&AttendanceSession::id,         "id",             label("AttendanceSession", "Id"),    {.key = true, .hidden = true}),
            field(&AttendanceSession::classGroup, "class_group_id", label("AttendanceSession", "Class"), {.required = true, .references = "class_groups"}),
            field(&AttendanceSession::day,        "day",            label("AttendanceSession", "Day"),   {.required = true}));
        // clang-format on
    }
    friend bool operator==(const AttendanceSession&, const AttendanceSession&) = default;
};

// One student on one day: H present, S sick, I excused, A absent. Who has no row on a day whose
// list was taken was present.
struct AttendanceDay {
    AttendanceDayId id;
    StudentId student;
    QDate day;
    QString status;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("attendance_days",
            field(&AttendanceDay::id,      "id",         label("AttendanceDay", "Id"),      {.key = true, .hidden = true}),
            field(&AttendanceDay::student, "student_id", label("AttendanceDay", "Student"), {.required = true, .references = "students"}),
            field(&AttendanceDay::day,     "day",        label("AttendanceDay", "Day"),     {.required = true}),
            field(&AttendanceDay::status,  "status",     label("AttendanceDay", "Status"),  {.required = true, .choices = "H|S|I|A"}));
        // clang-format on
    }
    friend bool operator==(const AttendanceDay&, const AttendanceDay&) = default;
};

inline QString naturalKeyOf(const AttendanceSession& session)
{
    return session.classGroup.text() + u'/' + session.day.toString(Qt::ISODate);
}

inline QString naturalKeyOf(const AttendanceDay& day)
{
    return day.student.text() + u'/' + day.day.toString(Qt::ISODate);
}

} // namespace edupro
