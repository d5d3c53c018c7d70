// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/GridModel.h"

#include "ui/common/ErrorText.h"

#include <QUndoCommand>

#include <algorithm>

namespace edupro::ui {

/// Puts texts into cells; taken back it puts those that were shown before.
class GridStepCommand : public QUndoCommand {
public:
    GridStepCommand(
        GridModel& model,
        std::vector<KeyedChange> before,
        std::vector<KeyedChange> after,
        const QString& words)
        : QUndoCommand(words)
        , m_model(model)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void redo() override { m_model.apply(m_after); }
    void undo() override { m_model.apply(m_before); }

private:
    GridModel& m_model;
    std::vector<KeyedChange> m_before;
    std::vector<KeyedChange> m_after;
};

GridModel::GridModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

GridModel::~GridModel()
{
    for (const auto& [grid, stack] : m_steps)
        stack->disconnect(this); // it tells of its own end, when nobody can answer any more
}

void GridModel::show(GridContents contents)
{
    Q_ASSERT(contents.cells.size() == contents.rows.size() * contents.columns.size());
    const bool same = contents.key == m_contents.key;
    QHash<CellKey, GridCell> open; // being saved or refused
    if (same) {
        for (const GridRow& row : m_contents.rows)
            for (const GridColumn& column : m_contents.columns)
                if (const GridCell* cell = find(row.key, column.key);
                    cell->state != GridCell::State::Saved)
                    open.insert({row.key, column.key}, *cell);
    } else {
        keepRefused();
    }
    // A reset would close the editor that somebody types in.
    const bool inPlace = same && hasShapeOf(contents);
    if (!inPlace) beginResetModel();
    m_contents = std::move(contents);
    take(open);
    if (inPlace) {
        announce();
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        return;
    }
    recalculate();
    endResetModel();
    count();
}

bool GridModel::hasShapeOf(const GridContents& other) const
{
    const auto sameKeys = [](const auto& a, const auto& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
            return x.key == y.key;
        });
    };
    return !m_contents.cells.empty() && sameKeys(m_contents.rows, other.rows) &&
           sameKeys(m_contents.columns, other.columns);
}

/// Puts into the new contents what was being saved or refused.
void GridModel::take(const QHash<CellKey, GridCell>& open)
{
    m_rowOf.clear();
    m_columnOf.clear();
    for (std::size_t row = 0; row < m_contents.rows.size(); ++row)
        m_rowOf.insert(m_contents.rows[row].key, static_cast<int>(row));
    for (std::size_t column = 0; column < m_contents.columns.size(); ++column)
        m_columnOf.insert(m_contents.columns[column].key, static_cast<int>(column));
    for (auto cell = open.begin(); cell != open.end(); ++cell) {
        GridCell* now = find(cell.key().first, cell.key().second);
        if (!now || now->readOnly) continue;
        const QString stored = now->stored;
        const QString note = now->note;
        *now = cell.value();
        now->stored = stored;
        now->note = note;
    }
    const QHash<CellKey, Kept> kept = m_kept.take(m_contents.key);
    for (auto cell = kept.begin(); cell != kept.end(); ++cell)
        if (GridCell* now = find(cell.key().first, cell.key().second))
            refuse(*now, cell.value().text, cell.value().refusal);
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column)
            if (GridCell& cell = cellAt(row, column); !cell.readOnly)
                cell.look = cell.refusal ? CellLook::Plain : lookOf(row, column, cell.shown());
}

void GridModel::keepRefused()
{
    QHash<CellKey, Kept> kept;
    for (const GridRow& row : m_contents.rows)
        for (const GridColumn& column : m_contents.columns)
            if (const GridCell* cell = find(row.key, column.key); cell->refusal)
                kept.insert({row.key, column.key}, {cell->typed, *cell->refusal});
    if (!kept.isEmpty()) m_kept.insert(m_contents.key, kept);
}

QUndoStack& GridModel::steps()
{
    std::unique_ptr<QUndoStack>& stack = m_steps[m_contents.key];
    if (!stack) {
        stack = std::make_unique<QUndoStack>();
        connect(stack.get(), &QUndoStack::indexChanged, this, &GridModel::standingChanged);
    }
    return *stack;
}

int GridModel::enter(const std::vector<GridChange>& changes, const QString& words)
{
    std::vector<KeyedChange> before;
    std::vector<KeyedChange> after;
    int leftOut = 0;
    for (const GridChange& change : changes) {
        const GridCell& cell = at(change.row, change.column);
        if (cell.readOnly) {
            ++leftOut;
            continue;
        }
        if (cell.shown() == change.text && !cell.refusal) continue;
        const QString& row = m_contents.rows[static_cast<std::size_t>(change.row)].key;
        const QString& column = m_contents.columns[static_cast<std::size_t>(change.column)].key;
        before.push_back({row, column, cell.shown()});
        after.push_back({row, column, change.text});
    }
    if (!after.empty())
        steps().push(new GridStepCommand(*this, std::move(before), std::move(after), words));
    return leftOut;
}

void GridModel::revert(const QModelIndex& index)
{
    const GridCell& rejected = cell(index);
    if (rejected.state != GridCell::State::Rejected) return;
    enter({{index.row(), index.column(), rejected.stored}}, {});
}

void GridModel::retry()
{
    std::vector<KeyedChange> changes;
    for (const GridRow& row : m_contents.rows)
        for (const GridColumn& column : m_contents.columns)
            if (const GridCell* cell = find(row.key, column.key); cell->refusal)
                changes.push_back({row.key, column.key, cell->typed});
    if (!changes.empty()) apply(changes);
}

void GridModel::retry(const QModelIndex& index)
{
    if (!cell(index).refusal) return;
    apply(
        {{m_contents.rows[static_cast<std::size_t>(index.row())].key,
          m_contents.columns[static_cast<std::size_t>(index.column())].key,
          cell(index).typed}});
}

void GridModel::apply(const std::vector<KeyedChange>& changes)
{
    GridStep step{.number = ++m_step, .grid = m_contents.key, .changes = {}};
    for (const KeyedChange& change : changes) {
        QModelIndex index;
        const GridCell* cell = find(change.row, change.column, &index);
        if (!cell || cell->readOnly) continue;
        if (applyOne(change, step.number, index))
            step.changes.push_back({change.row, change.column, cell->typed});
    }
    announce();
    if (!step.changes.empty()) store(step);
}

/// Whether the cell has to be stored.
bool GridModel::applyOne(const KeyedChange& change, int number, const QModelIndex& index)
{
    GridCell& cell = cellAt(index.row(), index.column());
    const Result<QString> checked = check(index.row(), index.column(), change.text);
    cell.step = number;
    if (!checked) {
        refuse(cell, change.text, checked.error());
        cell.look = CellLook::Plain;
        return false;
    }
    cell.refusal.reset();
    cell.look = lookOf(index.row(), index.column(), *checked);
    // A value on its way to the store will be there before the next one is asked for.
    const bool isStored = *checked == cell.stored && cell.onItsWay == 0;
    cell.typed = isStored ? QString() : *checked;
    cell.state = isStored ? GridCell::State::Saved : GridCell::State::Saving;
    if (!isStored) ++cell.onItsWay;
    return !isStored;
}

void GridModel::refuse(GridCell& cell, const QString& text, const Error& error)
{
    cell.typed = text;
    cell.state = GridCell::State::Rejected;
    cell.refusal = error;
}

void GridModel::settle(const GridStep& step, const std::vector<std::optional<Error>>& refusals)
{
    Q_ASSERT(refusals.size() == step.changes.size());
    const bool isShown = step.grid == m_contents.key;
    bool anyStored = false;
    for (std::size_t i = 0; i < step.changes.size(); ++i) {
        const KeyedChange& change = step.changes[i];
        anyStored = anyStored || !refusals[i];
        GridCell* cell = isShown ? find(change.row, change.column) : nullptr;
        if (!cell) {
            if (refusals[i])
                m_kept[step.grid].insert({change.row, change.column}, {change.text, *refusals[i]});
            continue;
        }
        cell->onItsWay = std::max(0, cell->onItsWay - 1);
        if (!refusals[i]) cell->stored = change.text;
        if (cell->step == step.number && cell->state == GridCell::State::Saving) {
            if (refusals[i]) {
                refuse(*cell, change.text, *refusals[i]);
                cell->look = CellLook::Plain;
            } else {
                cell->state = GridCell::State::Saved;
                cell->typed.clear();
            }
        }
    }
    if (anyStored) m_savedAt = QTime::currentTime();
    announce();
}

void GridModel::settle(const GridStep& step, const Error& error)
{
    settle(step, std::vector<std::optional<Error>>(step.changes.size(), error));
}

void GridModel::put(int row, int column, const QString& text, CellLook look, const QString& note)
{
    GridCell& cell = cellAt(row, column);
    cell.stored = text;
    cell.look = look;
    cell.note = note;
}

void GridModel::announce()
{
    recalculate();
    count();
    if (!m_contents.cells.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void GridModel::count()
{
    m_refused = 0;
    m_saving = 0;
    for (const GridCell& cell : m_contents.cells) {
        if (cell.state == GridCell::State::Rejected) ++m_refused;
        if (cell.state == GridCell::State::Saving) ++m_saving;
    }
    emit standingChanged();
}

QModelIndex GridModel::nextRefused(const QModelIndex& from) const
{
    const int all = static_cast<int>(m_contents.cells.size());
    const int start = from.isValid() ? from.row() * columnCount() + from.column() : -1;
    for (int i = 1; i <= all; ++i) {
        const int place = (start + i) % all;
        if (m_contents.cells[static_cast<std::size_t>(place)].refusal)
            return index(place / columnCount(), place % columnCount());
    }
    return {};
}

QString GridModel::reasonOf(const QModelIndex& index) const
{
    const GridCell& refused = cell(index);
    return refused.refusal ? words(*refused.refusal) : QString();
}

QString GridModel::words(const Error& refusal) const
{
    if (refusal.issues.empty()) {
        const ErrorWords said = ui::words(refusal);
        return said.what + u' ' + said.advice;
    }
    QString said = ui::words(refusal.issues.front());
    if (!said.isEmpty()) said[0] = said[0].toUpper();
    return said + u'.';
}

CellLook GridModel::lookOf(int, int, const QString&) const
{
    return CellLook::Plain;
}

void GridModel::recalculate()
{
}

const GridCell& GridModel::at(int row, int column) const
{
    return m_contents.cells[static_cast<std::size_t>(row * columnCount() + column)];
}

GridCell& GridModel::cellAt(int row, int column)
{
    return m_contents.cells[static_cast<std::size_t>(row * columnCount() + column)];
}

GridCell* GridModel::find(const QString& row, const QString& column, QModelIndex* index)
{
    const int atRow = m_rowOf.value(row, -1);
    const int atColumn = m_columnOf.value(column, -1);
    if (atRow < 0 || atColumn < 0) return nullptr;
    if (index) *index = this->index(atRow, atColumn);
    return &cellAt(atRow, atColumn);
}

} // namespace edupro::ui
