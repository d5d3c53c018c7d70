// SPDX-License-Identifier: GPL-3.0-or-later
// How clearly rows fall into their clusters, and how alike two clusterings are.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/ml/Matrix.h"

#include <cstdint>
#include <span>
#include <vector>

namespace edupro::ml {

/// Cluster of each row, 0..k-1.
using Labels = std::vector<std::uint32_t>;

/// Of each row: (b - a) / max(a, b), a the mean distance to its own cluster, b to the nearest other
/// one (Rousseeuw 1987, Journal of Computational and Applied Mathematics 20, page 56). In [-1, 1];
/// 0 for a row alone in its cluster.
struct Silhouette {
    std::vector<double> ofRow;
    std::vector<double> ofCluster; ///< means; 0 for an empty cluster
    double mean = 0.0;
};

/// Of several labelings of the same rows in one pass over the distances: O(rows^2 * columns).
/// Errors: those of checkForClustering(), cluster.option (labels do not fit, or not 2 <= k <= rows
/// - 1 clusters), cancelled.
Result<std::vector<Silhouette>> silhouettes(
    const Matrix& data, std::span<const Labels> labelings, const Progress& progress = noProgress());

/// Of one labeling.
Result<Silhouette>
silhouette(const Matrix& data, const Labels& labels, const Progress& progress = noProgress());

/// Mean over the clusters of the worst ratio of scatter to distance; smaller is better, from 0
/// (Davies and Bouldin 1979, IEEE PAMI 1, page 224). 0 when there is no scatter. Precondition:
/// labels.size() == data.rows, at least two clusters, none empty.
double daviesBouldin(const Matrix& data, const Labels& labels);

/// Variance between by variance within the clusters; larger is better (Calinski and Harabasz 1974,
/// Communications in Statistics 3, page 10). 1 when there is no variance within. Same precondition,
/// and fewer clusters than rows.
double calinskiHarabasz(const Matrix& data, const Labels& labels);

/// Agreement of two labelings, 1 for the same division whatever the numbers, about 0 by chance
/// (Hubert and Arabie 1985, Journal of Classification 2, page 198). Precondition: same size.
double adjustedRand(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

} // namespace edupro::ml
