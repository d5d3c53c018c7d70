// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ml/KMeansInit.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace edupro::ml {

namespace {

/// Distances to the nearest chosen row if `candidate` were chosen too.
std::vector<double>
withCandidate(const Matrix& data, const std::vector<double>& nearest, std::size_t candidate)
{
    std::vector<double> distances(nearest);
    for (std::size_t row = 0; row < data.rows; ++row) {
        const double distance = squaredDistance(data.row(row), data.row(candidate));
        distances[row] = std::min(distances[row], distance);
    }
    return distances;
}

} // namespace

std::size_t drawnRow(const std::vector<double>& weights, Random& random)
{
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    return total > 0.0 ? random.weighted(weights)
                       : static_cast<std::size_t>(random.below(weights.size()));
}

std::vector<std::size_t>
kMeansPlusPlus(const Matrix& data, std::size_t k, Random& random, Pacer& pacer)
{
    std::vector<std::size_t> chosen{static_cast<std::size_t>(random.below(data.rows))};
    constexpr double far = std::numeric_limits<double>::infinity();
    std::vector<double> nearest =
        withCandidate(data, std::vector<double>(data.rows, far), chosen.front());
    const auto draws = 2 + static_cast<std::size_t>(std::log(static_cast<double>(k)));
    while (chosen.size() < k) {
        std::vector<double> best;
        double bestSum = far;
        std::size_t bestRow = 0;
        for (std::size_t draw = 0; draw < draws; ++draw) {
            if (!pacer.goOn(data.values.size() + 4 * data.rows)) return chosen;
            const std::size_t row = drawnRow(nearest, random);
            std::vector<double> distances = withCandidate(data, nearest, row);
            const double sum = std::accumulate(distances.begin(), distances.end(), 0.0);
            if (!(sum < bestSum)) continue;
            bestSum = sum;
            bestRow = row;
            best = std::move(distances);
        }
        chosen.push_back(bestRow);
        nearest = std::move(best);
    }
    return chosen;
}

} // namespace edupro::ml
