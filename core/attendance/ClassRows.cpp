// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/ClassRows.h"

#include <algorithm>
#include <iterator>

namespace edupro::attendance {

namespace {

constexpr const char* stateNames[] = {"", "draft", "submitted", "corrected"};

struct StudentRow {
    StudentId id;
    QString nis;
    QString name;
    QDate startsOn;
    std::optional<QDate> endsOn;

    static constexpr auto schema()
    {
        return entity(
            "list_class_students",
            field(&StudentRow::id, "id"),
            field(&StudentRow::nis, "nis"),
            field(&StudentRow::name, "name"),
            field(&StudentRow::startsOn, "starts_on"),
            field(&StudentRow::endsOn, "ends_on"));
    }
};

struct SessionRow {
    QDate day;
    QString state;
    std::optional<QString> reason;

    static constexpr auto schema()
    {
        return entity(
            "list_class_sessions",
            field(&SessionRow::day, "day"),
            field(&SessionRow::state, "state"),
            field(&SessionRow::reason, "reason"));
    }
};

ListState stateOf(const QString& name)
{
    const auto* found =
        std::find_if(std::begin(stateNames), std::end(stateNames), [&](const char* each) {
            return name == QLatin1String(each);
        });
    return static_cast<ListState>(found - std::begin(stateNames));
}

DayList& listOf(std::map<QDate, DayList>& lists, const ClassGroupId& classGroup, QDate day)
{
    DayList& list = lists[day];
    list.classGroup = classGroup;
    list.day = day;
    return list;
}

} // namespace

QString nameOf(ListState state)
{
    return QString::fromLatin1(stateNames[static_cast<std::size_t>(state)]);
}

Result<ClassGroup> classOf(storage::Store& store, const ClassGroupId& id)
{
    auto found = store.find<ClassGroup>(id);
    if (!found) return found.error();
    if (found->has_value()) return (*found)->record;
    return Error{
        .code = ErrorCode::NotFound,
        .key = "class.unknown",
        .detail = "there is no class " + id.text().toStdString()};
}

Result<std::vector<ClassStudent>>
readStudents(storage::Store& store, const ClassGroupId& classGroup)
{
    const auto rows = store.query<StudentRow>(
        QStringLiteral("attendance/list_class_students"),
        {{QStringLiteral("class_group"), QVariant::fromValue(classGroup.value)}});
    if (!rows) return rows.error();
    std::vector<ClassStudent> students;
    for (const StudentRow& row : *rows) {
        if (students.empty() || students.back().id != row.id)
            students.push_back({.id = row.id, .nis = row.nis, .name = row.name, .stays = {}});
        students.back().stays.push_back({.first = row.startsOn, .last = row.endsOn});
    }
    return students;
}

Result<std::map<QDate, DayList>>
readLists(storage::Store& store, const ClassGroupId& classGroup, QDate first, QDate last)
{
    const storage::Parameters span{
        {QStringLiteral("class_group"), QVariant::fromValue(classGroup.value)},
        {QStringLiteral("first"), first},
        {QStringLiteral("last"), last}};
    const auto sessions =
        store.query<SessionRow>(QStringLiteral("attendance/list_class_sessions"), span);
    if (!sessions) return sessions.error();
    const auto days =
        store.query<AttendanceDay>(QStringLiteral("attendance/list_class_days"), span);
    if (!days) return days.error();
    std::map<QDate, DayList> lists;
    for (const SessionRow& row : *sessions) {
        DayList& list = listOf(lists, classGroup, row.day);
        list.state = stateOf(row.state);
        list.reason = row.reason.value_or(QString());
    }
    for (const AttendanceDay& row : *days) {
        listOf(lists, classGroup, row.day)
            .set(
                {.student = row.student,
                 .code = row.status,
                 .late = row.late,
                 .leftEarly = row.leftEarly,
                 .note = row.note.value_or(QString())});
    }
    return lists;
}

Result<DayFacts> readFacts(storage::Store& store, const ClassGroup& classGroup, QDate day)
{
    const auto at = school::schoolDayOn(store, day);
    if (!at) return at.error();
    const auto terms = store.list<Term>(
        QStringLiteral("academic_year_id"), QVariant::fromValue(classGroup.academicYear.value));
    if (!terms) return terms.error();
    DayFacts facts{.day = *at, .today = store.today(), .termState = {}};
    for (const Term& term : *terms) {
        if (term.startsOn <= day && day <= term.endsOn) facts.termState = term.state;
    }
    return facts;
}

} // namespace edupro::attendance
