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
    QString status = QStringLiteral("active");

    static constexpr auto schema()
    {
        // clang-format off
        return entity("students",
            field(&Student::id,        "id",         label("Student", "Id"),      {.key = true, .hidden = true}),
            field(&Student::nis,       "nis",        label("Student", "NIS"),     {.required = true, .unique = true, .searched = 2, .length = {5, 20}}),
            field(&Student::name,      "name",       label("Student", "Name"),    {.required = true, .searched = 1, .length = {2, 100}}),
            field(&Student::nisn,      "nisn",       label("Student", "NISN"),    {.unique = true, .pattern = "[0-9]{10}"}),
            field(&Student::gender,    "gender",     label("Student", "Gender"),  {.choices = "L|P|X"}),
            field(&Student::birthDate, "birth_date", label("Student", "Born"),    {.past = true}),
            field(&Student::address,   "address",    label("Student", "Address"), {.length = {0, 200}}),
            field(&Student::status,    "status",     label("Student", "Status"),  {.required = true, .choices = "active|graduated|transferred|left"}));
        // clang-format on
    }
    friend bool operator==(const Student&, const Student&) = default;
};

/// Warnings: a NISN whose first three digits are not the last three of the birth year.
std::vector<Issue> issuesOf(const Student& student);

} // namespace edupro
