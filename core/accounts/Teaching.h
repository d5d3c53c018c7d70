// SPDX-License-Identifier: GPL-3.0-or-later
// Who teaches which class and subject in a term, and whose class it is: what makes a row a
// teacher's own.
#pragma once

#include "core/accounts/User.h"
#include "core/school/ClassGroup.h"
#include "core/school/Subject.h"
#include "core/school/Term.h"

namespace edupro {

using TeachingId = Id<struct TeachingTag>;
using HomeroomId = Id<struct HomeroomTag>;

struct Teaching {
    TeachingId id;
    ClassGroupId classGroup;
    SubjectId subject;
    UserId user;
    TermId term;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("teachings",
            field(&Teaching::id,         "id",             label("Teaching", "Id"),      {.key = true, .hidden = true}),
            field(&Teaching::classGroup, "class_group_id", label("Teaching", "Class"),   {.required = true, .references = "class_groups"}),
            field(&Teaching::subject,    "subject_id",     label("Teaching", "Subject"), {.required = true, .references = "subjects"}),
            field(&Teaching::user,       "user_id",        label("Teaching", "Teacher"), {.required = true, .references = "users"}),
            field(&Teaching::term,       "term_id",        label("Teaching", "Term"),    {.required = true, .references = "terms"}));
        // clang-format on
    }
    friend bool operator==(const Teaching&, const Teaching&) = default;
};

/// Two people may teach a subject together.
inline QString naturalKeyOf(const Teaching& teaching)
{
    return teaching.classGroup.text() + u'/' + teaching.subject.text() + u'/' +
           teaching.user.text() + u'/' + teaching.term.text();
}

/// A class has one; the school year is the class's.
struct Homeroom {
    HomeroomId id;
    ClassGroupId classGroup;
    UserId user;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("homerooms",
            field(&Homeroom::id,         "id",             label("Homeroom", "Id"),               {.key = true, .hidden = true}),
            field(&Homeroom::classGroup, "class_group_id", label("Homeroom", "Class"),            {.required = true, .references = "class_groups"}),
            field(&Homeroom::user,       "user_id",        label("Homeroom", "Homeroom teacher"), {.required = true, .references = "users"}));
        // clang-format on
    }
    friend bool operator==(const Homeroom&, const Homeroom&) = default;
};

inline QString naturalKeyOf(const Homeroom& homeroom)
{
    return homeroom.classGroup.text();
}

} // namespace edupro
