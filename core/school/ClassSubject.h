// SPDX-License-Identifier: GPL-3.0-or-later
// A subject that a class learns in a term, and what counts for its marks there.
#pragma once

#include "core/school/ClassGroup.h"
#include "core/school/Subject.h"
#include "core/school/Term.h"

#include <optional>
#include <vector>

namespace edupro {

using ClassSubjectId = Id<struct ClassSubjectTag>;

/// What is missing here is the subject's (passing mark) or the school's (weights): see
/// school::markingOf(). Who teaches it is a Teaching; several people may.
struct ClassSubject {
    ClassSubjectId id;
    ClassGroupId classGroup;
    SubjectId subject;
    TermId term;
    std::optional<double> passingMark;
    std::optional<double> materialWeight; ///< of the mean of the material marks
    std::optional<double> finalWeight;    ///< of the end-of-term mark

    static constexpr auto schema()
    {
        // clang-format off
        return entity("class_subjects",
            field(&ClassSubject::id,             "id",              label("ClassSubject", "Id"),                      {.key = true, .hidden = true}),
            field(&ClassSubject::classGroup,     "class_group_id",  label("ClassSubject", "Class"),                   {.required = true, .references = "class_groups"}),
            field(&ClassSubject::subject,        "subject_id",      label("ClassSubject", "Subject"),                 {.required = true, .references = "subjects"}),
            field(&ClassSubject::term,           "term_id",         label("ClassSubject", "Term"),                    {.required = true, .references = "terms"}),
            field(&ClassSubject::passingMark,    "passing_mark",    label("ClassSubject", "Passing mark"),            {.range = Range{0, 100}}),
            field(&ClassSubject::materialWeight, "material_weight", label("ClassSubject", "Weight of the material"),  {.range = Range{0, 100}}),
            field(&ClassSubject::finalWeight,    "final_weight",    label("ClassSubject", "Weight of the last test"), {.range = Range{0, 100}}));
        // clang-format on
    }
    friend bool operator==(const ClassSubject&, const ClassSubject&) = default;
};

inline QString naturalKeyOf(const ClassSubject& learned)
{
    return learned.classGroup.text() + u'/' + learned.subject.text() + u'/' + learned.term.text();
}

/// Weights come in pairs (rule "pair") and sum to more than 0 (rule "weights").
inline std::vector<Issue> issuesOf(const ClassSubject& learned)
{
    const bool material = learned.materialWeight.has_value();
    if (material != learned.finalWeight.has_value())
        return {{.field = material ? "final_weight" : "material_weight", .rule = "pair"}};
    if (!material || *learned.materialWeight + *learned.finalWeight > 0) return {};
    return {{.field = "final_weight", .rule = "weights", .value = "0"}};
}

} // namespace edupro
