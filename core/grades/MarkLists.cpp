// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grades/MarkLists.h"

#include "core/school/ClassSubjectActions.h"
#include "core/school/DatedRules.h"
#include "core/school/SchoolActions.h"

#include <QCollator>

namespace edupro::grades {

using storage::Parameters;
using storage::Store;

namespace {

QVariant parameterOf(const QUuid& id)
{
    return QVariant::fromValue(id);
}

Parameters parametersOf(const ClassTerm& of)
{
    return {
        {QStringLiteral("class_group"), parameterOf(of.classGroup.value)},
        {QStringLiteral("term"), parameterOf(of.term.id.value)},
        {QStringLiteral("starts_on"), of.term.startsOn},
        {QStringLiteral("ends_on"), of.term.endsOn}};
}

Parameters parametersOf(const ClassTerm& of, const SubjectId& subject)
{
    Parameters parameters = parametersOf(of);
    parameters.insert(QStringLiteral("subject"), parameterOf(subject.value));
    return parameters;
}

} // namespace

Result<Term> termOfCode(Store& store, const QString& code)
{
    const auto row = school::termOf(store, code);
    if (!row) return row.error();
    const auto found = store.find<Term>(row->id);
    if (!found) return found.error();
    if (*found) return (*found)->record;
    return Error{
        .code = ErrorCode::NotFound,
        .key = "term.unknown",
        .detail = "there is no term " + code.toStdString()};
}

Result<std::vector<ClassGroup>> listClasses(Store& store, const Term& term)
{
    auto classes = store.list<ClassGroup>(
        QStringLiteral("academic_year_id"), parameterOf(term.academicYear.value));
    if (!classes) return classes.error();
    QCollator asPeopleCount{QLocale(QLocale::Indonesian)};
    asPeopleCount.setNumericMode(true);
    std::sort(classes->begin(), classes->end(), [&asPeopleCount](const auto& a, const auto& b) {
        return asPeopleCount(a.name, b.name);
    });
    return classes;
}

Result<std::vector<ClassStudent>> listClassStudents(Store& store, const ClassTerm& of)
{
    return store.query<ClassStudent>(
        QStringLiteral("grades/list_class_students"), parametersOf(of));
}

Result<ClassSheet> classSheet(Store& store, const ClassTerm& of)
{
    if (Done may = store.require(security::Action::Read, security::Object::Marks); !may)
        return may.error();
    auto students = listClassStudents(store, of);
    if (!students) return students.error();
    auto subjects =
        store.query<ClassSubjectEntry>(QStringLiteral("grades/list_subjects"), parametersOf(of));
    if (!subjects) return subjects.error();
    auto marks =
        store.query<FinalMark>(QStringLiteral("grades/list_final_marks"), parametersOf(of));
    if (!marks) return marks.error();
    return ClassSheet{
        .of = of,
        .students = std::move(students).value(),
        .subjects = std::move(subjects).value(),
        .marks = std::move(marks).value()};
}

Result<AssessmentSheet> assessmentSheet(Store& store, const ClassTerm& of, const SubjectId& subject)
{
    auto whole = classSheet(store, of);
    if (!whole) return whole.error();
    auto rules = rulesOf(store, of, subject);
    if (!rules) return rules.error();
    auto assessments = store.query<Assessment>(
        QStringLiteral("grades/list_assessments"), parametersOf(of, subject));
    if (!assessments) return assessments.error();
    auto objectives =
        store.list<LearningObjective>(QStringLiteral("subject_id"), parameterOf(subject.value));
    if (!objectives) return objectives.error();
    auto marks = store.query<Mark>(QStringLiteral("grades/list_marks"), parametersOf(of, subject));
    if (!marks) return marks.error();
    AssessmentSheet sheet{
        .of = of,
        .subject = subject,
        .rules = *rules,
        .students = std::move(whole->students),
        .assessments = std::move(assessments).value(),
        .objectives = std::move(objectives).value(),
        .marks = std::move(marks).value(),
        .finals = {}};
    for (FinalMark& mark : whole->marks)
        if (mark.subject == subject) sheet.finals.push_back(std::move(mark));
    return sheet;
}

Result<std::vector<MissingMarks>> listMissingMarks(Store& store, const Term& term)
{
    if (Done may = store.require(security::Action::Read, security::Object::Marks); !may)
        return may.error();
    return store.query<MissingMarks>(
        QStringLiteral("grades/list_missing_marks"),
        {{QStringLiteral("term"), parameterOf(term.id.value)}});
}

Result<SubjectRules> rulesOf(Store& store, const ClassTerm& of, const SubjectId& subject)
{
    auto marking = school::markingOf(store, of.classGroup, subject, of.term.id);
    if (!marking) return marking.error();
    const QDate day = of.term.startsOn;
    const auto capped = school::ruleOn(store, school::rules::remedialCapped, day);
    if (!capped) return capped.error();
    const auto decimals = school::ruleOn(store, school::rules::finalMarkDecimals, day);
    if (!decimals) return decimals.error();
    return SubjectRules{
        .curriculum = std::move(marking->curriculum),
        .passingMark = marking->passingMark,
        .materialWeight = marking->materialWeight,
        .finalWeight = marking->finalWeight,
        .remedialCapped = *capped != 0.0,
        .decimals = static_cast<int>(*decimals)};
}

} // namespace edupro::grades
