// SPDX-License-Identifier: GPL-3.0-or-later
// The final mark (nilai akhir) of a student in a subject and term.
#pragma once

#include "core/grades/MarkValue.h"
#include "core/people/Student.h"
#include "core/school/Subject.h"
#include "core/school/Term.h"

namespace edupro {

using FinalMarkId = Id<struct FinalMarkTag>;

struct FinalMark {
    FinalMarkId id;
    StudentId student;
    SubjectId subject;
    TermId term;
    double mark = 0.0;                ///< what counts and stands on the report card
    std::optional<double> calculated; ///< by the formula; none: there are no assessments for it
    std::optional<QString> overrideReason; ///< why `mark` is not `calculated`
    std::optional<QString> description;    ///< what the student masters, and what not yet

    static constexpr auto schema()
    {
        // clang-format off
        return entity("final_marks",
            field(&FinalMark::id,             "id",              label("FinalMark", "Id"),          {.key = true, .hidden = true}),
            field(&FinalMark::student,        "student_id",      label("FinalMark", "Student"),     {.required = true, .references = "students"}),
            field(&FinalMark::subject,        "subject_id",      label("FinalMark", "Subject"),     {.required = true, .references = "subjects"}),
            field(&FinalMark::term,           "term_id",         label("FinalMark", "Term"),        {.required = true, .references = "terms"}),
            field(&FinalMark::mark,           "mark",            label("FinalMark", "Mark"),        {.required = true, .range = markRange}),
            field(&FinalMark::calculated,     "calculated",      label("FinalMark", "Calculated"),  {.range = markRange}),
            field(&FinalMark::overrideReason, "override_reason", label("FinalMark", "Reason"),      {.length = {3, 300}}),
            field(&FinalMark::description,    "description",     label("FinalMark", "Description"), {.length = {0, 1000}}));
        // clang-format on
    }
    friend bool operator==(const FinalMark&, const FinalMark&) = default;
};

inline QString naturalKeyOf(const FinalMark& mark)
{
    return mark.student.text() + u'/' + mark.subject.text() + u'/' + mark.term.text();
}

inline std::vector<Issue> issuesOf(const FinalMark& mark)
{
    return issuesOfMark("mark", mark.mark);
}

/// A person has set another mark than the formula gives.
inline bool isOverridden(const FinalMark& mark)
{
    return mark.calculated && *mark.calculated != mark.mark;
}

} // namespace edupro
