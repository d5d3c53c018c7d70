// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attendance/AttendanceGrid.h"

#include "ui/attendance/AttendanceModel.h"
#include "ui/attendance/AttendanceWords.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace edupro::ui {

namespace {

constexpr int narrowest = 16; // device-independent pixels

template<class Named>
int placeOf(const std::vector<Named>& all, const QString& key)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Named& each) { return each.key == key; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

} // namespace

AttendanceGrid::AttendanceGrid(const Theme& theme, AttendanceModel& model, QWidget* parent)
    : DataGrid(theme, parent)
    , m_attendance(model)
{
    horizontalHeader()->setMinimumSectionSize(narrowest);
    // Before the grid itself hears of a reset, which forgets the current cell.
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &AttendanceGrid::keepPlace);
    setGridModel(&model);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        const int row = placeOf(m_attendance.rows(), m_keptRow);
        const int column = placeOf(m_attendance.columns(), m_keptColumn);
        if (m_keptGrid == m_attendance.grid() && row >= 0 && column >= 0)
            setCurrentIndex(m_attendance.index(row, column));
    });
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(
        horizontalHeader(),
        &QWidget::customContextMenuRequested,
        this,
        &AttendanceGrid::showDayMenu);
}

void AttendanceGrid::keepPlace()
{
    const QModelIndex at = currentIndex();
    m_keptGrid = m_attendance.grid();
    m_keptRow.clear();
    m_keptColumn.clear();
    if (!at.isValid()) return;
    m_keptRow = m_attendance.rows()[static_cast<std::size_t>(at.row())].key;
    m_keptColumn = m_attendance.columns()[static_cast<std::size_t>(at.column())].key;
}

QDate AttendanceGrid::currentDay() const
{
    if (!m_attendance.view().month) return m_attendance.view().day;
    return m_attendance.dayOf(currentIndex().column());
}

void AttendanceGrid::goTo(QDate day)
{
    const int column = placeOf(m_attendance.columns(), day.toString(Qt::ISODate));
    if (m_attendance.rowCount() == 0 || column < 0) return;
    setCurrentIndex(m_attendance.index(0, column));
    scrollTo(currentIndex());
}

void AttendanceGrid::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex at = currentIndex();
    const QString typed = event->text();
    const bool isLetter = typed.size() == 1 && typed[0].isLetterOrNumber() &&
                          !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!isLetter || !at.isValid()) return DataGrid::keyPressEvent(event);
    const GridCell& cell = m_attendance.cell(at);
    if (cell.readOnly) {
        emit closedCellTyped(cell.note);
        return;
    }
    const QString& key = m_attendance.columns()[static_cast<std::size_t>(at.column())].key;
    if (key == noteColumn) return DataGrid::keyPressEvent(event);
    m_attendance.enter({{at.row(), at.column(), typed.toUpper()}}, {});
    const bool isRefused = m_attendance.cell(currentIndex()).refusal.has_value();
    if (!isRefused && at.row() + 1 < m_attendance.rowCount())
        setCurrentIndex(m_attendance.index(at.row() + 1, at.column()));
}

void AttendanceGrid::showDayMenu(const QPoint& place)
{
    const QDate day = m_attendance.dayOf(horizontalHeader()->logicalIndexAt(place));
    if (!day.isValid() || !m_attendance.view().mayWrite) return;
    auto* menu = new QMenu(this);
    menu->setObjectName("dayMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(longDay(day))->setEnabled(false);
    const bool isOpen = closedWord(m_attendance.term(), nullptr, day).isEmpty();
    QAction* present =
        menu->addAction(tr("All present"), this, [this, day] { emit allPresentRequested(day); });
    QAction* submit =
        menu->addAction(tr("Submit the list"), this, [this, day] { emit submitRequested(day); });
    present->setObjectName("dayAllPresent");
    submit->setObjectName("daySubmit");
    present->setEnabled(isOpen);
    submit->setEnabled(isOpen && !attendance::isRecord(m_attendance.term().stateOn(day)));
    menu->popup(horizontalHeader()->mapToGlobal(place)); // no event loop of its own
}

} // namespace edupro::ui
