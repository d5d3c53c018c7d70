// SPDX-License-Identifier: GPL-3.0-or-later
// What every reader of tables promises, for its fuzzer.
#pragma once

#include "core/base/Result.h"
#include "core/ml/tables/Table.h"
#include "core/ml/tables/Utf8.h"
#include "tests/fuzz/Demand.h"

#include <cmath>
#include <set>

namespace edupro::tests {

inline void demandReason(const Error& error)
{
    demand(!error.key.empty() && !error.detail.empty(), "a refusal has a key and a reason");
    demand(ml::isUtf8(error.detail), "a reason is UTF-8");
}

inline void demandTable(const ml::Table& table)
{
    demand(!table.columns.empty(), "a table has columns");
    std::set<std::string> names;
    for (const ml::Column& column : table.columns) {
        demand(names.insert(column.name).second, "names differ");
        demand(ml::isUtf8(column.name), "names are UTF-8");
        demand(column.values.size() == table.rows(), "columns are of one length");
        const std::set<std::string> categories(column.categories.begin(), column.categories.end());
        demand(categories.size() == column.categories.size(), "categories differ");
        demand(column.isNominal() || categories.empty(), "numbers have no categories");
        for (const double value : column.values) {
            if (ml::isMissing(value)) continue;
            demand(std::isfinite(value), "numbers are finite");
            if (!column.isNominal()) continue;
            const bool isPlace = value >= 0.0 && value == std::floor(value) &&
                                 value < static_cast<double>(categories.size());
            demand(isPlace, "a nominal value is the place of a category");
        }
    }
    demand(
        table.weights.empty() || table.weights.size() == table.rows(), "weights are one per row");
}

/// The same cells, whatever the order of the categories.
inline bool sameCells(const ml::Column& a, const ml::Column& b)
{
    if (a.isNominal() != b.isNominal() || a.values.size() != b.values.size()) return false;
    for (std::size_t row = 0; row < a.values.size(); ++row) {
        const double x = a.values[row];
        const double y = b.values[row];
        if (ml::isMissing(x) || ml::isMissing(y)) {
            if (ml::isMissing(x) != ml::isMissing(y)) return false;
        } else if (a.isNominal()) {
            if (a.categories[static_cast<std::size_t>(x)] !=
                b.categories[static_cast<std::size_t>(y)])
                return false;
        } else if (x != y) {
            return false;
        }
    }
    return true;
}

/// Asks for a class of every kind of column: nothing may crash.
inline void chooseClasses(const ml::Table& table)
{
    for (const ml::Column& column : table.columns) {
        const Result<ml::Dataset> data = ml::withClass(table, column.name);
        if (!data) return demandReason(data.error());
        demand(data->target.isNominal(), "a class is nominal");
        demand(data->columns.size() + 1 == table.columns.size(), "all others are features");
    }
}

} // namespace edupro::tests
