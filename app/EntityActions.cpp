// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EntityActions.h"

#include "core/grades/AssessmentActions.h"
#include "core/grades/MarkActions.h"
#include "core/people/EnrolmentActions.h"
#include "core/record/Validate.h"
#include "core/school/DatedRules.h"
#include "core/school/SchoolRecords.h"
#include "core/school/TermActions.h"
#include "core/storage/References.h"

namespace edupro {

using storage::Saved;
using storage::SaveOptions;
using storage::Store;

namespace {

/// An action on records, for values.
template<class T, Result<Saved> (*action)(Store&, T&, const SaveOptions&)>
Result<Saved> byAction(Store& store, Values& values, const SaveOptions& options)
{
    T record = recordOf<T>(values);
    Result<Saved> saved = action(store, record, options);
    if (saved) values = valuesOf(record);
    return saved;
}

/// The class and term of an assessment; nothing when one of them is not there, which the store
/// refuses.
Result<std::optional<grades::ClassTerm>> placeOf(Store& store, const Assessment& assessment)
{
    const auto term = store.find<Term>(assessment.term);
    if (!term) return term.error();
    if (!*term) return std::optional<grades::ClassTerm>();
    return std::optional(
        grades::ClassTerm{.classGroup = assessment.classGroup, .term = (*term)->record});
}

Result<Saved> saveAssessment(Store& store, Assessment& assessment, const SaveOptions& options)
{
    const auto place = placeOf(store, assessment);
    if (!place) return place.error();
    if (!*place) return store.save(assessment, options);
    const bool isNew = assessment.id.isNull();
    const auto saved = grades::saveAssessment(store, **place, assessment, store.reason());
    if (!saved) return saved.error();
    assessment = *saved;
    return isNew ? Saved::Added : Saved::Updated;
}

/// Final marks follow from it.
Result<Saved> saveMark(Store& store, Mark& mark, const SaveOptions& options)
{
    using grades::MarkEntry;
    const auto assessment = store.find<Assessment>(mark.assessment);
    if (!assessment) return assessment.error();
    if (!*assessment) return store.save(mark, options);
    const auto place = placeOf(store, (*assessment)->record);
    if (!place) return place.error();
    if (!*place) return store.save(mark, options);
    const EntityInfo& entity = entityInfo<Mark>();
    if (auto issues = issuesOfRecord(entity, valuesOf(mark), store.today()); hasErrors(issues))
        return Error{
            .code = ErrorCode::Validation,
            .key = "validation",
            .detail = "marks: the record breaks a rule",
            .issues = std::move(issues)};
    const bool isNew = mark.id.isNull();
    const std::vector<MarkEntry> entries{
        {.student = mark.student, .assessment = mark.assessment, .value = mark.value},
        {.student = mark.student,
         .assessment = mark.assessment,
         .part = MarkEntry::Part::Remedial,
         .value = mark.remedial}};
    const auto refusals =
        grades::saveMarks(store, **place, (*assessment)->record.subject, entries, store.reason());
    if (!refusals) return refusals.error();
    for (const std::optional<Error>& refusal : *refusals)
        if (refusal) return *refusal;
    mark.id = {naturalId(entity.table + u'/' + naturalKeyOf(mark))};
    return isNew ? Saved::Added : Saved::Updated;
}

struct ActionRow {
    const char* table;
    Result<Saved> (*save)(Store&, Values&, const SaveOptions&);
};

// clang-format off
constexpr ActionRow actions[] = {
    {"terms",          byAction<Term, school::saveTerm>},
    {"class_groups",   byAction<ClassGroup, school::saveClassGroup>},
    {"subjects",       byAction<Subject, school::saveSubject>},
    {"dated_settings", byAction<DatedSetting, school::saveRule>},
    {"enrolments",     byAction<Enrolment, people::saveEnrolment>},
    {"assessments",    byAction<Assessment, saveAssessment>},
    {"marks",          byAction<Mark, saveMark>},
};
// clang-format on

} // namespace

Result<Saved>
saveEntity(Store& store, const EntityInfo& entity, Values& values, const SaveOptions& options)
{
    for (const ActionRow& row : actions)
        if (entity.table == QLatin1String(row.table)) return row.save(store, values, options);
    return store.save(entity, values, options);
}

Done removeEntity(Store& store, const EntityInfo& entity, const QUuid& id)
{
    return storage::removeUnused(store, entity, id);
}

} // namespace edupro
