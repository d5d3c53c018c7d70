// SPDX-License-Identifier: GPL-3.0-or-later
// One pupil, as the school knows them.
#pragma once

#include "core/record/Schema.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace edupro {

using StudentId = Id<struct StudentTag>;

struct Student {
    StudentId id;
    QString nis; ///< given by the school; zeros, dots and slashes stay
    QString name;
    std::optional<QString> nisn;
    std::optional<QString> gender; ///< L, P or X (unknown)
    std::optional<QDate> birthDate;
    std::optional<QString> address;
    std::optional<QString> nik;              ///< the number of the person, 16 digits
    std::optional<QString> familyCardNumber; ///< No. KK
    std::optional<QString> healthNotes;
    QString status = QStringLiteral("active");

    static constexpr auto schema()
    {
        // clang-format off
        return entity("students",
            field(&Student::id,               "id",                 label("Student", "Id"),                 {.key = true, .hidden = true}),
            field(&Student::nis,              "nis",                label("Student", "NIS"),                {.required = true, .unique = true, .searched = 2, .identifying = true, .length = {5, 20}}),
            field(&Student::name,             "name",               label("Student", "Name"),               {.required = true, .searched = 1, .identifying = true, .length = {2, 100}}),
            field(&Student::nisn,             "nisn",               label("Student", "NISN"),               {.unique = true, .identifying = true, .pattern = "[0-9]{10}"}),
            field(&Student::gender,           "gender",             label("Student", "Gender"),             {.choices = "L|P|X"}),
            field(&Student::birthDate,        "birth_date",         label("Student", "Born"),               {.past = true, .identifying = true}),
            field(&Student::address,          "address",            label("Student", "Address"),            {.identifying = true, .length = {0, 200}}),
            field(&Student::nik,              "nik",                label("Student", "NIK"),                {.sealed = true, .lookup = true, .identifying = true, .pattern = "[0-9]{16}"}),
            field(&Student::familyCardNumber, "family_card_number", label("Student", "Family card number"), {.sealed = true, .identifying = true, .pattern = "[0-9]{16}"}),
            field(&Student::healthNotes,      "health_notes",       label("Student", "Health notes"),       {.sealed = true, .identifying = true, .length = {0, 1000}}),
            field(&Student::status,           "status",             label("Student", "Status"),             {.required = true, .choices = "active|graduated|transferred|left"}));
        // clang-format on
    }
    friend bool operator==(const Student&, const Student&) = default;
};

/// Warnings: a NISN whose first three digits are not the last three of the birth year (rule
/// "birth_year"), a NIK whose digits 7 to 12 are not the birth date (rule "birth_date"; women's day
/// is 40 more), a NIK that is the family card's number (rule "family_card").
std::vector<Issue> issuesOf(const Student& student);

} // namespace edupro
