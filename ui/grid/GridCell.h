// SPDX-License-Identifier: GPL-3.0-or-later
// What a grid for typing consists of: cells with what is stored and what was typed, and the
// headings of its rows and columns.
#pragma once

#include "core/base/Error.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace edupro::ui {

/// How a value is shown; `Low` is below what is asked and gets a sign, not only a colour.
enum class CellLook : std::uint8_t { Plain, Low, Strong, Soft };

struct GridCell {
    enum class State : std::uint8_t {
        Saved,
        Saving,   ///< handed to the store, not answered yet
        Rejected, ///< not stored: the text stands as it was typed, `refusal` says why
    };

    QString stored; ///< as the store has it, in the language of the window; empty: nothing
    QString typed{};
    State state = State::Saved;
    CellLook look = CellLook::Plain;
    bool readOnly = false;
    QString note{}; ///< what is to be known of the cell: a formula, why it is read-only
    std::optional<Error> refusal{};
    int step = 0;     ///< the last step that touched it
    int onItsWay = 0; ///< values of it that the store has not answered for

    const QString& shown() const { return state == State::Saved ? stored : typed; }
};

struct GridColumn {
    QString key; ///< what the column stands for, whatever its place
    QString title;
    QString note{};       ///< a second line in the heading
    QString name{};       ///< in sentences; empty: the title
    int width = 72;       ///< device-independent pixels
    bool centred = false; ///< else right-aligned, as numbers are

    const QString& spoken() const { return name.isEmpty() ? title : name; }
};

struct GridRow {
    QString key;
    QString name;         ///< in sentences: "Adi Pratama"
    QStringList headings; ///< in the columns that stay when the grid scrolls
};

/// A column of row headings.
struct GridHeading {
    QString title;
    int width = 80; ///< device-independent pixels
    bool alignRight = false;
};

/// A whole grid as the store has it.
struct GridContents {
    QString key; ///< which grid: what was typed and not stored, and the steps, belong to it
    std::vector<GridHeading> headings;
    std::vector<GridColumn> columns;
    std::vector<GridRow> rows;
    std::vector<GridCell> cells; ///< row by row
};

/// What a cell is to hold. Empty text: nothing.
struct GridChange {
    int row = 0;
    int column = 0;
    QString text;
};

/// A change by keys, as steps remember it and stores take it.
struct KeyedChange {
    QString row;
    QString column;
    QString text;
};

/// What was done at once, and is stored in one transaction.
struct GridStep {
    int number = 0;
    QString grid;
    std::vector<KeyedChange> changes;
};

} // namespace edupro::ui
