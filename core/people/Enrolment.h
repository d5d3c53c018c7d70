// SPDX-License-Identifier: GPL-3.0-or-later
// A student in a class, from a day on.
#pragma once

#include "core/people/Student.h"
#include "core/school/ClassGroup.h"

#include <QDate>

#include <optional>
#include <vector>

namespace edupro {

using EnrolmentId = Id<struct EnrolmentTag>;

struct Enrolment {
    EnrolmentId id;
    StudentId student;
    ClassGroupId classGroup;
    QDate startsOn;
    std::optional<QDate> endsOn; ///< none: to the end of the school year

    static constexpr auto schema()
    {
        // clang-format off
        return entity("enrolments",
            field(&Enrolment::id,         "id",             label("Enrolment", "Id"),      {.key = true, .hidden = true}),
            field(&Enrolment::student,    "student_id",     label("Enrolment", "Student"), {.required = true, .references = "students"}),
            field(&Enrolment::classGroup, "class_group_id", label("Enrolment", "Class"),   {.required = true, .references = "class_groups"}),
            field(&Enrolment::startsOn,   "starts_on",      label("Enrolment", "From"),    {.required = true}),
            field(&Enrolment::endsOn,     "ends_on",        label("Enrolment", "Until")));
        // clang-format on
    }
    friend bool operator==(const Enrolment&, const Enrolment&) = default;
};

inline QString naturalKeyOf(const Enrolment& enrolment)
{
    return enrolment.student.text() + u'/' + enrolment.classGroup.text() + u'/' +
           enrolment.startsOn.toString(Qt::ISODate);
}

inline std::vector<Issue> issuesOf(const Enrolment& enrolment)
{
    if (!enrolment.endsOn || *enrolment.endsOn >= enrolment.startsOn) return {};
    return {
        {.field = "ends_on",
         .rule = "order",
         .value = enrolment.endsOn->toString(Qt::ISODate).toStdString()}};
}

} // namespace edupro
