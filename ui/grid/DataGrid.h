// SPDX-License-Identifier: GPL-3.0-or-later
// A grid that is typed in all day: type over, Enter down, Tab right, paste and copy as spreadsheets
// do, fill down, clear, undo and redo.
#pragma once

#include <QTableView>

#include <functional>
#include <vector>

namespace edupro::ui {

class GridDelegate;
class GridModel;
class RowHeadings;
class Theme;
struct GridChange;

/// Keys: typing replaces, F2 edits; Enter and Shift+Enter down and up (after Tab: below where the
/// row of Tabs began), Tab and Shift+Tab right and left, out of the grid at its ends; Ctrl+Tab
/// leaves it at once. Ctrl+C, X, V, D, Z, Y, Delete; Escape takes a refused text back; F8 goes to
/// the next refused cell. All of them stand in the context menu.
class DataGrid : public QTableView {
    Q_OBJECT
public:
    explicit DataGrid(const Theme& theme, QWidget* parent = nullptr);

    /// The model outlives the grid or is its child.
    void setGridModel(GridModel* model);
    GridModel* gridModel() const { return m_model; }

    /// The selected cells as a spreadsheet takes them.
    QString selectedText() const;
    /// One step. Puts the block at the upper left of the selection; a single cell fills the whole
    /// selection.
    void paste(const QString& text);
    void fillDown();
    void clear();
    void goToNextRefused();

signals:
    void currentMoved(const QModelIndex& current);
    /// Cells of a paste that found no place, or a read-only one.
    void leftOut(int cells);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;
    void keyboardSearch(const QString&) override {}

private:
    struct Area {
        int top = 0;
        int left = 0;
        int bottom = -1;
        int right = -1;
        bool isEmpty() const { return bottom < top || right < left; }
    };
    struct Command {
        QAction* action;
        const char* text; ///< translated by say()
    };
    void addCommands();
    void addCommand(
        const char* name,
        const char* text,
        const QList<QKeySequence>& keys,
        std::function<void()> act);
    /// The rectangle around the selected cells.
    Area selectedArea() const;
    /// `change` for every selected cell that it gives a text for.
    void enterSelected(const QString& words, const std::function<bool(GridChange&)>& change);
    void move(int key, Qt::KeyboardModifiers modifiers);
    /// False when there is no cell there.
    bool moveTo(int row, int column);
    bool moveAlong(int step);
    void adaptColumns();
    void say();

    const Theme& m_theme;
    GridModel* m_model = nullptr;
    GridDelegate* m_delegate;
    RowHeadings* m_rows;
    std::vector<Command> m_commands;
    int m_tabbedFrom = -1; ///< column where a row of Tabs began; -1: none did
    bool m_keepsTabs = false;
    QString m_shownGrid;
};

} // namespace edupro::ui
