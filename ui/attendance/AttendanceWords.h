// SPDX-License-Identifier: GPL-3.0-or-later
// Attendance in the user's language: codes, states, days.
#pragma once

#include "core/attendance/ClassTerm.h"

#include <QString>

namespace edupro::ui {

/// One letter as the grid shows it: H, S, I, A; L for late, E for left early, LE for both (T, P and
/// TP in Indonesian).
QString letterOf(const attendance::ListEntry& entry);
/// "Present, late".
QString wordOf(const attendance::ListEntry& entry);
/// "Not taken", "Draft", ...
QString wordOf(attendance::ListState state);
/// "Monday 2 March 2026".
QString longDay(QDate day);
/// Why a student has no entry on a day; empty when the day takes one.
QString
closedWord(const attendance::ClassTerm& term, const attendance::ClassStudent* student, QDate day);
/// "Budi (S), Citra (A)": who was away on a day, at most so many by name.
QString awayWords(const attendance::ClassTerm& term, QDate day, int named);

} // namespace edupro::ui
