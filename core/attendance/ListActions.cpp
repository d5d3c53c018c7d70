// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/ListActions.h"

#include "core/attendance/ClassRows.h"
#include "core/record/Validate.h"

#include <algorithm>
#include <optional>

namespace edupro::attendance {

namespace {

std::string placeOf(const DayList& list)
{
    return "the list of " + list.day.toString(Qt::ISODate).toStdString() + " of class " +
           list.classGroup.text().toStdString();
}

Error refused(const DayList& list, std::vector<Issue> issues)
{
    return {
        .code = ErrorCode::Validation,
        .key = "attendance.refused",
        .detail = placeOf(list) + " cannot be stored; the issues name the day or the students",
        .issues = std::move(issues)};
}

/// Every rule, so that each refusal is told at once.
Done check(storage::Store& store, const DayList& wanted, Writing writing)
{
    const auto group = classOf(store, wanted.classGroup);
    if (!group) return group.error();
    const auto facts = readFacts(store, *group, wanted.day);
    if (!facts) return facts.error();
    const auto students = readStudents(store, wanted.classGroup);
    if (!students) return students.error();
    std::vector<Issue> issues = issuesOfDay(*facts, writing);
    const auto more = issuesOfEntries(wanted.day, wanted.entries, *students);
    issues.insert(issues.end(), more.begin(), more.end());
    return hasErrors(issues) ? Done(refused(wanted, std::move(issues))) : done();
}

Done storeSession(storage::Store& store, const DayList& before, const DayList& wanted)
{
    AttendanceSession session{.classGroup = wanted.classGroup, .day = wanted.day};
    session.id = {naturalId(entityInfo<AttendanceSession>().table + u'/' + naturalKeyOf(session))};
    if (wanted.state == ListState::NotTaken) {
        if (before.state == ListState::NotTaken) return done();
        return store.remove(entityInfo<AttendanceSession>(), session.id.value);
    }
    session.state = nameOf(wanted.state);
    if (!wanted.reason.isEmpty()) session.reason = wanted.reason;
    const auto saved = store.save(session);
    return saved ? done() : Done(saved.error());
}

Done storeEntry(storage::Store& store, QDate day, const ListEntry& entry)
{
    AttendanceDay row{
        .student = entry.student,
        .day = day,
        .status = entry.code,
        .late = entry.late,
        .leftEarly = entry.leftEarly};
    if (!entry.note.isEmpty()) row.note = entry.note;
    const auto saved = store.save(row);
    return saved ? done() : Done(saved.error());
}

Done removeEntry(storage::Store& store, QDate day, const StudentId& student)
{
    const AttendanceDay row{.student = student, .day = day};
    const EntityInfo& info = entityInfo<AttendanceDay>();
    return store.remove(info, naturalId(info.table + u'/' + naturalKeyOf(row)));
}

Done storeRows(storage::Store& store, const DayList& before, const DayList& wanted)
{
    if (Done session = storeSession(store, before, wanted); !session) return session;
    for (const ListEntry& entry : before.entries) {
        if (!wanted.entryOf(entry.student).isSimplyPresent()) continue;
        if (Done gone = removeEntry(store, wanted.day, entry.student); !gone) return gone;
    }
    for (const ListEntry& entry : wanted.entries) {
        if (entry == before.entryOf(entry.student)) continue;
        if (Done kept = storeEntry(store, wanted.day, entry); !kept) return kept;
    }
    return done();
}

/// Stores the list as one, in the open transaction or one of its own.
Result<TakenList> write(storage::Store& store, const DayList& before, const DayList& wanted)
{
    TakenList taken{.before = before, .after = wanted};
    if (!taken.isChange()) return taken;
    std::optional<Result<storage::Transaction>> own;
    if (!store.isInTransaction()) {
        if (!wanted.reason.isEmpty()) store.setReason(wanted.reason);
        own.emplace(storage::Transaction::begin(store));
        if (!*own) return own->error();
    }
    if (Done stored = storeRows(store, before, wanted); !stored) return stored.error();
    if (own) {
        if (Done committed = (**own).commit(); !committed) return committed.error();
    }
    return taken;
}

/// The list as it was asked for: only those who were not simply present, by student. Issues are of
/// the entries as they were given.
DayList listOf(
    const ClassGroupId& classGroup,
    QDate day,
    const std::vector<ListEntry>& entries,
    ListState state,
    const QString& reason = {})
{
    DayList list{
        .classGroup = classGroup, .day = day, .state = state, .reason = reason, .entries = {}};
    for (const ListEntry& entry : entries) {
        ListEntry kept = entry;
        kept.note = entry.note.trimmed();
        list.set(kept);
    }
    return list;
}

DayList asGiven(const ClassGroupId& classGroup, QDate day, const std::vector<ListEntry>& entries)
{
    return {
        .classGroup = classGroup,
        .day = day,
        .state = ListState::NotTaken,
        .reason = {},
        .entries = entries};
}

Error alreadySubmitted(const DayList& list)
{
    return {
        .code = ErrorCode::Conflict,
        .key = "attendance.submitted",
        .detail = placeOf(list) + " was submitted; it can be corrected with a reason"};
}

std::vector<Issue> issuesOfReason(const QString& reason, QDate today)
{
    const EntityInfo& info = entityInfo<AttendanceSession>();
    const FieldInfo& field = info.fields[static_cast<std::size_t>(info.indexOf(u"reason"))];
    if (reason.isEmpty()) return {{.field = "reason", .rule = "required"}};
    return issuesOfField(field, reason, today);
}

} // namespace

Result<DayList> readList(storage::Store& store, const ClassGroupId& classGroup, QDate day)
{
    if (auto group = classOf(store, classGroup); !group) return group.error();
    const auto lists = readLists(store, classGroup, day, day);
    if (!lists) return lists.error();
    const auto found = lists->find(day);
    return found != lists->end() ? found->second : asGiven(classGroup, day, {});
}

Result<TakenList> takeList(
    storage::Store& store,
    const ClassGroupId& classGroup,
    QDate day,
    const std::vector<ListEntry>& entries,
    ListState state)
{
    const auto before = readList(store, classGroup, day);
    if (!before) return before.error();
    const Done valid = check(store, asGiven(classGroup, day, entries), Writing::Usual);
    if (!valid) return valid.error();
    DayList wanted = listOf(classGroup, day, entries, state);
    if (isRecord(before->state)) {
        if (wanted.entries != before->entries) return alreadySubmitted(wanted);
        return TakenList{.before = *before, .after = *before};
    }
    return write(store, *before, wanted);
}

Result<TakenList> correctList(
    storage::Store& store,
    const ClassGroupId& classGroup,
    QDate day,
    const std::vector<ListEntry>& entries,
    const QString& reason)
{
    const auto before = readList(store, classGroup, day);
    if (!before) return before.error();
    const QString why = reason.trimmed();
    DayList wanted = listOf(classGroup, day, entries, ListState::Corrected, why);
    if (const auto issues = issuesOfReason(why, store.today()); hasErrors(issues))
        return refused(wanted, issues);
    const Done valid = check(store, asGiven(classGroup, day, entries), Writing::Correction);
    if (!valid) return valid.error();
    if (isRecord(before->state) && wanted.entries == before->entries)
        return TakenList{.before = *before, .after = *before};
    return write(store, *before, wanted);
}

Result<TakenList> takeEntry(
    storage::Store& store,
    const ClassGroupId& classGroup,
    QDate day,
    const ListEntry& entry,
    Begun begun)
{
    const auto before = readList(store, classGroup, day);
    if (!before) return before.error();
    DayList wanted = *before;
    wanted.set(entry);
    const Done valid = check(store, asGiven(classGroup, day, {entry}), Writing::Usual);
    if (!valid) return valid.error();
    if (isRecord(before->state)) {
        if (begun == Begun::Before && !(wanted == *before)) return alreadySubmitted(wanted);
    } else {
        wanted.state = ListState::Submitted;
    }
    return write(store, *before, wanted);
}

Result<TakenList> undoList(storage::Store& store, const TakenList& taken)
{
    const auto now = readList(store, taken.after.classGroup, taken.after.day);
    if (!now) return now.error();
    if (!(*now == taken.after)) {
        return Error{
            .code = ErrorCode::Conflict,
            .key = "attendance.changed",
            .detail = placeOf(taken.after) + " was changed since"};
    }
    if (!taken.isChange()) return taken;
    const QString& reason = taken.after.reason.isEmpty() ? taken.before.reason : taken.after.reason;
    const auto group = classOf(store, taken.after.classGroup);
    if (!group) return group.error();
    const auto facts = readFacts(store, *group, taken.after.day);
    if (!facts) return facts.error();
    const Writing writing = reason.isEmpty() ? Writing::Usual : Writing::Correction;
    if (const auto issues = issuesOfDay(*facts, writing); hasErrors(issues))
        return refused(taken.before, issues);
    if (!reason.isEmpty() && !store.isInTransaction()) store.setReason(reason);
    return write(store, taken.after, taken.before);
}

} // namespace edupro::attendance
