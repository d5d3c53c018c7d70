// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/ClassSubjectActions.h"

#include "core/school/DatedRules.h"

namespace edupro::school {

namespace {

/// The record, or NotFound with `key`.
template<class T, class Tag>
Result<T> known(storage::Store& store, const Id<Tag>& id, const char* key, const char* what)
{
    auto found = store.find<T>(id);
    if (!found) return found.error();
    if (found->has_value()) return (*found)->record;
    return Error{.code = ErrorCode::NotFound, .key = key, .detail = what};
}

} // namespace

Result<std::vector<ClassSubjectRow>>
listClassSubjects(storage::Store& store, const ClassGroupId& group, const TermId& term)
{
    return store.query<ClassSubjectRow>(
        QStringLiteral("school/list_class_subjects"),
        {{QStringLiteral("class"), QVariant::fromValue(group.value)},
         {QStringLiteral("term"), QVariant::fromValue(term.value)}});
}

Result<Marking> markingOf(
    storage::Store& store, const ClassGroupId& group, const SubjectId& subject, const TermId& term)
{
    const auto ofClass = known<ClassGroup>(store, group, "class.unknown", "there is no such class");
    if (!ofClass) return ofClass.error();
    const auto ofSubject =
        known<Subject>(store, subject, "subject.unknown", "there is no such subject");
    if (!ofSubject) return ofSubject.error();
    const auto ofTerm = known<Term>(store, term, "term.unknown", "there is no such term");
    if (!ofTerm) return ofTerm.error();
    const auto material = ruleOn(store, rules::materialWeight, ofTerm->startsOn);
    if (!material) return material.error();
    const auto last = ruleOn(store, rules::finalWeight, ofTerm->startsOn);
    if (!last) return last.error();

    Marking marking{
        .curriculum = ofClass->curriculum.value_or(QStringLiteral("merdeka")),
        .passingMark = ofSubject->passingMark,
        .materialWeight = *material,
        .finalWeight = *last};
    const ClassSubject key{.classGroup = group, .subject = subject, .term = term};
    const ClassSubjectId id{naturalId(entityInfo<ClassSubject>().table + u'/' + naturalKeyOf(key))};
    auto own = store.find<ClassSubject>(id);
    if (!own) return own.error();
    if (!own->has_value()) return marking;
    const ClassSubject& learned = (*own)->record;
    marking.passingMark = learned.passingMark.value_or(marking.passingMark);
    marking.materialWeight = learned.materialWeight.value_or(marking.materialWeight);
    marking.finalWeight = learned.finalWeight.value_or(marking.finalWeight);
    return marking;
}

} // namespace edupro::school
