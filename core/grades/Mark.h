// SPDX-License-Identifier: GPL-3.0-or-later
// The mark of a student in an assessment, with that of the remedial test beside it.
#pragma once

#include "core/grades/Assessment.h"
#include "core/grades/MarkValue.h"
#include "core/people/Student.h"

namespace edupro {

using MarkId = Id<struct MarkTag>;

struct Mark {
    MarkId id;
    StudentId student;
    AssessmentId assessment;
    double value = 0.0;
    std::optional<double> remedial; ///< both stay; which one counts: grades::countedMark()

    static constexpr auto schema()
    {
        // clang-format off
        return entity("marks",
            field(&Mark::id,         "id",            label("Mark", "Id"),         {.key = true, .hidden = true}),
            field(&Mark::student,    "student_id",    label("Mark", "Student"),    {.required = true, .references = "students"}),
            field(&Mark::assessment, "assessment_id", label("Mark", "Assessment"), {.required = true, .references = "assessments"}),
            field(&Mark::value,      "value",         label("Mark", "Mark"),       {.required = true, .range = markRange}),
            field(&Mark::remedial,   "remedial",      label("Mark", "Remedial"),   {.range = markRange}));
        // clang-format on
    }
    friend bool operator==(const Mark&, const Mark&) = default;
};

inline QString naturalKeyOf(const Mark& mark)
{
    return mark.student.text() + u'/' + mark.assessment.text();
}

inline std::vector<Issue> issuesOf(const Mark& mark)
{
    std::vector<Issue> issues = issuesOfMark("value", mark.value);
    for (const Issue& issue : issuesOfMark("remedial", mark.remedial))
        issues.push_back(issue);
    return issues;
}

} // namespace edupro
