// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ml/Scaling.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace edupro::ml {

namespace {

struct ColumnSummary {
    double mean = 0.0;
    double deviation = 0.0; ///< of the population
    double smallest = 0.0;
    double largest = 0.0;
};

/// Two passes: the squares of large values with a small spread would lose everything in one.
ColumnSummary summaryOf(const Matrix& data, std::size_t column)
{
    ColumnSummary summary;
    summary.smallest = summary.largest = data.row(0)[column];
    for (std::size_t row = 0; row < data.rows; ++row) {
        const double value = data.row(row)[column];
        summary.mean += value;
        summary.smallest = std::min(summary.smallest, value);
        summary.largest = std::max(summary.largest, value);
    }
    const auto count = static_cast<double>(data.rows);
    summary.mean /= count;
    double squares = 0.0;
    for (std::size_t row = 0; row < data.rows; ++row) {
        const double difference = data.row(row)[column] - summary.mean;
        squares += difference * difference;
    }
    summary.deviation = std::sqrt(squares / count);
    return summary;
}

} // namespace

std::vector<double> Scaling::apply(std::span<const double> row) const
{
    assert(row.size() == offset.size());
    std::vector<double> scaled(row.size(), 0.0);
    for (std::size_t i = 0; i < row.size(); ++i)
        if (spread[i] > 0.0) scaled[i] = (row[i] - offset[i]) / spread[i];
    return scaled;
}

Matrix Scaling::apply(const Matrix& data) const
{
    Matrix scaled(data.rows, data.columns);
    for (std::size_t row = 0; row < data.rows; ++row) {
        const std::vector<double> values = apply(data.row(row));
        std::copy(values.begin(), values.end(), scaled.row(row).begin());
    }
    return scaled;
}

std::vector<double> Scaling::undo(std::span<const double> row) const
{
    assert(row.size() == offset.size());
    std::vector<double> values(row.size(), 0.0);
    for (std::size_t i = 0; i < row.size(); ++i)
        values[i] = row[i] * spread[i] + offset[i];
    return values;
}

std::vector<std::size_t> Scaling::constantColumns() const
{
    std::vector<std::size_t> constant;
    for (std::size_t i = 0; i < spread.size(); ++i)
        if (!(spread[i] > 0.0)) constant.push_back(i);
    return constant;
}

Result<Scaling> fitScaling(const Matrix& data, ScalingKind kind)
{
    if (Done good = checkForClustering(data); !good) return good.error();
    Scaling scaling{kind, std::vector(data.columns, 0.0), std::vector(data.columns, 1.0)};
    if (kind == ScalingKind::None) return scaling;
    for (std::size_t column = 0; column < data.columns; ++column) {
        const ColumnSummary summary = summaryOf(data, column);
        const bool constant = summary.smallest == summary.largest;
        const double range = summary.largest - summary.smallest;
        const bool zScore = kind == ScalingKind::ZScore;
        scaling.offset[column] = zScore && !constant ? summary.mean : summary.smallest;
        const double spread = zScore ? summary.deviation : range;
        scaling.spread[column] = constant ? 0.0 : spread;
    }
    return scaling;
}

} // namespace edupro::ml
