// SPDX-License-Identifier: GPL-3.0-or-later
// What a model expects of a student, with the reason it gave.
#pragma once

#include "core/people/Student.h"
#include "core/registry/ModelVersion.h"
#include "core/school/Term.h"

#include <QString>

namespace edupro {

using PredictionId = Id<struct PredictionTag>;

struct Prediction {
    PredictionId id;
    StudentId student;
    TermId term;    ///< the term whose figures were used
    QString target; ///< "next-term" or "status-now"
    ModelVersionId modelVersion;
    QString level; ///< Tinggi, Sedang or Rendah; "unknown": not enough data to say
    double probabilityLow = 0.0;
    double probabilityMedium = 0.0;
    double probabilityHigh = 0.0;
    double support = 0.0; ///< training rows (by weight) that ended in the same leaf
    QString reason;       ///< JSON: the conditions on the path with the student's own values

    static constexpr auto schema()
    {
        // clang-format off
        return entity("predictions",
            field(&Prediction::id,                "id",                 label("Prediction", "Id"),      {.key = true, .hidden = true}),
            field(&Prediction::student,           "student_id",         label("Prediction", "Student"), {.required = true, .references = "students"}),
            field(&Prediction::term,              "term_id",            label("Prediction", "Term"),    {.required = true, .references = "terms"}),
            field(&Prediction::target,            "target",             label("Prediction", "Target"),  {.required = true, .choices = "next-term|status-now"}),
            field(&Prediction::modelVersion,      "model_version_id",   label("Prediction", "Model"),   {.required = true, .references = "model_versions"}),
            field(&Prediction::level,             "level",              label("Prediction", "Level"),   {.required = true, .choices = "Tinggi|Sedang|Rendah|unknown"}),
            field(&Prediction::probabilityLow,    "probability_low",    label("Prediction", "Low"),     {.required = true, .range = Range{0, 1}}),
            field(&Prediction::probabilityMedium, "probability_medium", label("Prediction", "Medium"),  {.required = true, .range = Range{0, 1}}),
            field(&Prediction::probabilityHigh,   "probability_high",   label("Prediction", "High"),    {.required = true, .range = Range{0, 1}}),
            field(&Prediction::support,           "support",            label("Prediction", "Support"), {.required = true, .range = Range{0, 1e12}}),
            field(&Prediction::reason,            "reason",             label("Prediction", "Reason"),  {.hidden = true, .required = true, .json = true}));
        // clang-format on
    }
    friend bool operator==(const Prediction&, const Prediction&) = default;
};

inline QString naturalKeyOf(const Prediction& prediction)
{
    return prediction.student.text() + u'/' + prediction.term.text() + u'/' + prediction.target;
}

} // namespace edupro
