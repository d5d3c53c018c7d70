// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grades/MarkSteps.h"

namespace edupro::grades {

using storage::Store;

namespace {

/// A store with a person asks the same again for each row; one without a person asks only here.
Done checkTermOpen(Store& store, const Term& term, const QString& reason)
{
    const bool mayCorrect =
        !store.access() || store.access()->roles().testFlag(security::Role::Admin);
    if (term.state == u"open") return done();
    if (term.state == u"locked" && mayCorrect && !reason.isEmpty()) return done();
    return Error{
        .code = ErrorCode::Permission,
        .key = "access.locked_term",
        .detail = "the term " + term.code.toStdString() + " is " + term.state.toStdString()};
}

/// The final mark of a student, after the formula gave `formula`.
Done follow(
    Store& store,
    const AssessmentSheet& sheet,
    const StudentId& student,
    std::optional<double> formula)
{
    const FinalMark* stored = finalOf(sheet.finals, student, sheet.subject);
    if (!formula) {
        if (!stored || !stored->calculated) return done();
        if (!isOverridden(*stored)) return removeRow(store, *stored);
        FinalMark kept = *stored; // what a person has set stays
        kept.calculated.reset();
        return saveRow(store, std::move(kept));
    }
    FinalMark record =
        stored ? *stored
               : FinalMark{.student = student, .subject = sheet.subject, .term = sheet.of.term.id};
    const bool keeps = stored && stored->overrideReason;
    record.calculated = formula;
    if (!keeps || record.mark == *formula) {
        record.mark = *formula;
        record.overrideReason.reset();
    }
    if (stored && record == *stored) return done();
    return saveRow(store, std::move(record));
}

} // namespace

Result<storage::Transaction> beginStep(Store& store, const ClassTerm& of, const QString& reason)
{
    if (Done open = checkTermOpen(store, of.term, reason); !open) return open.error();
    store.setReason(reason);
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) store.setReason({});
    return transaction;
}

const FinalMark*
finalOf(const std::vector<FinalMark>& finals, const StudentId& student, const SubjectId& subject)
{
    const auto found = std::find_if(finals.begin(), finals.end(), [&](const FinalMark& mark) {
        return mark.student == student && mark.subject == subject;
    });
    return found == finals.end() ? nullptr : &*found;
}

std::vector<FinalFormula> formulasOf(const AssessmentSheet& sheet)
{
    QHash<QUuid, bool> isMaterial;
    for (const Assessment& assessment : sheet.assessments)
        isMaterial.insert(assessment.id.value, assessment.kind == u"material");
    QHash<QUuid, std::vector<CountedMark>> counted;
    for (const Mark& mark : sheet.marks) {
        counted[mark.student.value].push_back(
            {.isMaterial = isMaterial.value(mark.assessment.value),
             .mark = countedMark(mark.value, mark.remedial, sheet.rules)});
    }
    std::vector<FinalFormula> formulas;
    for (const ClassStudent& student : sheet.students)
        formulas.push_back(finalMarkOf(counted.value(student.id.value), sheet.rules));
    return formulas;
}

Done followAll(
    Store& store, const ClassTerm& of, const SubjectId& subject, const QSet<QUuid>& students)
{
    const auto sheet = assessmentSheet(store, of, subject);
    if (!sheet) return sheet.error();
    const std::vector<FinalFormula> formulas = formulasOf(*sheet);
    for (std::size_t i = 0; i < sheet->students.size(); ++i) {
        const StudentId& student = sheet->students[i].id;
        if (!students.contains(student.value)) continue;
        if (Done followed = follow(store, *sheet, student, formulas[i].mark); !followed)
            return followed;
    }
    return done();
}

} // namespace edupro::grades
