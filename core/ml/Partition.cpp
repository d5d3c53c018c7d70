// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ml/Partition.h"

#include <algorithm>

namespace edupro::ml {

namespace {

/// A move or step counts as better only beyond the rounding of sums.
constexpr double clearlyLower = 1.0 - 1e-12;

void centresFromLabels(const Matrix& data, Partition& partition)
{
    Matrix& centres = partition.centres;
    std::fill(centres.values.begin(), centres.values.end(), 0.0);
    for (std::size_t row = 0; row < data.rows; ++row) {
        const std::span<double> centre = centres.row(partition.labels[row]);
        const std::span<const double> values = data.row(row);
        for (std::size_t i = 0; i < values.size(); ++i)
            centre[i] += values[i];
    }
    for (std::size_t cluster = 0; cluster < centres.rows; ++cluster)
        for (double& value : centres.row(cluster))
            value /= static_cast<double>(partition.sizes[cluster]);
}

void measure(const Matrix& data, Partition& partition)
{
    partition.inertia = 0.0;
    for (std::size_t row = 0; row < data.rows; ++row)
        partition.inertia +=
            squaredDistance(data.row(row), partition.centres.row(partition.labels[row]));
}

/// The row farthest from its centre, among clusters that can spare one.
std::size_t farthestRow(const Matrix& data, const Partition& partition)
{
    std::size_t farthest = 0;
    double most = -1.0;
    for (std::size_t row = 0; row < data.rows; ++row) {
        if (partition.sizes[partition.labels[row]] < 2) continue;
        const double distance =
            squaredDistance(data.row(row), partition.centres.row(partition.labels[row]));
        if (distance <= most) continue;
        most = distance;
        farthest = row;
    }
    return farthest;
}

void fillEmptyClusters(const Matrix& data, Partition& partition)
{
    for (std::uint32_t cluster = 0; cluster < partition.sizes.size(); ++cluster) {
        if (partition.sizes[cluster] > 0) continue;
        const std::size_t row = farthestRow(data, partition);
        --partition.sizes[partition.labels[row]];
        partition.labels[row] = cluster;
        partition.sizes[cluster] = 1;
        std::copy(
            data.row(row).begin(), data.row(row).end(), partition.centres.row(cluster).begin());
    }
}

/// True when some row changed its cluster; false also when cancelled.
bool assignToNearest(const Matrix& data, Partition& partition, Pacer& pacer)
{
    const Matrix& centres = partition.centres;
    std::fill(partition.sizes.begin(), partition.sizes.end(), 0);
    bool changed = false;
    for (std::size_t row = 0; row < data.rows; ++row) {
        if (!pacer.goOn(centres.values.size())) return false;
        const std::span<const double> values = data.row(row);
        std::uint32_t best = 0;
        double least = squaredDistance(values, centres.row(0));
        for (std::uint32_t cluster = 1; cluster < centres.rows; ++cluster) {
            const double distance = squaredDistance(values, centres.row(cluster));
            if (distance >= least) continue;
            least = distance;
            best = cluster;
        }
        changed = changed || partition.labels[row] != best;
        partition.labels[row] = best;
        ++partition.sizes[best];
    }
    return changed;
}

struct Move {
    std::uint32_t to = 0;
    bool better = false;
};

/// Leaving a cluster of n rows saves n/(n-1) d2, joining one of m rows costs m/(m+1) d2.
Move bestMove(const Matrix& data, const Partition& partition, std::size_t row)
{
    const std::uint32_t from = partition.labels[row];
    const auto size = static_cast<double>(partition.sizes[from]);
    if (size < 2.0) return {};
    const std::span<const double> values = data.row(row);
    const double saved = size / (size - 1.0) * squaredDistance(values, partition.centres.row(from));
    double least = saved * clearlyLower;
    Move move;
    for (std::uint32_t cluster = 0; cluster < partition.centres.rows; ++cluster) {
        if (cluster == from) continue;
        const auto joined = static_cast<double>(partition.sizes[cluster]);
        const double cost =
            joined / (joined + 1.0) * squaredDistance(values, partition.centres.row(cluster));
        if (cost >= least) continue;
        least = cost;
        move = {cluster, true};
    }
    return move;
}

void apply(const Matrix& data, Partition& partition, std::size_t row, std::uint32_t to)
{
    const std::uint32_t from = partition.labels[row];
    const std::span<const double> values = data.row(row);
    const std::span<double> left = partition.centres.row(from);
    const std::span<double> joined = partition.centres.row(to);
    const auto leftSize = static_cast<double>(--partition.sizes[from]);
    const auto joinedSize = static_cast<double>(++partition.sizes[to]);
    for (std::size_t i = 0; i < values.size(); ++i) {
        left[i] += (left[i] - values[i]) / leftSize;
        joined[i] += (values[i] - joined[i]) / joinedSize;
    }
    partition.labels[row] = to;
}

} // namespace

bool lloyd(const Matrix& data, Partition& partition, std::size_t maxIterations, Pacer& pacer)
{
    for (std::size_t iteration = 0; iteration < std::max<std::size_t>(maxIterations, 1);
         ++iteration) {
        const bool changed = assignToNearest(data, partition, pacer);
        if (!pacer.goOn(0)) return false;
        if (!changed && iteration > 0) break;
        fillEmptyClusters(data, partition);
        centresFromLabels(data, partition);
        measure(data, partition);
        partition.trace.push_back(partition.inertia);
    }
    return true;
}

bool moveSingleRows(
    const Matrix& data, Partition& partition, std::size_t maxIterations, Pacer& pacer)
{
    for (std::size_t iteration = 0; iteration < maxIterations; ++iteration) {
        bool moved = false;
        for (std::size_t row = 0; row < data.rows; ++row) {
            if (!pacer.goOn(partition.centres.values.size())) return false;
            const Move move = bestMove(data, partition, row);
            if (!move.better) continue;
            apply(data, partition, row, move.to);
            moved = true;
        }
        if (!moved) break;
        centresFromLabels(data, partition); // the running centres have gathered rounding
        measure(data, partition);
        partition.trace.push_back(partition.inertia);
    }
    return true;
}

} // namespace edupro::ml
