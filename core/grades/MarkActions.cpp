// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grades/MarkActions.h"

#include "core/grades/MarkSteps.h"

#include <QHash>
#include <QSet>

namespace edupro::grades {

using storage::Store;

namespace {

Error issueOf(const char* field, const char* rule, const std::string& limit = {})
{
    return {
        .code = ErrorCode::Validation,
        .key = {},
        .detail = std::string(field) + " breaks the rule " + rule,
        .issues = {{.field = field, .rule = rule, .value = {}, .limit = limit}}};
}

/// Refuses one entry, not the whole step.
bool concernsOne(const Error& error)
{
    return error.code == ErrorCode::Validation || error.code == ErrorCode::Constraint ||
           error.code == ErrorCode::Permission;
}

/// Somebody may only correct what is there, and has not said why.
bool lacksReason(Store& store, const QString& reason)
{
    using namespace security;
    const storage::Access* person = store.access();
    return person && reason.isEmpty() &&
           person->scopeOf(Action::Update, Object::Marks) == Scope::None &&
           person->scopeOf(Action::Correct, Object::Marks) != Scope::None;
}

Error needsReason()
{
    return {
        .code = ErrorCode::Permission,
        .key = "access.reason",
        .detail = "the final mark that follows is to be corrected with a reason only"};
}

Result<QSet<QUuid>> membersOf(Store& store, const ClassTerm& of)
{
    const auto students = listClassStudents(store, of);
    if (!students) return students.error();
    QSet<QUuid> members;
    for (const ClassStudent& student : *students)
        members.insert(student.id.value);
    return members;
}

Done applyFinal(
    Store& store, const ClassTerm& of, const FinalMarkEntry& entry, const FinalMark* stored)
{
    FinalMark record =
        stored ? *stored
               : FinalMark{.student = entry.student, .subject = entry.subject, .term = of.term.id};
    const std::optional<double>& formula = record.calculated;
    if (!entry.mark && !formula) return stored ? removeRow(store, record) : done();
    record.mark = entry.mark.value_or(formula.value_or(0.0));
    record.overrideReason.reset();
    if (isOverridden(record)) {
        if (entry.overrideReason.trimmed().isEmpty())
            return issueOf("mark", "calculated", QString::number(*formula).toStdString());
        record.overrideReason = entry.overrideReason.trimmed();
    }
    return saveRow(store, std::move(record));
}

/// What both marks of a student in an assessment are to be after a step.
struct WantedMark {
    Mark mark;
    std::optional<double> first;
    bool isStored = false;
    std::vector<std::size_t> entries;
};

Done applyMark(Store& store, const WantedMark& wanted)
{
    if (!wanted.first) {
        if (wanted.mark.remedial) return issueOf("remedial", "remedial_alone");
        return wanted.isStored ? removeRow(store, wanted.mark) : done();
    }
    Mark record = wanted.mark;
    record.value = *wanted.first;
    return saveRow(store, std::move(record));
}

/// Entries of the same mark together, with what is stored.
std::vector<WantedMark>
wantedMarks(const AssessmentSheet& sheet, const std::vector<MarkEntry>& entries)
{
    QHash<std::pair<QUuid, QUuid>, const Mark*> stored;
    for (const Mark& mark : sheet.marks)
        stored.insert({mark.student.value, mark.assessment.value}, &mark);
    QHash<std::pair<QUuid, QUuid>, std::size_t> placeOf;
    std::vector<WantedMark> wanted;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const MarkEntry& entry = entries[i];
        const std::pair<QUuid, QUuid> key(entry.student.value, entry.assessment.value);
        if (!placeOf.contains(key)) {
            placeOf.insert(key, wanted.size());
            const Mark* mark = stored.value(key);
            wanted.push_back(
                {.mark =
                     mark ? *mark : Mark{.student = entry.student, .assessment = entry.assessment},
                 .first = mark ? std::optional(mark->value) : std::nullopt,
                 .isStored = mark != nullptr,
                 .entries = {}});
        }
        WantedMark& one = wanted[placeOf.value(key)];
        one.entries.push_back(i);
        if (entry.part == MarkEntry::Part::First)
            one.first = entry.value;
        else
            one.mark.remedial = entry.value;
    }
    return wanted;
}

} // namespace

Result<Refusals> saveFinalMarks(
    Store& store,
    const ClassTerm& of,
    const std::vector<FinalMarkEntry>& entries,
    const QString& reason)
{
    auto transaction = beginStep(store, of, reason);
    if (!transaction) return transaction.error();
    const auto members = membersOf(store, of);
    if (!members) return members.error();
    const auto sheet = classSheet(store, of);
    if (!sheet) return sheet.error();
    QHash<std::pair<QUuid, QUuid>, const FinalMark*> stored;
    for (const FinalMark& mark : sheet->marks)
        stored.insert({mark.student.value, mark.subject.value}, &mark);
    Refusals refusals(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const FinalMarkEntry& entry = entries[i];
        if (!members->contains(entry.student.value)) {
            refusals[i] = issueOf("student_id", "not_enrolled");
            continue;
        }
        const Done saved =
            applyFinal(store, of, entry, stored.value({entry.student.value, entry.subject.value}));
        if (saved) continue;
        if (!concernsOne(saved.error())) return saved.error();
        refusals[i] = saved.error();
    }
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return refusals;
}

Result<Refusals> saveMarks(
    Store& store,
    const ClassTerm& of,
    const SubjectId& subject,
    const std::vector<MarkEntry>& entries,
    const QString& reason)
{
    auto transaction = beginStep(store, of, reason);
    if (!transaction) return transaction.error();
    const auto members = membersOf(store, of);
    if (!members) return members.error();
    const auto sheet = assessmentSheet(store, of, subject);
    if (!sheet) return sheet.error();
    QSet<QUuid> assessments;
    for (const Assessment& assessment : sheet->assessments)
        assessments.insert(assessment.id.value);
    const bool silent = lacksReason(store, reason);
    Refusals refusals(entries.size());
    QSet<QUuid> touched;
    for (const WantedMark& wanted : wantedMarks(*sheet, entries)) {
        const QUuid& student = wanted.mark.student.value;
        Done saved = done();
        if (!assessments.contains(wanted.mark.assessment.value))
            saved = issueOf("assessment_id", "reference");
        else if (!members->contains(student))
            saved = issueOf("student_id", "not_enrolled");
        else if (silent && finalOf(sheet->finals, wanted.mark.student, subject))
            saved = needsReason();
        else
            saved = applyMark(store, wanted);
        if (saved) {
            touched.insert(student);
            continue;
        }
        if (!concernsOne(saved.error())) return saved.error();
        for (const std::size_t entry : wanted.entries)
            refusals[entry] = saved.error();
    }
    if (Done followed = followAll(store, of, subject, touched); !followed) return followed.error();
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return refusals;
}

} // namespace edupro::grades
