// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the marks of a class: students, subjects, rules, assessments, final marks, and
// what is still missing.
#pragma once

#include "core/grades/Assessment.h"
#include "core/grades/FinalMark.h"
#include "core/grades/FinalMarkRule.h"
#include "core/grades/Mark.h"
#include "core/storage/Store.h"

namespace edupro::grades {

/// A class in a term.
struct ClassTerm {
    ClassGroupId classGroup;
    Term term;
};

struct ClassStudent {
    StudentId id;
    QString name;
    QString nis;
    static constexpr auto schema()
    {
        return entity(
            "list_class_students",
            field(&ClassStudent::id, "id"),
            field(&ClassStudent::name, "name"),
            field(&ClassStudent::nis, "nis"));
    }
};

struct ClassSubjectEntry {
    SubjectId id;
    QString name;
    QString shortName;
    double passingMark = 0.0;
    static constexpr auto schema()
    {
        return entity(
            "list_subjects",
            field(&ClassSubjectEntry::id, "id"),
            field(&ClassSubjectEntry::name, "name"),
            field(&ClassSubjectEntry::shortName, "short_name"),
            field(&ClassSubjectEntry::passingMark, "passing_mark"));
    }
};

struct MissingMarks {
    ClassGroupId classGroup;
    QString className;
    SubjectId subject;
    QString subjectName;
    qint64 students = 0;
    qint64 missing = 0;
    static constexpr auto schema()
    {
        return entity(
            "list_missing_marks",
            field(&MissingMarks::classGroup, "class_group_id"),
            field(&MissingMarks::className, "class_name"),
            field(&MissingMarks::subject, "subject_id"),
            field(&MissingMarks::subjectName, "subject_name"),
            field(&MissingMarks::students, "students"),
            field(&MissingMarks::missing, "missing"));
    }
};

/// The final marks of a class, students by name, subjects by name.
struct ClassSheet {
    ClassTerm of;
    std::vector<ClassStudent> students;
    std::vector<ClassSubjectEntry> subjects;
    std::vector<FinalMark> marks;
};

/// The assessments of a class in one subject with their marks.
struct AssessmentSheet {
    ClassTerm of;
    SubjectId subject;
    SubjectRules rules;
    std::vector<ClassStudent> students;
    std::vector<Assessment> assessments;
    std::vector<LearningObjective> objectives; ///< of the subject
    std::vector<Mark> marks;
    std::vector<FinalMark> finals; ///< of this subject
};

/// The term of a code; NotFound `term.unknown`.
Result<Term> termOfCode(storage::Store& store, const QString& code);
/// The classes of a term's school year, as people count them: 7A, 7B, 10A.
Result<std::vector<ClassGroup>> listClasses(storage::Store& store, const Term& term);
Result<ClassSheet> classSheet(storage::Store& store, const ClassTerm& of);
Result<AssessmentSheet>
assessmentSheet(storage::Store& store, const ClassTerm& of, const SubjectId& subject);
/// Class by class; a teacher's own only.
Result<std::vector<MissingMarks>> listMissingMarks(storage::Store& store, const Term& term);

Result<std::vector<ClassStudent>> listClassStudents(storage::Store& store, const ClassTerm& of);

/// What marks count by: school::markingOf(), and of the dated rules on the term's first day whether
/// remedial tests are capped and how many decimals final marks have. NotFound as markingOf().
Result<SubjectRules> rulesOf(storage::Store& store, const ClassTerm& of, const SubjectId& subject);

/// The formula's figures of each student, in the order of the sheet's students.
std::vector<FinalFormula> formulasOf(const AssessmentSheet& sheet);

} // namespace edupro::grades
