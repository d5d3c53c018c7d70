// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be learned in a subject (tujuan pembelajaran); descriptions on report cards name the
// best and the weakest one.
#pragma once

#include "core/school/Subject.h"

namespace edupro {

using LearningObjectiveId = Id<struct LearningObjectiveTag>;

struct LearningObjective {
    LearningObjectiveId id;
    SubjectId subject;
    std::optional<int> gradeLevel; ///< none: of every grade level
    QString code;                  ///< "TP 1"
    QString text;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("learning_objectives",
            field(&LearningObjective::id,         "id",          label("LearningObjective", "Id"),          {.key = true, .hidden = true}),
            field(&LearningObjective::subject,    "subject_id",  label("LearningObjective", "Subject"),     {.required = true, .references = "subjects"}),
            field(&LearningObjective::gradeLevel, "grade_level", label("LearningObjective", "Grade level"), {.range = Range{1, 13}}),
            field(&LearningObjective::code,       "code",        label("LearningObjective", "Code"),        {.required = true, .length = {1, 20}}),
            field(&LearningObjective::text,       "text",        label("LearningObjective", "Objective"),   {.required = true, .length = {2, 300}}));
        // clang-format on
    }
    friend bool operator==(const LearningObjective&, const LearningObjective&) = default;
};

} // namespace edupro
