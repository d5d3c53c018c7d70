// SPDX-License-Identifier: GPL-3.0-or-later
// What a class learns in a term, with the passing marks and weights in force.
#pragma once

#include "core/school/ClassSubject.h"
#include "core/storage/Store.h"

namespace edupro::school {

/// What the marks of a class in a subject count by.
struct Marking {
    QString curriculum; ///< "k13", "merdeka"
    double passingMark = 0.0;
    double materialWeight = 0.0; ///< not negative, as is the next; their sum is more than 0
    double finalWeight = 0.0;
};

/// A subject of a class as lists show it, in the school's order.
struct ClassSubjectRow {
    ClassSubjectId id; ///< null: nothing is said of the subject in this class
    SubjectId subject;
    QString name;
    std::optional<QString> shortName;
    double passingMark = 0.0; ///< in force: the class's or the subject's
    std::optional<double> ownPassingMark;
    std::optional<double> materialWeight;
    std::optional<double> finalWeight;

    static constexpr auto schema()
    {
        return entity(
            "list_class_subjects",
            field(&ClassSubjectRow::id, "id"),
            field(&ClassSubjectRow::subject, "subject_id"),
            field(&ClassSubjectRow::name, "name"),
            field(&ClassSubjectRow::shortName, "short_name"),
            field(&ClassSubjectRow::passingMark, "passing_mark"),
            field(&ClassSubjectRow::ownPassingMark, "own_passing_mark"),
            field(&ClassSubjectRow::materialWeight, "material_weight"),
            field(&ClassSubjectRow::finalWeight, "final_weight"));
    }
};

/// The subjects that a class learns in a term: its class_subjects, in the school's order.
Result<std::vector<ClassSubjectRow>>
listClassSubjects(storage::Store& store, const ClassGroupId& group, const TermId& term);

/// What the marks of a class in a subject and term count by: what the class says, else the subject
/// (passing mark), the school's rules on the term's first day (weights), "merdeka" (curriculum).
/// NotFound `class.unknown`, `subject.unknown`, `term.unknown`.
Result<Marking> markingOf(
    storage::Store& store, const ClassGroupId& group, const SubjectId& subject, const TermId& term);

} // namespace edupro::school
