// SPDX-License-Identifier: GPL-3.0-or-later
// How much nearer rows are to their own cluster than to the next.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/ml/clusters/VectorLevel.h"
#include "core/ml/Matrix.h"

#include <cstdint>
#include <span>
#include <vector>

namespace edupro::ml {

/// Cluster of each row, 0..k-1.
using Labels = std::vector<std::uint32_t>;

/// Rows per label: as many entries as the largest label needs.
std::vector<std::size_t> sizesOf(const Labels& labels);

/// Of each row: (b - a) / max(a, b), a the mean distance to its own cluster, b to the nearest other
/// one (Rousseeuw 1987, Journal of Computational and Applied Mathematics 20, page 56). In [-1, 1];
/// 0 for a row alone in its cluster.
struct Silhouette {
    std::vector<double> ofRow;     ///< NaN for a row that a sample has left out
    std::vector<double> ofCluster; ///< means; 0 for an empty cluster
    double mean = 0.0;
    std::size_t sampledRows = 0; ///< rows that were judged; 0: all, and the mean is exact
    /// Of the mean, from the sampling; 0 when exact. About 95 % of such samples have a mean within
    /// 1.96 of it from the exact one.
    double standardError = 0.0;

    double bound95() const { return 1.96 * standardError; }
};

struct SilhouetteOptions {
    /// 0: every row is judged. Otherwise about so many: of each cluster (of each combination, for
    /// several labelings) its share, at least two, drawn without replacement; each by its distances
    /// to all rows (stratified sampling: Cochran 1977, Sampling Techniques, page 95).
    std::size_t sampledRows = 0;
    std::uint64_t seed = 1; ///< of the sample
    unsigned threads = 0; ///< 0: as many as the machine has; the result is the same for any number
    VectorLevel vectors = VectorLevel::Best; ///< for tests: all give the same bits
};

/// Of several labelings of the same rows in one pass over the distances. O(rows^2 * columns) time
/// and O(rows * combinations of labels) memory, or O(sampledRows * rows * columns). Errors: those
/// of checkForClustering(), cluster.option (labels do not fit, or not 2 <= k <= rows - 1 clusters),
/// cancelled.
Result<std::vector<Silhouette>> silhouettes(
    const Matrix& data,
    std::span<const Labels> labelings,
    const SilhouetteOptions& options = {},
    const Progress& progress = noProgress());

/// Of one labeling.
Result<Silhouette> silhouette(
    const Matrix& data,
    const Labels& labels,
    const SilhouetteOptions& options = {},
    const Progress& progress = noProgress());

} // namespace edupro::ml
