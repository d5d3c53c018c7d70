// SPDX-License-Identifier: GPL-3.0-or-later
// A competition or award of a student.
#pragma once

#include "core/people/Student.h"

#include <QDate>

#include <optional>

namespace edupro {

using AchievementId = Id<struct AchievementTag>;

struct Achievement {
    AchievementId id;
    StudentId student;
    QString title;
    QString level;
    std::optional<QString> rank; ///< "Juara 1"
    QDate achievedOn;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("achievements",
            field(&Achievement::id,         "id",          label("Achievement", "Id"),      {.key = true, .hidden = true}),
            field(&Achievement::student,    "student_id",  label("Achievement", "Student"), {.required = true, .references = "students"}),
            field(&Achievement::title,      "title",       label("Achievement", "Title"),   {.required = true, .identifying = true, .length = {2, 200}}),
            field(&Achievement::level,      "level",       label("Achievement", "Level"),   {.required = true, .choices = "school|district|regency|province|national|international"}),
            field(&Achievement::rank,       "rank",        label("Achievement", "Rank"),    {.length = {1, 60}}),
            field(&Achievement::achievedOn, "achieved_on", label("Achievement", "Date"),    {.required = true, .past = true}));
        // clang-format on
    }
    friend bool operator==(const Achievement&, const Achievement&) = default;
};

inline QString naturalKeyOf(const Achievement& achievement)
{
    return achievement.student.text() + u'/' + achievement.achievedOn.toString(Qt::ISODate) + u'/' +
           achievement.title.toCaseFolded();
}

} // namespace edupro
