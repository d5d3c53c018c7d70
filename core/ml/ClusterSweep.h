// SPDX-License-Identifier: GPL-3.0-or-later
// Tries several numbers of clusters, recommends one, and tells how stable a clustering is.
#pragma once

#include "core/ml/ClusterQuality.h"
#include "core/ml/KMeans.h"

#include <vector>

namespace edupro::ml {

struct SweepOptions {
    std::size_t fewest = 2;
    std::size_t most = 6;
    KMeansOptions kMeans{}; ///< its `clusters` is not used
};

/// One number of clusters, tried.
struct SweepEntry {
    std::size_t clusters = 0;
    KMeansModel model;
    Silhouette silhouette;
    double daviesBouldin = 0.0;
    double calinskiHarabasz = 0.0;
};

struct Sweep {
    std::vector<SweepEntry> entries; ///< ascending number of clusters
    /// Highest mean silhouette; of equals (to 1e-9) the smallest. A recommendation: a person
    /// decides.
    std::size_t recommended = 0;
};

/// A number of clusters for which there are not enough different rows is left out. Errors: those of
/// kMeans(), cluster.option (not 2 <= fewest <= most), cluster.too_few when nothing could be tried.
Result<Sweep> sweep(
    const Matrix& data, const SweepOptions& options = {}, const Progress& progress = noProgress());

struct StabilityOptions {
    KMeansOptions kMeans{};
    std::size_t resamples = 50;
};

/// How alike clusterings of resampled rows are to the clustering of all rows.
struct Stability {
    double mean = 0.0;             ///< of `agreement`
    std::vector<double> agreement; ///< adjusted Rand index per resample
};

/// Bootstrap: draws as many rows with replacement, clusters them, puts every row to its nearest
/// centre and compares with `labels` (after Hennig 2007, Computational Statistics and Data Analysis
/// 52, pages 258-271). Errors: those of kMeans(), cluster.option (labels do not fit), cancelled.
Result<Stability> bootstrapStability(
    const Matrix& data,
    const Labels& labels,
    const StabilityOptions& options = {},
    const Progress& progress = noProgress());

} // namespace edupro::ml
