// SPDX-License-Identifier: GPL-3.0-or-later
// Storing marks, many at once: what is refused is told mark by mark, the others are stored, and
// final marks follow from assessments in the same transaction.
#pragma once

#include "core/grades/MarkLists.h"

namespace edupro::grades {

/// For each entry nothing when it was stored, else why not.
using Refusals = std::vector<std::optional<Error>>;

/// A final mark as somebody sets it. Without assessments it is the mark; where the formula gives
/// one, another mark needs a reason, and none at all goes back to the formula.
struct FinalMarkEntry {
    StudentId student;
    SubjectId subject;
    std::optional<double> mark; ///< none: takes it away
    QString overrideReason{};
};

/// One of the two marks of a student in an assessment.
struct MarkEntry {
    enum class Part { First, Remedial };
    StudentId student;
    AssessmentId assessment;
    Part part = Part::First;
    std::optional<double> value; ///< none: takes it away
};

/// `reason`: why values are corrected, where that has to be said. One transaction; errors of the
/// whole: those of the store, Permission `access.locked_term`. Errors of an entry: Permission
/// (`access.reason`, `access.denied`), Validation with one issue: "range", "decimals" (the mark),
/// "not_enrolled" (the student is not in the class in the term), "calculated" (another mark than
/// the formula's, without a reason).
Result<Refusals> saveFinalMarks(
    storage::Store& store,
    const ClassTerm& of,
    const std::vector<FinalMarkEntry>& entries,
    const QString& reason = {});

/// The same for marks in assessments of one class, subject and term. More errors of an entry:
/// "remedial_alone" (a remedial mark without a first one), "reference" (another's assessment).
Result<Refusals> saveMarks(
    storage::Store& store,
    const ClassTerm& of,
    const SubjectId& subject,
    const std::vector<MarkEntry>& entries,
    const QString& reason = {});

} // namespace edupro::grades
