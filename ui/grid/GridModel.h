// SPDX-License-Identifier: GPL-3.0-or-later
// The model of a grid for typing: checks what is entered, hands it to the store at once, keeps what
// was refused, and takes steps back.
#pragma once

#include "core/base/Result.h"
#include "ui/grid/GridCell.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>
#include <QUndoStack>

#include <map>
#include <memory>

namespace edupro::ui {

/// The page derives from it and says what a text means (check()) and how it is stored (store()).
/// Window thread only. Rows and columns have keys, so that steps and answers find their cell after
/// a reload; what was refused in one grid waits until the same grid is shown again.
class GridModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit GridModel(QObject* parent = nullptr);
    ~GridModel() override;

    /// Shows what the store has. Cells of the same grid that are being saved or were refused stay
    /// so.
    void show(GridContents contents);
    const QString& grid() const { return m_contents.key; }

    /// One step of the person. Cells that are read-only are left out. Returns how many were.
    int enter(const std::vector<GridChange>& changes, const QString& words);
    /// Back to what is stored; a step, too.
    void revert(const QModelIndex& index);
    /// Submits everything that was refused once more, as no new step.
    void retry();
    /// The same for one cell.
    void retry(const QModelIndex& index);
    void undo() { steps().undo(); }
    void redo() { steps().redo(); }
    /// The steps of the grid that is shown.
    QUndoStack& steps();

    const GridCell& cell(const QModelIndex& index) const { return at(index.row(), index.column()); }
    const GridCell& at(int row, int column) const;
    const std::vector<GridHeading>& headings() const { return m_contents.headings; }
    const std::vector<GridRow>& rows() const { return m_contents.rows; }
    const std::vector<GridColumn>& columns() const { return m_contents.columns; }
    int refusedCount() const { return m_refused; }
    int savingCount() const { return m_saving; }
    /// When a step was stored last; invalid: none was.
    const QTime& savedAt() const { return m_savedAt; }
    /// The next refused cell behind `from`, row by row, from the top when there is none below.
    QModelIndex nextRefused(const QModelIndex& from) const;
    /// Why the cell was refused, in the user's language; empty when it was not.
    QString reasonOf(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// How many cells are refused or being saved has changed.
    void standingChanged();

protected:
    /// What is stored for a text, written as it is shown; empty for nothing. A Validation error
    /// with one Issue when it cannot be.
    virtual Result<QString> check(int row, int column, const QString& text) const = 0;
    /// Hands the step to the storage lane, in the order of calls; settle() must follow once.
    virtual void store(const GridStep& step) = 0;
    virtual CellLook lookOf(int row, int column, const QString& text) const;
    /// Figures that follow from other cells are to be put anew.
    virtual void recalculate();
    /// Words for a refusal; by default those of its first issue, else of the error.
    virtual QString words(const Error& refusal) const;

    /// The answer to a step: for each change nothing when it was stored, else why not.
    void settle(const GridStep& step, const std::vector<std::optional<Error>>& refusals);
    /// Nothing of the step was stored.
    void settle(const GridStep& step, const Error& error);
    /// What a cell that nobody types shows; to be called by recalculate().
    void put(int row, int column, const QString& text, CellLook look, const QString& note = {});

private:
    friend class GridStepCommand;
    /// What was typed and refused in a cell of a grid that is not shown.
    struct Kept {
        QString text;
        Error refusal;
    };
    using CellKey = std::pair<QString, QString>;

    GridCell& cellAt(int row, int column);
    GridCell* find(const QString& row, const QString& column, QModelIndex* index = nullptr);
    void apply(const std::vector<KeyedChange>& changes);
    bool applyOne(const KeyedChange& change, int number, const QModelIndex& index);
    void refuse(GridCell& cell, const QString& text, const Error& error);
    void keepRefused();
    bool hasShapeOf(const GridContents& other) const;
    void take(const QHash<CellKey, GridCell>& open);
    /// After any change: figures, counts, and everybody who looks.
    void announce();
    void count();

    GridContents m_contents;
    QHash<QString, int> m_rowOf;
    QHash<QString, int> m_columnOf;
    QHash<QString, QHash<CellKey, Kept>> m_kept; // by grid
    std::map<QString, std::unique_ptr<QUndoStack>> m_steps;
    int m_step = 0;
    int m_refused = 0;
    int m_saving = 0;
    QTime m_savedAt;
};

} // namespace edupro::ui
