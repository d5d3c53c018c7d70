// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attendance/AttendanceModel.h"

#include "core/jobs/OnFinished.h"
#include "core/record/Validate.h"
#include "ui/attendance/AttendanceWords.h"
#include "ui/shell/Context.h"

#include <QUndoCommand>

#include <algorithm>
#include <map>
#include <utility>

namespace edupro::ui {

using namespace attendance;

/// Submits the list of a day; taken back it puts the list as it was before.
class ListCommand : public QUndoCommand {
public:
    ListCommand(AttendanceModel& model, const AttendanceModel::ListOrder& list)
        : m_model(model)
        , m_list(list)
        , m_token(std::make_shared<std::optional<TakenList>>())
    {
    }
    void redo() override
    {
        m_before = m_model.m_term.listOn(m_list.day);
        m_model.write(m_list, m_token);
    }
    void undo() override { m_model.takeBack(m_before, m_token); }

private:
    AttendanceModel& m_model;
    AttendanceModel::ListOrder m_list;
    DayList m_before;               ///< as it was shown
    AttendanceModel::Token m_token; // its value is the store's thread's
};

namespace {

/// The part of a refusal of a list that is about one student.
Error refusalOf(const Error& error, const QString& student)
{
    for (const Issue& issue : error.issues) {
        if (QString::fromStdString(issue.field) == student) {
            Error own = error;
            own.issues = {issue};
            return own;
        }
    }
    return error;
}

Error wantsReason(ListState state)
{
    return {
        .code = ErrorCode::Conflict,
        .key = isRecord(state) ? "attendance.submitted" : "access.locked_term",
        .detail = "a submitted list, or one of a closed term, is corrected with a reason"};
}

} // namespace

AttendanceModel::AttendanceModel(Context& context, QObject* parent)
    : GridModel(parent)
    , m_context(context)
{
}

void AttendanceModel::show(const ClassTerm& term, const AttendanceView& view)
{
    m_term = term;
    m_view = view;
    GridContents contents = contentsOf(m_term, m_view);
    if (contents.key != grid()) {
        m_reason.clear();
        m_waiting.reset();
        m_reasonWanted = false;
    }
    GridModel::show(std::move(contents));
}

void AttendanceModel::retranslate()
{
    GridModel::show(contentsOf(m_term, m_view));
}

QDate AttendanceModel::dayOf(int column) const
{
    if (column < 0 || column >= columnCount()) return {};
    return dayOfColumn(columns()[static_cast<std::size_t>(column)].key, m_view);
}

const ClassStudent* AttendanceModel::studentOf(const QString& row) const
{
    return m_term.find(StudentId{QUuid::fromString(row)});
}

bool AttendanceModel::needsReason(QDate day) const
{
    // Of a closed term only those are asked who may open it.
    const Person& person = m_context.person();
    const bool mayReopen = !person.isSignedIn() || person.roles.testFlag(security::Role::Admin);
    return isRecord(m_term.stateOn(day)) || (m_term.term.state == u"locked" && mayReopen);
}

ListEntry AttendanceModel::changed(const KeyedChange& change, QDate day) const
{
    const StudentId student{QUuid::fromString(change.row)};
    ListEntry entry = m_term.listOn(day).entryOf(student);
    if (change.column == noteColumn) {
        entry.note = change.text;
        return entry;
    }
    ListEntry typed = entryOfCode(student, change.text);
    typed.note = entry.note;
    return typed;
}

Result<QString> AttendanceModel::check(int row, int column, const QString& text) const
{
    const QString& key = columns()[static_cast<std::size_t>(column)].key;
    const QString& student = rows()[static_cast<std::size_t>(row)].key;
    const QDate day = dayOf(column);
    const QString typed = text.simplified();
    const bool isNote = key == noteColumn;
    if (typed.isEmpty() && !isNote && m_view.month && m_term.stateOn(day) == ListState::NotTaken)
        return QString();
    const ListEntry entry = changed({student, key, typed}, day);
    if (const auto issues = issuesOfEntry(day, entry, studentOf(student)); hasErrors(issues)) {
        return Error{
            .code = ErrorCode::Validation,
            .key = "attendance.refused",
            .detail = "the entry breaks a rule",
            .issues = issues};
    }
    return isNote ? typed : letterOf(entry);
}

void AttendanceModel::store(const GridStep& step)
{
    std::map<QDate, DayList> lists;
    for (const KeyedChange& change : step.changes) {
        const QDate day = dayOfColumn(change.column, m_view);
        auto list = lists.find(day);
        if (list == lists.end()) list = lists.emplace(day, m_term.listOn(day)).first;
        list->second.set(changed(change, day));
    }
    std::vector<DayWork> work;
    for (auto& [day, list] : lists) {
        DayWork asked{.day = day, .entries = list.entries, .isCorrection = needsReason(day)};
        if (asked.isCorrection && m_reason.isEmpty()) {
            asked.waits = true;
            asked.refusal = wantsReason(m_term.stateOn(day));
        } else {
            list.state = asked.isCorrection ? ListState::Corrected : ListState::Draft;
            m_headingsStale = m_headingsStale || m_term.stateOn(day) != list.state;
            m_term.lists[day] = list; // what is shown meanwhile
        }
        work.push_back(std::move(asked));
    }
    const bool asksStore =
        std::any_of(work.begin(), work.end(), [](const DayWork& asked) { return !asked.refusal; });
    ++m_onItsWay;
    recalculate(); // what follows from the entries, before the store answers
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (asksStore)
        send(step, std::move(work));
    else
        answer(step, work);
}

void AttendanceModel::send(const GridStep& step, std::vector<DayWork> work)
{
    const auto run = [group = m_term.classGroup.id, reason = m_reason, work = std::move(work)](
                         storage::Store& store,
                         const Progress&) mutable -> Result<std::vector<DayWork>> {
        for (DayWork& asked : work) {
            if (asked.refusal) continue;
            const auto taken =
                asked.isCorrection
                    ? correctList(store, group, asked.day, asked.entries, reason)
                    : takeList(store, group, asked.day, asked.entries, ListState::Draft);
            if (taken) {
                asked.now = taken->after;
                continue;
            }
            asked.refusal = taken.error();
            if (const auto stored = readList(store, group, asked.day)) asked.now = *stored;
        }
        return work;
    };
    jobs::onFinished(
        m_context.store.submit(run), this, [this, step](const Result<std::vector<DayWork>>& done) {
            if (done) {
                answer(step, *done);
                return;
            }
            --m_onItsWay;
            settle(step, done.error());
        });
}

void AttendanceModel::answer(const GridStep& step, const std::vector<DayWork>& work)
{
    --m_onItsWay;
    std::vector<std::optional<Error>> refusals;
    bool counts = false;
    for (const DayWork& done : work) {
        // With more on its way what is typed is newer than what the store told.
        if (done.now && m_onItsWay == 0 && done.now->classGroup == m_term.classGroup.id) {
            m_headingsStale = m_headingsStale || m_term.stateOn(done.day) != done.now->state;
            m_term.lists[done.day] = *done.now;
        }
        counts = counts || (done.isCorrection && !done.refusal);
    }
    for (const KeyedChange& change : step.changes) {
        const QDate day = dayOfColumn(change.column, m_view);
        const auto found = std::find_if(work.begin(), work.end(), [&](const DayWork& done) {
            return done.day == day || (change.column == noteColumn && work.size() == 1);
        });
        const bool refused = found != work.end() && found->refusal;
        refusals.push_back(
            refused ? std::optional(refusalOf(*found->refusal, change.row)) : std::nullopt);
    }
    settle(step, refusals);
    refresh();
    // Only now, as the reason stores again what was refused.
    const bool wants =
        std::any_of(work.begin(), work.end(), [](const DayWork& done) { return done.waits; });
    if (wants) wantReason();
    if (counts) tellOthers();
}

void AttendanceModel::refresh()
{
    // A reset would close an editor; only the headings of a month tell the state of a list.
    if (std::exchange(m_headingsStale, false) && m_view.month)
        GridModel::show(contentsOf(m_term, m_view));
    else
        recalculate();
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit listChanged();
}

void AttendanceModel::tellOthers()
{
    m_isTelling = true;
    m_context.announceChange();
    m_isTelling = false;
}

void AttendanceModel::wantReason()
{
    m_reasonWanted = true;
    emit reasonWanted();
}

void AttendanceModel::correct(const QString& reason)
{
    m_reason = reason.trimmed();
    m_reasonWanted = false;
    retry();
    if (m_waiting) {
        const ListOrder list = *m_waiting;
        m_waiting.reset();
        order(list);
    }
}

void AttendanceModel::dropCorrection()
{
    m_reasonWanted = false;
    m_waiting.reset();
    for (int left = refusedCount(); left > 0; --left)
        revert(nextRefused({}));
}

void AttendanceModel::submit(QDate day)
{
    if (!isRecord(m_term.stateOn(day))) order({.day = day});
}

void AttendanceModel::takeAllPresent(QDate day)
{
    order({.day = day, .allPresent = true});
}

void AttendanceModel::order(const ListOrder& list)
{
    if (needsReason(list.day) && m_reason.isEmpty()) {
        m_waiting = list;
        wantReason();
        return;
    }
    steps().push(new ListCommand(*this, list));
}

void AttendanceModel::write(const ListOrder& list, const Token& token)
{
    const bool isCorrection = needsReason(list.day);
    const DayList before = m_term.listOn(list.day);
    DayList wanted = before;
    wanted.state = isCorrection ? ListState::Corrected : ListState::Submitted;
    if (list.allPresent) wanted.entries.clear();
    m_term.lists[list.day] = wanted; // the next step is judged by it
    const auto run = [group = m_term.classGroup.id,
                      day = list.day,
                      reason = m_reason,
                      entries = wanted.entries,
                      isCorrection,
                      token](storage::Store& store, const Progress&) -> Result<TakenList> {
        auto taken = isCorrection ? correctList(store, group, day, entries, reason)
                                  : takeList(store, group, day, entries, ListState::Submitted);
        if (taken) *token = *taken;
        return taken;
    };
    const int step = steps().index() + 1;
    ++m_onItsWay;
    jobs::onFinished(
        m_context.store.submit(run), this, [this, before, step](const Result<TakenList>& taken) {
            receive(taken, before);
            if (taken) emit listTaken(before.day, step);
        });
}

void AttendanceModel::takeBack(const DayList& before, const Token& token)
{
    const DayList after = m_term.listOn(before.day);
    m_term.lists[before.day] = before;
    const auto run = [token](storage::Store& store, const Progress&) -> Result<TakenList> {
        if (!*token) return TakenList{}; // it had been refused
        auto undone = undoList(store, **token);
        if (undone) token->reset();
        return undone;
    };
    ++m_onItsWay;
    jobs::onFinished(
        m_context.store.submit(run), this, [this, after](const Result<TakenList>& undone) {
            receive(undone, after);
        });
}

void AttendanceModel::receive(const Result<TakenList>& taken, const DayList& otherwise)
{
    --m_onItsWay;
    const DayList& now = taken && taken->after.day.isValid() ? taken->after : otherwise;
    if (m_onItsWay == 0 && now.classGroup == m_term.classGroup.id) m_term.lists[now.day] = now;
    m_headingsStale = true;
    refresh();
    if (!taken)
        emit failed(taken.error());
    else if (taken->isChange())
        tellOthers();
}

CellLook AttendanceModel::lookOf(int, int column, const QString& text) const
{
    return columns()[static_cast<std::size_t>(column)].key == noteColumn ? CellLook::Soft
                                                                         : lookOfCode(text);
}

void AttendanceModel::recalculate()
{
    for (int row = 0; row < rowCount(); ++row) {
        const ClassStudent* student = studentOf(rows()[static_cast<std::size_t>(row)].key);
        if (!student) continue;
        for (int column = 0; column < columnCount(); ++column) {
            if (at(row, column).state != GridCell::State::Saved) continue;
            const GridCell cell =
                cellOf(m_term, m_view, *student, columns()[static_cast<std::size_t>(column)].key);
            put(row, column, cell.stored, cell.look, cell.note);
        }
    }
}

} // namespace edupro::ui
