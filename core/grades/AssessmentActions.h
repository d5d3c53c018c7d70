// SPDX-License-Identifier: GPL-3.0-or-later
// Adding, changing and removing assessments; final marks follow in the same transaction.
#pragma once

#include "core/grades/MarkLists.h"

namespace edupro::grades {

/// Adds or changes an assessment; a new one is put behind the others of its kind. Validation;
/// `access.locked_term`.
Result<Assessment> saveAssessment(
    storage::Store& store, const ClassTerm& of, Assessment assessment, const QString& reason = {});
/// A new assessment with the subject's objective of that text, which is added when there is none;
/// none when it is empty.
Result<Assessment> addAssessment(
    storage::Store& store,
    const ClassTerm& of,
    Assessment assessment,
    const QString& objective,
    const QString& reason = {});
/// With its marks; final marks follow. NotFound `assessment.unknown`.
Done removeAssessment(
    storage::Store& store,
    const ClassTerm& of,
    const AssessmentId& assessment,
    const QString& reason = {});

} // namespace edupro::grades
