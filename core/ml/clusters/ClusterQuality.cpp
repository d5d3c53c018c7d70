// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ml/clusters/ClusterQuality.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <utility>

namespace edupro::ml {

namespace {

Matrix centresOf(const Matrix& data, const Labels& labels, const std::vector<std::size_t>& sizes)
{
    Matrix centres(sizes.size(), data.columns);
    for (std::size_t row = 0; row < data.rows; ++row)
        for (std::size_t i = 0; i < data.columns; ++i)
            centres.row(labels[row])[i] += data.row(row)[i];
    for (std::size_t cluster = 0; cluster < sizes.size(); ++cluster)
        for (double& value : centres.row(cluster))
            value /= static_cast<double>(sizes[cluster]);
    return centres;
}

double pairs(double count)
{
    return count * (count - 1.0) / 2.0;
}

} // namespace

double daviesBouldin(const Matrix& data, const Labels& labels)
{
    const std::vector<std::size_t> sizes = sizesOf(labels);
    const Matrix centres = centresOf(data, labels, sizes);
    std::vector<double> scatter(sizes.size(), 0.0);
    for (std::size_t row = 0; row < data.rows; ++row) {
        const double squared = squaredDistance(data.row(row), centres.row(labels[row]));
        scatter[labels[row]] += std::sqrt(squared) / static_cast<double>(sizes[labels[row]]);
    }
    double sum = 0.0;
    for (std::size_t a = 0; a < sizes.size(); ++a) {
        double worst = 0.0;
        for (std::size_t b = 0; b < sizes.size(); ++b) {
            const double distance = std::sqrt(squaredDistance(centres.row(a), centres.row(b)));
            // Centres on the same spot count as infinitely far apart, as scikit-learn has it.
            if (distance > 0.0) worst = std::max(worst, (scatter[a] + scatter[b]) / distance);
        }
        sum += worst;
    }
    return sum / static_cast<double>(sizes.size());
}

double calinskiHarabasz(const Matrix& data, const Labels& labels)
{
    const std::vector<std::size_t> sizes = sizesOf(labels);
    const Matrix centres = centresOf(data, labels, sizes);
    const Matrix middle =
        centresOf(data, Labels(data.rows, 0), std::vector<std::size_t>{data.rows});
    double within = 0.0;
    for (std::size_t row = 0; row < data.rows; ++row)
        within += squaredDistance(data.row(row), centres.row(labels[row]));
    double between = 0.0;
    for (std::size_t cluster = 0; cluster < sizes.size(); ++cluster) {
        between += static_cast<double>(sizes[cluster]) *
                   squaredDistance(centres.row(cluster), middle.row(0));
    }
    if (!(within > 0.0)) return 1.0;
    const auto clusters = static_cast<double>(sizes.size());
    const auto rows = static_cast<double>(data.rows);
    return between / within * (rows - clusters) / (clusters - 1.0);
}

Elbow elbow(std::span<const double> clusters, std::span<const double> inertias)
{
    assert(clusters.size() == inertias.size() && clusters.size() >= 2);
    Elbow found{0, std::vector<double>(clusters.size(), 0.0)};
    const double width = clusters.back() - clusters.front();
    const double height = inertias.front() - inertias.back();
    if (!(height > 0.0)) return found;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const double line = 1.0 - (clusters[i] - clusters.front()) / width;
        const double point = (inertias[i] - inertias.back()) / height;
        found.distance[i] = (line - point) / std::numbers::sqrt2;
        if (found.distance[i] > found.distance[found.place]) found.place = i;
    }
    return found;
}

double adjustedRand(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b)
{
    assert(a.size() == b.size());
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> both;
    std::map<std::uint32_t, double> inA;
    std::map<std::uint32_t, double> inB;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both[{a[i], b[i]}] += 1.0;
        inA[a[i]] += 1.0;
        inB[b[i]] += 1.0;
    }
    const auto sumOfPairs = [](const auto& counts) {
        double sum = 0.0;
        for (const auto& [key, count] : counts)
            sum += pairs(count);
        return sum;
    };
    const double together = sumOfPairs(both);
    const double pairsA = sumOfPairs(inA);
    const double pairsB = sumOfPairs(inB);
    const double all = pairs(static_cast<double>(a.size()));
    const double expected = all > 0.0 ? pairsA * pairsB / all : 0.0;
    const double most = (pairsA + pairsB) / 2.0;
    // Both put every row alone, or every row together: the same division.
    return most == expected ? 1.0 : (together - expected) / (most - expected);
}

} // namespace edupro::ml
