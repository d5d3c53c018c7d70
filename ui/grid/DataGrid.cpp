// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/DataGrid.h"

#include "core/exchange/TextBlock.h"
#include "ui/common/Theme.h"
#include "ui/grid/ColumnHeadings.h"
#include "ui/grid/GridDelegate.h"
#include "ui/grid/GridModel.h"
#include "ui/grid/RowHeadings.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLineEdit>

namespace edupro::ui {

namespace {

constexpr int denseRow = 27; // 20 rows and more on a page of 768 px

} // namespace

DataGrid::DataGrid(const Theme& theme, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_delegate(new GridDelegate(theme, this))
    , m_rows(new RowHeadings(theme, this))
{
    setItemDelegate(m_delegate);
    setHorizontalHeader(new ColumnHeadings(theme, this));
    setVerticalHeader(m_rows);
    setSelectionBehavior(SelectItems);
    setSelectionMode(ContiguousSelection);
    setEditTriggers(AnyKeyPressed | EditKeyPressed | DoubleClicked);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab is a key of the grid's own; see focusNextPrevChild()
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    setCornerWidget(new QWidget(this)); // between the scroll bars; the style would draw a frame
    setFrameShape(NoFrame);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    m_rows->setDefaultSectionSize(denseRow);
    connect(m_delegate, &GridDelegate::leftBy, this, &DataGrid::move);
    addCommands();
    say();
}

void DataGrid::setGridModel(GridModel* model)
{
    m_model = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &DataGrid::adaptColumns);
    adaptColumns();
}

void DataGrid::adaptColumns()
{
    m_rows->setHeadings(m_model);
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, m_model->columns()[static_cast<std::size_t>(column)].width);
    const bool another = m_shownGrid != m_model->grid();
    m_shownGrid = m_model->grid();
    if (another) scrollToTop();
}

void DataGrid::addCommands()
{
    using Key = QKeySequence;
    const auto copy = [this] {
        QApplication::clipboard()->setText(selectedText());
    };
    addCommand(
        "gridUndo", QT_TR_NOOP("Undo"), Key::keyBindings(Key::Undo), [this] { m_model->undo(); });
    addCommand("gridRedo", QT_TR_NOOP("Redo"), {Key("Ctrl+Y"), Key("Ctrl+Shift+Z")}, [this] {
        m_model->redo();
    });
    addCommand("gridCut", QT_TR_NOOP("Cut"), Key::keyBindings(Key::Cut), [this, copy] {
        copy();
        clear();
    });
    addCommand("gridCopy", QT_TR_NOOP("Copy"), Key::keyBindings(Key::Copy), copy);
    addCommand("gridPaste", QT_TR_NOOP("Paste"), Key::keyBindings(Key::Paste), [this] {
        paste(QApplication::clipboard()->text());
    });
    addCommand("gridFillDown", QT_TR_NOOP("Fill down"), {Key("Ctrl+D")}, [this] { fillDown(); });
    addCommand("gridClear", QT_TR_NOOP("Clear"), {Key(Qt::Key_Delete)}, [this] { clear(); });
    addCommand("gridNextRefused", QT_TR_NOOP("Next refused cell"), {Key(Qt::Key_F8)}, [this] {
        goToNextRefused();
    });
}

void DataGrid::addCommand(
    const char* name, const char* text, const QList<QKeySequence>& keys, std::function<void()> act)
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut); // in the editor the keys are the editor's
    connect(action, &QAction::triggered, this, [this, act = std::move(act)] {
        if (m_model) act();
    });
    addAction(action);
    m_commands.push_back({action, text});
}

void DataGrid::say()
{
    for (const Command& command : m_commands)
        command.action->setText(tr(command.text));
}

void DataGrid::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QTableView::changeEvent(event);
}

DataGrid::Area DataGrid::selectedArea() const
{
    const QItemSelection selection = selectionModel()->selection();
    if (selection.isEmpty()) {
        const QModelIndex current = currentIndex();
        if (!current.isValid()) return {};
        return {current.row(), current.column(), current.row(), current.column()};
    }
    QRect around;
    for (const QItemSelectionRange& range : selection)
        around |= QRect(QPoint(range.left(), range.top()), QPoint(range.right(), range.bottom()));
    return {around.top(), around.left(), around.bottom(), around.right()};
}

QString DataGrid::selectedText() const
{
    const Area area = selectedArea();
    exchange::TextBlock block;
    for (int row = area.top; row <= area.bottom; ++row) {
        QStringList cells;
        for (int column = area.left; column <= area.right; ++column)
            cells.append(m_model->at(row, column).shown());
        block.push_back(cells);
    }
    return exchange::textOf(block);
}

void DataGrid::paste(const QString& text)
{
    const Area area = selectedArea();
    const exchange::TextBlock block = exchange::parseTextBlock(text);
    if (area.isEmpty() || block.empty()) return;
    if (block.size() == 1 && block.front().size() == 1) {
        const QString value = block.front().front().trimmed();
        enterSelected(tr("Paste"), [&value](GridChange& change) {
            change.text = value;
            return true;
        });
        return;
    }
    std::vector<GridChange> changes;
    int outside = 0;
    int right = area.left;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const int row = area.top + static_cast<int>(i);
        for (int j = 0; j < block[i].size(); ++j) {
            const int column = area.left + j;
            if (row >= m_model->rowCount() || column >= m_model->columnCount()) {
                ++outside;
                continue;
            }
            changes.push_back({row, column, block[i][j].trimmed()});
            right = std::max(right, column);
        }
    }
    const int untouched = m_model->enter(changes, tr("Paste"));
    const int bottom = std::min(area.top + static_cast<int>(block.size()), m_model->rowCount()) - 1;
    selectionModel()->select(
        QItemSelection(m_model->index(area.top, area.left), m_model->index(bottom, right)),
        QItemSelectionModel::ClearAndSelect);
    if (outside + untouched > 0) emit leftOut(outside + untouched);
}

void DataGrid::enterSelected(const QString& words, const std::function<bool(GridChange&)>& change)
{
    const Area area = selectedArea();
    std::vector<GridChange> changes;
    for (int row = area.top; row <= area.bottom; ++row) {
        for (int column = area.left; column <= area.right; ++column) {
            GridChange one{row, column, {}};
            if (change(one)) changes.push_back(one);
        }
    }
    const int untouched = m_model->enter(changes, words);
    if (untouched > 0) emit leftOut(untouched);
}

void DataGrid::fillDown()
{
    const Area area = selectedArea();
    // A single row takes what stands above it.
    const int source = area.top == area.bottom ? area.top - 1 : area.top;
    if (area.isEmpty() || source < 0) return;
    enterSelected(tr("Fill down"), [this, source](GridChange& change) {
        change.text = m_model->at(source, change.column).shown();
        return change.row != source;
    });
}

void DataGrid::clear()
{
    enterSelected(tr("Clear"), [](GridChange&) { return true; });
}

void DataGrid::goToNextRefused()
{
    const QModelIndex next = m_model->nextRefused(currentIndex());
    if (!next.isValid()) return;
    setCurrentIndex(next);
    setFocus(Qt::OtherFocusReason);
}

bool DataGrid::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event)
{
    m_delegate->setTypedOver(trigger == AnyKeyPressed);
    const bool opened = QTableView::edit(index, trigger, event);
    auto* line = opened ? qobject_cast<QLineEdit*>(indexWidget(index)) : nullptr;
    if (line && trigger != AnyKeyPressed) line->end(false); // it would begin with all selected
    return opened;
}

bool DataGrid::moveTo(int row, int column)
{
    if (row < 0 || row >= m_model->rowCount() || column < 0 || column >= m_model->columnCount())
        return false;
    m_keepsTabs = true;
    setCurrentIndex(m_model->index(row, column));
    m_keepsTabs = false;
    return true;
}

/// To the next cell that can be typed in, along the rows.
bool DataGrid::moveAlong(int step)
{
    const int columns = m_model->columnCount();
    const int cells = m_model->rowCount() * columns;
    const QModelIndex from = currentIndex();
    if (!from.isValid()) return false;
    for (int at = from.row() * columns + from.column() + step; at >= 0 && at < cells; at += step) {
        if (!m_model->at(at / columns, at % columns).readOnly)
            return moveTo(at / columns, at % columns);
    }
    return false;
}

void DataGrid::move(int key, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex from = currentIndex();
    if (!from.isValid()) return;
    const bool back = modifiers & Qt::ShiftModifier;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const int column = m_tabbedFrom >= 0 && !back ? m_tabbedFrom : from.column();
        moveTo(from.row() + (back ? -1 : 1), column);
        m_tabbedFrom = -1;
        return;
    }
    case Qt::Key_Tab:
    case Qt::Key_Backtab: {
        if (m_tabbedFrom < 0) m_tabbedFrom = from.column();
        const bool right = key == Qt::Key_Tab && !back;
        if (!moveAlong(right ? 1 : -1)) QTableView::focusNextPrevChild(right);
        if (currentIndex().row() != from.row()) m_tabbedFrom = currentIndex().column();
        return;
    }
    case Qt::Key_Up:
        moveTo(from.row() - 1, from.column());
        break;
    case Qt::Key_Down:
        moveTo(from.row() + 1, from.column());
        break;
    case Qt::Key_Left:
        moveTo(from.row(), from.column() - 1);
        break;
    case Qt::Key_Right:
        moveTo(from.row(), from.column() + 1);
        break;
    default:
        break;
    }
    m_tabbedFrom = -1;
}

bool DataGrid::focusNextPrevChild(bool)
{
    return false; // the key then comes to keyPressEvent()
}

void DataGrid::keyPressEvent(QKeyEvent* event)
{
    if (!m_model) return QTableView::keyPressEvent(event);
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return move(event->key(), event->modifiers());
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (control) {
            QTableView::focusNextPrevChild(event->key() == Qt::Key_Tab);
            return;
        }
        return move(event->key(), event->modifiers());
    case Qt::Key_Backspace:
        return clear();
    case Qt::Key_Escape:
        if (currentIndex().isValid() && m_model->cell(currentIndex()).refusal)
            return m_model->revert(currentIndex());
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void DataGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_keepsTabs) m_tabbedFrom = -1;
    emit currentMoved(current);
}

} // namespace edupro::ui
