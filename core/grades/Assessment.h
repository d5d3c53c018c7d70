// SPDX-License-Identifier: GPL-3.0-or-later
// A test or task of a class in a subject and term that gives each student a mark.
#pragma once

#include "core/grades/LearningObjective.h"
#include "core/school/ClassGroup.h"
#include "core/school/Term.h"

namespace edupro {

using AssessmentId = Id<struct AssessmentTag>;

struct Assessment {
    AssessmentId id;
    ClassGroupId classGroup;
    SubjectId subject;
    TermId term;
    QString kind; ///< "material" (sumatif lingkup materi) or "end_of_term" (sumatif akhir semester)
    QString title;
    int position = 0; ///< among those of its kind, ascending
    std::optional<QDate> heldOn;
    std::optional<LearningObjectiveId> objective;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("assessments",
            field(&Assessment::id,         "id",                    label("Assessment", "Id"),         {.key = true, .hidden = true}),
            field(&Assessment::classGroup, "class_group_id",        label("Assessment", "Class"),      {.required = true, .references = "class_groups"}),
            field(&Assessment::subject,    "subject_id",            label("Assessment", "Subject"),    {.required = true, .references = "subjects"}),
            field(&Assessment::term,       "term_id",               label("Assessment", "Term"),       {.required = true, .references = "terms"}),
            field(&Assessment::kind,       "kind",                  label("Assessment", "Kind"),       {.required = true, .choices = "material|end_of_term"}),
            field(&Assessment::title,      "title",                 label("Assessment", "Title"),      {.required = true, .length = {1, 60}}),
            field(&Assessment::position,   "position",              label("Assessment", "Order"),      {.required = true, .range = Range{0, 999}}),
            field(&Assessment::heldOn,     "held_on",               label("Assessment", "Date")),
            field(&Assessment::objective,  "learning_objective_id", label("Assessment", "Objective"),  {.references = "learning_objectives"}));
        // clang-format on
    }
    friend bool operator==(const Assessment&, const Assessment&) = default;
};

} // namespace edupro
