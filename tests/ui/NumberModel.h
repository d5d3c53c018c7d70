// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of whole numbers whose store answers when the test says so.
#pragma once

#include "ui/grid/GridModel.h"

namespace edupro::tests {

using namespace edupro::ui;

/// Whole numbers up to 100, answered by the test; the last column is the sum of the others.
class NumberModel : public GridModel {
public:
    using GridModel::GridModel;
    using GridModel::settle;

    void fill(int rows, int columns, const QString& grid = "first")
    {
        GridContents contents{.key = grid, .headings = {}, .columns = {}, .rows = {}, .cells = {}};
        contents.headings = {{"No", 36, true}, {"Name", 120}, {"NIS", 80}};
        for (int column = 0; column < columns; ++column) {
            const QString n = QString::number(column + 1);
            contents.columns.push_back({.key = "c" + n, .title = "C" + n, .note = "KKM 75"});
        }
        contents.columns.push_back({.key = "sum", .title = "Sum"});
        for (int row = 0; row < rows; ++row) {
            const QString n = QString::number(row + 1);
            contents.rows.push_back({"r" + n, "Row " + n, {n, "Row " + n, "1000" + n}});
            for (int column = 0; column < columns; ++column)
                contents.cells.push_back(
                    {.stored = kept.value(
                         {grid + contents.rows.back().key,
                          contents.columns[static_cast<std::size_t>(column)].key})});
            contents.cells.push_back({.stored = {}, .readOnly = true});
        }
        show(std::move(contents));
    }

    /// Stores the oldest step that waits, as a store does.
    void answer()
    {
        const GridStep step = waiting.takeFirst();
        for (const KeyedChange& change : step.changes)
            kept.insert({step.grid + change.row, change.column}, change.text);
        settle(step, std::vector<std::optional<Error>>(step.changes.size()));
    }
    void answerAll()
    {
        while (!waiting.isEmpty())
            answer();
    }

    QList<GridStep> waiting;
    QHash<std::pair<QString, QString>, QString> kept;
    bool answersAtOnce = true;

protected:
    Result<QString> check(int, int, const QString& text) const override
    {
        if (text.isEmpty()) return QString();
        bool isNumber = false;
        const int value = text.toInt(&isNumber);
        if (isNumber && value >= 0 && value <= 100) return QString::number(value);
        return Error{
            .code = ErrorCode::Validation,
            .key = {},
            .detail = "not a number up to 100",
            .issues = {
                {.field = "mark",
                 .rule = isNumber ? "range" : "number",
                 .value = text.toStdString(),
                 .limit = "0..100"}}};
    }
    void store(const GridStep& step) override
    {
        waiting.append(step);
        if (answersAtOnce) answerAll();
    }
    CellLook lookOf(int, int, const QString& text) const override
    {
        return !text.isEmpty() && text.toInt() < 75 ? CellLook::Low : CellLook::Plain;
    }
    void recalculate() override
    {
        for (int row = 0; row < rowCount(); ++row) {
            int sum = 0;
            for (int column = 0; column + 1 < columnCount(); ++column)
                if (!at(row, column).refusal) sum += at(row, column).shown().toInt();
            put(row, columnCount() - 1, QString::number(sum), CellLook::Strong);
        }
    }
};

} // namespace edupro::tests
