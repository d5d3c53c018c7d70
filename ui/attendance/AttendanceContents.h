// SPDX-License-Identifier: GPL-3.0-or-later
// What the attendance of a class looks like in a grid: the list of one day, or a month.
#pragma once

#include "core/attendance/ClassTerm.h"
#include "ui/grid/GridCell.h"

namespace edupro::ui {

struct AttendanceView {
    bool month = false;
    QDate day;            ///< or any day of the month
    bool mayWrite = true; ///< else everything is only to be read
};

/// The key of the column of notes; those of days are ISO dates.
inline const QString noteColumn = QStringLiteral("note");

/// The day that a column is typed for; invalid for figures.
QDate dayOfColumn(const QString& key, const AttendanceView& view);

/// What one cell shows as the term has it.
GridCell cellOf(
    const attendance::ClassTerm& term,
    const AttendanceView& view,
    const attendance::ClassStudent& student,
    const QString& column);

/// How a code is shown; of a draft softer than of a record.
CellLook lookOfCode(const QString& letter);

/// Who is in the class on the day, or on some day of the month.
GridContents contentsOf(const attendance::ClassTerm& term, const AttendanceView& view);

/// The first and last day of the view within the term.
std::pair<QDate, QDate> spanOf(const attendance::ClassTerm& term, const AttendanceView& view);

} // namespace edupro::ui
