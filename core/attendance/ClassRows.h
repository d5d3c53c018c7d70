// SPDX-License-Identifier: GPL-3.0-or-later
// What the store holds of a class's attendance, read for lists and terms alike.
#pragma once

#include "core/attendance/DayList.h"
#include "core/school/Term.h"

#include <map>

namespace edupro::attendance {

/// The class; NotFound `class.unknown`.
Result<ClassGroup> classOf(storage::Store& store, const ClassGroupId& id);

/// Everybody who is or was in the class, in the order of names.
Result<std::vector<ClassStudent>>
readStudents(storage::Store& store, const ClassGroupId& classGroup);

/// The lists of the class between two days that were begun, and those days on which somebody has an
/// entry without a list (which count for nothing).
Result<std::map<QDate, DayList>>
readLists(storage::Store& store, const ClassGroupId& classGroup, QDate first, QDate last);

/// What decides about a list of the class on a day.
Result<DayFacts> readFacts(storage::Store& store, const ClassGroup& classGroup, QDate day);

/// "draft", "submitted", "corrected"; empty for a list that was not taken.
QString nameOf(ListState state);

} // namespace edupro::attendance
