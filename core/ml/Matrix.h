// SPDX-License-Identifier: GPL-3.0-or-later
// A table of numbers, row after row: what clustering works on.
#pragma once

#include "core/base/Result.h"

#include <span>
#include <vector>

namespace edupro::ml {

/// `values` holds row after row. Every value is known: fill or leave out missing ones before.
struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> values{};

    Matrix() = default;
    Matrix(std::size_t rowCount, std::size_t columnCount)
        : rows(rowCount)
        , columns(columnCount)
        , values(rowCount * columnCount, 0.0)
    {
    }

    std::span<const double> row(std::size_t index) const
    {
        return std::span(values).subspan(index * columns, columns);
    }
    std::span<double> row(std::size_t index)
    {
        return std::span(values).subspan(index * columns, columns);
    }
    friend bool operator==(const Matrix&, const Matrix&) = default;
};

/// Sum of the squared differences.
inline double squaredDistance(std::span<const double> a, std::span<const double> b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a[i] - b[i];
        sum += difference * difference;
    }
    return sum;
}

/// Whether clustering can work on it. ErrorCode::Validation with key cluster.empty, cluster.ragged,
/// cluster.missing (a value that is not known, with its row and column) or cluster.too_large
/// (beyond 1e100, where squares overflow). Rows and columns are counted from 1 in the texts.
Done checkForClustering(const Matrix& data);

} // namespace edupro::ml
