// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grades/AssessmentActions.h"

#include "core/grades/MarkSteps.h"

namespace edupro::grades {

using storage::Store;

namespace {

/// In the open transaction.
Result<Assessment> putAssessment(Store& store, const ClassTerm& of, Assessment assessment)
{
    assessment.classGroup = of.classGroup;
    assessment.term = of.term.id;
    const bool isNew = assessment.id.isNull();
    const auto sheet = assessmentSheet(store, of, assessment.subject);
    if (!sheet) return sheet.error();
    if (isNew) {
        for (const Assessment& other : sheet->assessments)
            if (other.kind == assessment.kind)
                assessment.position = std::max(assessment.position, other.position + 1);
    }
    if (auto saved = store.save(assessment); !saved) return saved.error();
    if (isNew) return assessment;
    QSet<QUuid> all; // another kind counts otherwise
    for (const Mark& mark : sheet->marks)
        all.insert(mark.student.value);
    if (Done followed = followAll(store, of, assessment.subject, all); !followed)
        return followed.error();
    return assessment;
}

Result<LearningObjectiveId>
ensureObjective(Store& store, const SubjectId& subject, const QString& text)
{
    const auto known = store.list<LearningObjective>(
        QStringLiteral("subject_id"), QVariant::fromValue(subject.value));
    if (!known) return known.error();
    for (const LearningObjective& objective : *known)
        if (objective.text == text) return objective.id;
    LearningObjective fresh{
        .subject = subject, .code = QStringLiteral("TP %1").arg(known->size() + 1), .text = text};
    if (auto saved = store.save(fresh); !saved) return saved.error();
    return fresh.id;
}

} // namespace

Result<Assessment>
saveAssessment(Store& store, const ClassTerm& of, Assessment assessment, const QString& reason)
{
    auto transaction = beginStep(store, of, reason);
    if (!transaction) return transaction.error();
    auto put = putAssessment(store, of, std::move(assessment));
    if (!put) return put;
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return put;
}

Result<Assessment> addAssessment(
    Store& store,
    const ClassTerm& of,
    Assessment assessment,
    const QString& objective,
    const QString& reason)
{
    auto transaction = beginStep(store, of, reason);
    if (!transaction) return transaction.error();
    if (!objective.isEmpty()) {
        const auto id = ensureObjective(store, assessment.subject, objective);
        if (!id) return id.error();
        assessment.objective = *id;
    }
    auto put = putAssessment(store, of, std::move(assessment));
    if (!put) return put;
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return put;
}

Done removeAssessment(
    Store& store, const ClassTerm& of, const AssessmentId& assessment, const QString& reason)
{
    auto transaction = beginStep(store, of, reason);
    if (!transaction) return transaction.error();
    const auto found = store.find<Assessment>(assessment);
    if (!found) return found.error();
    if (!*found) {
        return Error{
            .code = ErrorCode::NotFound,
            .key = "assessment.unknown",
            .detail = "there is no such assessment"};
    }
    const SubjectId subject = (*found)->record.subject;
    const auto marks =
        store.list<Mark>(QStringLiteral("assessment_id"), QVariant::fromValue(assessment.value));
    if (!marks) return marks.error();
    QSet<QUuid> touched;
    for (const Mark& mark : *marks) {
        if (Done removed = removeRow(store, mark); !removed) return removed;
        touched.insert(mark.student.value);
    }
    if (Done removed = removeRow(store, (*found)->record); !removed) return removed;
    if (Done followed = followAll(store, of, subject, touched); !followed) return followed;
    return transaction->commit();
}

} // namespace edupro::grades
