// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/SchoolCalendar.h"

#include "core/school/DatedRules.h"
#include "core/school/SchoolActions.h"

#include <QHash>

namespace edupro::school {

namespace {

/// What stands in the store about a span of days.
struct CalendarFacts {
    QHash<QDate, CalendarDay> named;
    std::vector<TermRow> terms;
    std::vector<DatedSetting> weeks; ///< oldest first
};

Result<CalendarFacts> factsOf(storage::Store& store, QDate from, QDate to)
{
    CalendarFacts facts;
    auto named = store.query<CalendarDay>(
        QStringLiteral("school/list_calendar_days"),
        {{QStringLiteral("from"), from}, {QStringLiteral("to"), to}});
    if (!named) return named.error();
    for (const CalendarDay& day : *named)
        facts.named.insert(day.day, day);
    auto terms = listTerms(store);
    if (!terms) return terms.error();
    facts.terms = std::move(terms).value();
    auto weeks = ruleHistory(store, QString::fromLatin1(rules::weekDays));
    if (!weeks) return weeks.error();
    facts.weeks = std::move(weeks).value();
    return facts;
}

bool isWeekend(const CalendarFacts& facts, QDate day)
{
    if (day.dayOfWeek() == Qt::Sunday) return true;
    if (day.dayOfWeek() != Qt::Saturday) return false;
    double days = findRule(QString::fromLatin1(rules::weekDays))->initial;
    for (const DatedSetting& week : facts.weeks)
        if (week.since <= day) days = week.value;
    return days < 6;
}

bool isInTerm(const CalendarFacts& facts, QDate day)
{
    return std::any_of(facts.terms.begin(), facts.terms.end(), [day](const TermRow& term) {
        return term.startsOn <= day && day <= term.endsOn;
    });
}

DayKind kindOf(const CalendarFacts& facts, QDate day, const QString& named)
{
    if (named == u"holiday") return DayKind::Holiday;
    if (!isInTerm(facts, day)) return DayKind::Break;
    if (named == u"extra") return DayKind::Extra;
    if (isWeekend(facts, day)) return DayKind::Weekend;
    return named == u"event" ? DayKind::Event : DayKind::School;
}

} // namespace

Result<std::vector<SchoolDay>> schoolCalendar(storage::Store& store, QDate from, QDate to)
{
    const Result<CalendarFacts> facts = factsOf(store, from, to);
    if (!facts) return facts.error();
    std::vector<SchoolDay> days;
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        const CalendarDay named = facts->named.value(day);
        const QString kind = named.name.isEmpty() ? QString() : named.kind;
        days.push_back({.day = day, .kind = kindOf(*facts, day, kind), .name = named.name});
    }
    return days;
}

Result<SchoolDay> schoolDayOn(storage::Store& store, QDate day)
{
    auto days = schoolCalendar(store, day, day);
    if (!days) return days.error();
    return days->front();
}

Result<int> countSchoolDays(storage::Store& store, QDate from, QDate to)
{
    const auto days = schoolCalendar(store, from, to);
    if (!days) return days.error();
    return static_cast<int>(std::count_if(
        days->begin(), days->end(), [](const SchoolDay& day) { return day.isSchoolDay(); }));
}

} // namespace edupro::school
