// SPDX-License-Identifier: GPL-3.0-or-later
// Taking and correcting the list of a class: the one way in which window, import and command line
// write daily attendance.
#pragma once

#include "core/attendance/DayList.h"

namespace edupro::attendance {

/// A list before and after it was written: what undoing needs.
struct TakenList {
    DayList before;
    DayList after;

    bool isChange() const { return !(before == after); }
};

/// The list of a class on a day. NotFound `class.unknown`.
Result<DayList> readList(storage::Store& store, const ClassGroupId& classGroup, QDate day);

/// Stores the list as a whole, all or nothing: who has no entry was simply present. `state`: Draft
/// or Submitted. A submitted list stays as it is: another one is Conflict `attendance.submitted`
/// (see correctList()), the same one changes nothing. Errors: NotFound `class.unknown`; Validation
/// `attendance.refused` with the issues of issuesOfDay() and issuesOfEntries(); Permission; those
/// of the store. Joins an open transaction.
Result<TakenList> takeList(
    storage::Store& store,
    const ClassGroupId& classGroup,
    QDate day,
    const std::vector<ListEntry>& entries,
    ListState state);

/// The same for a list that was submitted, or in a locked term: needs a reason of 3 to 200
/// characters (issues of the field "reason"), which is kept with the list and its changes.
Result<TakenList> correctList(
    storage::Store& store,
    const ClassGroupId& classGroup,
    QDate day,
    const std::vector<ListEntry>& entries,
    const QString& reason);

/// Whether a list was begun by the same work, so that it takes further entries.
enum class Begun { Before, ByThisWork };

/// One student's entry in the list of a day, which is submitted with it. Errors as takeList().
Result<TakenList> takeEntry(
    storage::Store& store,
    const ClassGroupId& classGroup,
    QDate day,
    const ListEntry& entry,
    Begun begun);

/// Puts the list back as it was before, in one step; undoing what this returns does it again.
/// Conflict `attendance.changed` when it is not any more as it was written.
Result<TakenList> undoList(storage::Store& store, const TakenList& taken);

} // namespace edupro::attendance
