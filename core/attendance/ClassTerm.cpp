// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/ClassTerm.h"

#include "core/attendance/ClassRows.h"

#include <QCollator>

#include <algorithm>

namespace edupro::attendance {

namespace {

Result<Term> termIn(storage::Store& store, const ClassGroup& group, const QString& code)
{
    const auto terms = store.list<Term>(
        QStringLiteral("academic_year_id"), QVariant::fromValue(group.academicYear.value));
    if (!terms) return terms.error();
    for (const Term& term : *terms) {
        if (term.code == code) return term;
    }
    return Error{
        .code = ErrorCode::NotFound,
        .key = "term.unknown",
        .detail = "the school year of the class has no term " + code.toStdString()};
}

Result<QHash<StudentId, AttendanceTotal>>
readTotals(storage::Store& store, const ClassGroupId& classGroup, const TermId& term)
{
    const auto rows = store.query<AttendanceTotal>(
        QStringLiteral("attendance/list_class_totals"),
        {{QStringLiteral("class_group"), QVariant::fromValue(classGroup.value)},
         {QStringLiteral("term"), QVariant::fromValue(term.value)}});
    if (!rows) return rows.error();
    QHash<StudentId, AttendanceTotal> totals;
    for (const AttendanceTotal& total : *rows)
        totals.insert(total.student, total);
    return totals;
}

/// In the class on some day of the term.
bool isInTerm(const ClassStudent& student, const Term& term)
{
    return std::any_of(student.stays.begin(), student.stays.end(), [&](const Stay& stay) {
        return stay.first <= term.endsOn && (!stay.last || *stay.last >= term.startsOn);
    });
}

} // namespace

DayList ClassTerm::listOn(QDate day) const
{
    const auto found = lists.find(day);
    if (found != lists.end()) return found->second;
    return {
        .classGroup = classGroup.id,
        .day = day,
        .state = ListState::NotTaken,
        .reason = {},
        .entries = {}};
}

ListState ClassTerm::stateOn(QDate day) const
{
    const auto found = lists.find(day);
    return found == lists.end() ? ListState::NotTaken : found->second.state;
}

SchoolDay ClassTerm::dayOn(QDate day) const
{
    const qint64 place = term.startsOn.daysTo(day);
    if (place < 0 || place >= static_cast<qint64>(days.size()))
        return {.day = day, .kind = DayKind::Break, .name = {}};
    return days[static_cast<std::size_t>(place)];
}

DayFacts ClassTerm::factsOf(QDate day) const
{
    const bool isInside = term.startsOn <= day && day <= term.endsOn;
    return {.day = dayOn(day), .today = today, .termState = isInside ? term.state : QString()};
}

const ClassStudent* ClassTerm::find(const StudentId& student) const
{
    const auto found =
        std::find_if(students.begin(), students.end(), [&](const ClassStudent& each) {
            return each.id == student;
        });
    return found == students.end() ? nullptr : &*found;
}

QDate ClassTerm::recordBefore(QDate day) const
{
    QDate last;
    for (const auto& [at, list] : lists) {
        if (at < day && isRecord(list.state)) last = at;
    }
    return last;
}

Figures ClassTerm::figuresOf(const StudentId& student) const
{
    if (const auto total = totals.constFind(student); total != totals.constEnd())
        return attendance::figuresOf(*total);
    const ClassStudent* known = find(student);
    std::vector<ListEntry> entries;
    for (const auto& [day, list] : lists) {
        if (known && isRecord(list.state) && known->isInClass(day))
            entries.push_back(list.entryOf(student));
    }
    return attendance::figuresOf(entries);
}

int ClassTerm::remainingDaysOf(const StudentId& student) const
{
    const ClassStudent* known = find(student);
    if (!known) return 0;
    return static_cast<int>(std::count_if(days.begin(), days.end(), [&](const SchoolDay& day) {
        return day.day >= today && day.isSchoolDay() && known->isInClass(day.day) &&
               !isRecord(stateOn(day.day));
    }));
}

Result<std::vector<ClassRow>>
listClasses(storage::Store& store, const QString& termCode, const QUuid& person)
{
    auto rows = store.query<ClassRow>(
        QStringLiteral("attendance/list_term_classes"),
        {{QStringLiteral("term"), termCode},
         {QStringLiteral("person"), QVariant::fromValue(person)}});
    if (!rows) return rows.error();
    QCollator order{QLocale(QLocale::Indonesian)};
    order.setNumericMode(true);
    std::sort(rows->begin(), rows->end(), [&](const ClassRow& a, const ClassRow& b) {
        return order.compare(a.name, b.name) < 0;
    });
    return rows;
}

Result<ClassTerm>
readClassTerm(storage::Store& store, const ClassGroupId& classGroup, const QString& termCode)
{
    ClassTerm whole;
    auto group = classOf(store, classGroup);
    if (!group) return group.error();
    whole.classGroup = *group;
    auto term = termIn(store, *group, termCode);
    if (!term) return term.error();
    whole.term = *term;
    whole.today = store.today();
    auto students = readStudents(store, classGroup);
    if (!students) return students.error();
    std::erase_if(*students, [&](const ClassStudent& each) { return !isInTerm(each, *term); });
    whole.students = std::move(students).value();
    auto lists = readLists(store, classGroup, term->startsOn, term->endsOn);
    if (!lists) return lists.error();
    whole.lists = std::move(lists).value();
    auto days = school::schoolCalendar(store, term->startsOn, term->endsOn);
    if (!days) return days.error();
    whole.days = std::move(days).value();
    auto rules = rulesOn(store, std::min(whole.today, term->endsOn));
    if (!rules) return rules.error();
    whole.rules = *rules;
    auto totals = readTotals(store, classGroup, term->id);
    if (!totals) return totals.error();
    whole.totals = std::move(totals).value();
    return whole;
}

} // namespace edupro::attendance
