// SPDX-License-Identifier: GPL-3.0-or-later
// The indicators of the provinces as a complete table of numbers, and what was left out of it.
#pragma once

#include "core/ml/Matrix.h"
#include "core/storage/Store.h"

#include <QString>

#include <optional>
#include <vector>

namespace edupro::regions {

/// An indicator kept for clustering needs a value for this share of the regions.
inline constexpr double leastFilled = 0.8;

struct MatrixOptions {
    std::vector<QString> indicators{}; ///< codes to use; empty: all
    std::optional<int> year{};         ///< none: of each indicator its newest
};

struct MatrixColumn {
    QString code;
    QString name;
    QString unit; ///< empty when not given
    int direction = 0;
    int year = 0;
};

struct MatrixRow {
    QString region; ///< "P11"
    QString name;
};

enum class LeftOut {
    Incomplete, ///< column: fewer than leastFilled of the regions; row: a value is missing
    Constant,   ///< column: the same everywhere, so it tells no regions apart
};

struct Omission {
    QString code; ///< of the indicator or the region
    QString name;
    LeftOut why = LeftOut::Incomplete;
    std::size_t values = 0; ///< that it has
    std::size_t wanted = 0; ///< that it should have
};

/// Complete: every region has every indicator. Columns in the order of their codes, rows in that of
/// the regions'.
struct IndicatorMatrix {
    std::vector<MatrixColumn> columns;
    std::vector<MatrixRow> rows;
    ml::Matrix values;
    std::vector<Omission> leftOutColumns;
    std::vector<Omission> leftOutRows;
};

/// First leaves out the indicators that fewer than `leastFilled` of the regions have, then the
/// regions that lack a value of the rest, then the indicators that are constant. Nothing is filled
/// in. Errors: Validation `cluster.no_data` (no value at all, or none in the year),
/// `cluster.no_columns`, `cluster.no_rows` (nothing complete remains), NotFound
/// `indicator.unknown` (a code asked for that has no values).
Result<IndicatorMatrix> indicatorMatrix(storage::Store& store, const MatrixOptions& options = {});

} // namespace edupro::regions
