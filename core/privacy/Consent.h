// SPDX-License-Identifier: GPL-3.0-or-later
// What a parent has agreed to or objected to, per purpose.
#pragma once

#include "core/people/Student.h"

#include <QDate>

#include <optional>

namespace edupro {

using ConsentId = Id<struct ConsentTag>;

/// An objection to the purpose "prediction" switches the early warning off for that student.
struct Consent {
    ConsentId id;
    StudentId student;
    QString purpose;
    QString state;
    QDate since;
    std::optional<QString> statedBy; ///< the parent

    static constexpr auto schema()
    {
        // clang-format off
        return entity("consents",
            field(&Consent::id,       "id",         label("Consent", "Id"),        {.key = true, .hidden = true}),
            field(&Consent::student,  "student_id", label("Consent", "Student"),   {.required = true, .references = "students"}),
            field(&Consent::purpose,  "purpose",    label("Consent", "Purpose"),   {.required = true, .choices = "prediction|income|health|publication"}),
            field(&Consent::state,    "state",      label("Consent", "State"),     {.required = true, .choices = "given|withdrawn|objected"}),
            field(&Consent::since,    "since",      label("Consent", "Since"),     {.required = true}),
            field(&Consent::statedBy, "stated_by",  label("Consent", "Stated by"), {.identifying = true, .length = {2, 100}}));
        // clang-format on
    }
    friend bool operator==(const Consent&, const Consent&) = default;
};

/// One statement in force per student and purpose.
inline QString naturalKeyOf(const Consent& consent)
{
    return consent.student.text() + u'/' + consent.purpose;
}

} // namespace edupro
