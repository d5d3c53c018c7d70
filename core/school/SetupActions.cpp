// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/SetupActions.h"

#include "core/school/ClassSubject.h"
#include "core/school/DatedRules.h"
#include "core/storage/References.h"

namespace edupro::school {

namespace {

/// Keeps the row of the natural key that is there, or makes it and notes that.
template<class T>
Result<T> make(storage::Store& store, T wanted, AppliedSetup& applied)
{
    wanted.id = {naturalId(entityInfo<T>().table + u'/' + naturalKeyOf(wanted))};
    auto found = store.find<T>(wanted.id);
    if (!found) return found.error();
    if (found->has_value()) return (*found)->record;
    if (auto saved = store.save(wanted); !saved) return saved.error();
    applied.made.push_back({&entityInfo<T>(), wanted.id.value});
    return wanted;
}

/// One more when `make` made something.
int madeSince(const AppliedSetup& applied, std::size_t before)
{
    return applied.made.size() > before ? 1 : 0;
}

Result<std::vector<Term>>
makeTerms(storage::Store& store, const SetupPlan& plan, AppliedSetup& applied)
{
    auto year = make(store, AcademicYear{.startYear = plan.choice.startYear}, applied);
    if (!year) return year.error();
    std::vector<Term> terms;
    for (Term term : plan.terms) {
        term.academicYear = year->id;
        auto made = make(store, term, applied);
        if (!made) return made.error();
        terms.push_back(*made);
    }
    return terms;
}

Done makeWeek(storage::Store& store, const SetupChoice& choice, AppliedSetup& applied)
{
    const QDate first = daysOfYear(choice.startYear).first;
    const Result<double> now = ruleOn(store, rules::weekDays, first);
    if (!now) return now.error();
    if (*now == choice.weekDays) return done();
    const auto week = make(
        store,
        DatedSetting{
            .name = QString::fromLatin1(rules::weekDays),
            .since = first,
            .value = static_cast<double>(choice.weekDays)},
        applied);
    return week ? done() : Done(week.error());
}

Result<std::vector<Subject>>
makeSubjects(storage::Store& store, const SetupPlan& plan, AppliedSetup& applied)
{
    std::vector<Subject> subjects;
    int position = 0;
    for (const PlannedSubject& planned : plan.subjects) {
        const std::size_t before = applied.made.size();
        auto subject = make(
            store,
            Subject{
                .name = planned.name,
                .shortName = planned.shortName,
                .passingMark = plan.choice.passingMark,
                .position = ++position},
            applied);
        if (!subject) return subject.error();
        applied.subjects += madeSince(applied, before);
        subjects.push_back(*subject);
    }
    return subjects;
}

/// What a class of this grade learns.
Done makeLessons(
    storage::Store& store,
    const ClassGroup& group,
    const SetupPlan& plan,
    const std::vector<Subject>& subjects,
    const std::vector<Term>& terms,
    AppliedSetup& applied)
{
    const int grade = group.gradeLevel.value_or(0);
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const PlannedSubject& planned = plan.subjects[i];
        if (grade < planned.firstGrade || grade > planned.lastGrade) continue;
        for (const Term& term : terms) {
            const auto learned = make(
                store,
                ClassSubject{.classGroup = group.id, .subject = subjects[i].id, .term = term.id},
                applied);
            if (!learned) return learned.error();
        }
    }
    return done();
}

Done carryOut(storage::Store& store, const SetupPlan& plan, AppliedSetup& applied)
{
    const auto terms = makeTerms(store, plan, applied);
    if (!terms) return terms.error();
    if (Done week = makeWeek(store, plan.choice, applied); !week) return week;
    const auto subjects = makeSubjects(store, plan, applied);
    if (!subjects) return subjects.error();
    for (ClassGroup group : plan.classes) {
        const std::size_t before = applied.made.size();
        group.academicYear = terms->front().academicYear;
        const auto made = make(store, group, applied);
        if (!made) return made.error();
        applied.classes += madeSince(applied, before);
        if (Done lessons = makeLessons(store, *made, plan, *subjects, *terms, applied); !lessons)
            return lessons;
    }
    for (const CalendarDay& day : plan.holidays) {
        const std::size_t before = applied.made.size();
        const auto made = make(store, day, applied);
        if (!made) return made.error();
        applied.holidays += madeSince(applied, before);
    }
    return done();
}

} // namespace

Result<AppliedSetup> applySetup(storage::Store& store, const SetupPlan& plan)
{
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    AppliedSetup applied;
    if (Done carried = carryOut(store, plan, applied); !carried) return carried.error();
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return applied;
}

Done undoSetup(storage::Store& store, const AppliedSetup& applied)
{
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    for (auto row = applied.made.rbegin(); row != applied.made.rend(); ++row) {
        Done removed = storage::removeUnused(store, *row->entity, row->id);
        if (!removed) return removed;
    }
    return transaction->commit();
}

} // namespace edupro::school
