// SPDX-License-Identifier: GPL-3.0-or-later
// Attendance per day: a list was taken for a class, and who was not simply present on it.
#pragma once

#include "core/people/Student.h"
#include "core/school/ClassGroup.h"

#include <QDate>

#include <optional>
#include <vector>

namespace edupro {

using AttendanceSessionId = Id<struct AttendanceSessionTag>;
using AttendanceDayId = Id<struct AttendanceDayTag>;

// The list of a class on a day was taken. Without it, or while it is a draft, the day does not
// count: not recorded is not present.
struct AttendanceSession {
    AttendanceSessionId id;
    ClassGroupId classGroup;
    QDate day;
    QString state = QStringLiteral("submitted"); ///< draft: being taken
    std::optional<QString> reason;               ///< of the last correction

    static constexpr auto schema()
    {
        // clang-format off
        return entity("attendance_sessions",
            field(&AttendanceSession::id,         "id",             label("AttendanceSession", "Id"),     {.key = true, .hidden = true}),
            field(&AttendanceSession::classGroup, "class_group_id", label("AttendanceSession", "Class"),  {.required = true, .references = "class_groups"}),
            field(&AttendanceSession::day,        "day",            label("AttendanceSession", "Day"),    {.required = true}),
            field(&AttendanceSession::state,      "state",          label("AttendanceSession", "State"),  {.required = true, .choices = "draft|submitted|corrected"}),
            field(&AttendanceSession::reason,     "reason",         label("AttendanceSession", "Reason"), {.length = {3, 200}}));
        // clang-format on
    }
    friend bool operator==(const AttendanceSession&, const AttendanceSession&) = default;
};

// One student on one day: H present, S sick, I excused, A absent. Who has no row on a day whose
// list was taken was present, neither late nor away early.
struct AttendanceDay {
    AttendanceDayId id;
    StudentId student;
    QDate day;
    QString status;
    bool late = false;
    bool leftEarly = false;
    std::optional<QString> note;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("attendance_days",
            field(&AttendanceDay::id,        "id",         label("AttendanceDay", "Id"),         {.key = true, .hidden = true}),
            field(&AttendanceDay::student,   "student_id", label("AttendanceDay", "Student"),    {.required = true, .references = "students"}),
            field(&AttendanceDay::day,       "day",        label("AttendanceDay", "Day"),        {.required = true}),
            field(&AttendanceDay::status,    "status",     label("AttendanceDay", "Status"),     {.required = true, .choices = "H|S|I|A"}),
            field(&AttendanceDay::late,      "late",       label("AttendanceDay", "Late")),
            field(&AttendanceDay::leftEarly, "left_early", label("AttendanceDay", "Left early")),
            field(&AttendanceDay::note,      "note",       label("AttendanceDay", "Note"),       {.identifying = true, .length = {0, 200}}));
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

/// A correction has a reason.
inline std::vector<Issue> issuesOf(const AttendanceSession& session)
{
    if (session.state != u"corrected" || session.reason) return {};
    return {{.field = "reason", .rule = "required"}};
}

/// Only who was present can have been late or have left early.
inline std::vector<Issue> issuesOf(const AttendanceDay& day)
{
    if (day.status == u"H" || !(day.late || day.leftEarly)) return {};
    return {
        {.field = day.late ? "late" : "left_early",
         .rule = "not_present",
         .value = day.status.toStdString()}};
}

} // namespace edupro
