// SPDX-License-Identifier: GPL-3.0-or-later
// The grid of attendance: one letter sets a cell and goes on to the next student.
#pragma once

#include "ui/grid/DataGrid.h"

#include <QDate>

namespace edupro::ui {

class AttendanceModel;

/// Beyond the keys of DataGrid: in a cell of codes H S I A, and L and E (T and P) for late and left
/// early, set it and move down. Keeps its place when the model shows itself anew. The menu of a
/// day's heading marks all present or submits its list.
class AttendanceGrid : public DataGrid {
    Q_OBJECT
public:
    AttendanceGrid(const Theme& theme, AttendanceModel& model, QWidget* parent = nullptr);

    /// The day of the current column, of the view's day when that is a figure.
    QDate currentDay() const;
    /// Puts the keyboard on the first student's cell of a day.
    void goTo(QDate day);

signals:
    void submitRequested(QDate day);
    void allPresentRequested(QDate day);
    /// Somebody typed into a cell that takes nothing; says why.
    void closedCellTyped(const QString& why);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void keepPlace();
    void showDayMenu(const QPoint& place);

    AttendanceModel& m_attendance;
    QString m_keptGrid;
    QString m_keptRow;
    QString m_keptColumn;
};

} // namespace edupro::ui
