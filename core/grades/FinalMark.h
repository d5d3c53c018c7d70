// SPDX-License-Identifier: GPL-3.0-or-later
// The final mark (nilai akhir) of a student in a subject and term.
#pragma once

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
    double mark = 0.0;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("final_marks",
            field(&FinalMark::id,      "id",         label("FinalMark", "Id"),      {.key = true, .hidden = true}),
            field(&FinalMark::student, "student_id", label("FinalMark", "Student"), {.required = true, .references = "students"}),
            field(&FinalMark::subject, "subject_id", label("FinalMark", "Subject"), {.required = true, .references = "subjects"}),
            field(&FinalMark::term,    "term_id",    label("FinalMark", "Term"),    {.required = true, .references = "terms"}),
            field(&FinalMark::mark,    "mark",       label("FinalMark", "Mark"),    {.required = true, .range = Range{0, 100}}));
        // clang-format on
    }
    friend bool operator==(const FinalMark&, const FinalMark&) = default;
};

inline QString naturalKeyOf(const FinalMark& mark)
{
    return mark.student.text() + u'/' + mark.subject.text() + u'/' + mark.term.text();
}

} // namespace edupro
