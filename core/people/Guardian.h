// SPDX-License-Identifier: GPL-3.0-or-later
// A parent or guardian, and whose they are; siblings share one.
#pragma once

#include "core/people/Student.h"

#include <optional>

namespace edupro {

using GuardianId = Id<struct GuardianTag>;
using StudentGuardianId = Id<struct StudentGuardianTag>;

struct Guardian {
    GuardianId id;
    std::optional<QString> name; ///< income lists often name only the student
    std::optional<QString> occupation;
    std::optional<QString> phone;
    std::optional<QString> nik; ///< the number of the person, 16 digits

    static constexpr auto schema()
    {
        // clang-format off
        return entity("guardians",
            field(&Guardian::id,         "id",         label("Guardian", "Id"),         {.key = true, .hidden = true}),
            field(&Guardian::name,       "name",       label("Guardian", "Name"),       {.searched = 1, .identifying = true, .length = {2, 100}}),
            field(&Guardian::occupation, "occupation", label("Guardian", "Occupation"), {.identifying = true, .length = {2, 60}}),
            field(&Guardian::phone,      "phone",      label("Guardian", "Phone"),      {.identifying = true, .length = {5, 30}}),
            field(&Guardian::nik,        "nik",        label("Guardian", "NIK"),        {.sealed = true, .identifying = true, .pattern = "[0-9]{16}"}));
        // clang-format on
    }
    friend bool operator==(const Guardian&, const Guardian&) = default;
};

struct StudentGuardian {
    StudentGuardianId id;
    StudentId student;
    GuardianId guardian;
    QString relation;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("student_guardians",
            field(&StudentGuardian::id,       "id",          label("StudentGuardian", "Id"),       {.key = true, .hidden = true}),
            field(&StudentGuardian::student,  "student_id",  label("StudentGuardian", "Student"),  {.required = true, .references = "students"}),
            field(&StudentGuardian::guardian, "guardian_id", label("StudentGuardian", "Guardian"), {.required = true, .references = "guardians"}),
            field(&StudentGuardian::relation, "relation",    label("StudentGuardian", "Relation"), {.required = true, .choices = "father|mother|guardian"}));
        // clang-format on
    }
    friend bool operator==(const StudentGuardian&, const StudentGuardian&) = default;
};

/// A student has one father, one mother and one guardian at a time.
inline QString naturalKeyOf(const StudentGuardian& link)
{
    return link.student.text() + u'/' + link.relation;
}

} // namespace edupro
