// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ml/KMeans.h"

#include "core/base/Random.h"
#include "core/ml/KMeansInit.h"
#include "core/ml/Pacer.h"
#include "core/ml/Partition.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace edupro::ml {

namespace {

Error tooFew(std::size_t clusters, std::size_t rows, const char* what)
{
    return {
        ErrorCode::Validation,
        "cluster.too_few",
        std::to_string(clusters) + " clusters need at least as many " + what + "; there are " +
            std::to_string(rows)};
}

/// Different rows, counted up to `enough`.
std::size_t differentRows(const Matrix& data, std::size_t enough)
{
    std::vector<std::size_t> found;
    for (std::size_t row = 0; row < data.rows && found.size() < enough; ++row) {
        const std::span<const double> values = data.row(row);
        const bool known = std::any_of(found.begin(), found.end(), [&](std::size_t other) {
            return std::equal(values.begin(), values.end(), data.row(other).begin());
        });
        if (!known) found.push_back(row);
    }
    return found.size();
}

Done check(const Matrix& data, std::size_t clusters)
{
    if (clusters < 1) {
        return Error{ErrorCode::Validation, "cluster.option", "at least 1 cluster is needed"};
    }
    if (Done good = checkForClustering(data); !good) return good;
    if (data.rows < clusters) return tooFew(clusters, data.rows, "rows");
    const std::size_t different = differentRows(data, clusters);
    if (different < clusters) return tooFew(clusters, different, "different rows");
    return done();
}

class Search {
public:
    Search(const Matrix& data, const KMeansOptions& options, Pacer& pacer)
        : m_data(data)
        , m_options(options)
        , m_pacer(pacer)
        , m_random(options.seed)
    {
        m_best.inertia = std::numeric_limits<double>::infinity();
    }

    bool run();
    KMeansModel model() const;

private:
    std::size_t relocations() const;
    bool improve(Partition& partition);
    void keepIfBetter(Partition partition);
    Partition startFrom(const std::vector<std::size_t>& rows) const;
    Partition relocated();

    const Matrix& m_data;
    const KMeansOptions& m_options;
    Pacer& m_pacer;
    Random m_random;
    Partition m_best;
};

/// Enough to find the best known result of tables of a few hundred rows from every seed, and
/// falling with the work of one attempt, so that it never takes more than a fraction of a second.
std::size_t Search::relocations() const
{
    if (m_options.relocations >= 0) return static_cast<std::size_t>(m_options.relocations);
    if (m_options.clusters < 2) return 0;
    constexpr double budget = 1e7; // distances times columns
    constexpr double most = 500.0;
    const auto work = static_cast<double>(m_data.values.size() * m_options.clusters);
    return static_cast<std::size_t>(std::min(most, budget / work));
}

bool Search::improve(Partition& partition)
{
    return lloyd(m_data, partition, m_options.maxIterations, m_pacer) &&
           moveSingleRows(m_data, partition, m_options.maxIterations, m_pacer);
}

void Search::keepIfBetter(Partition partition)
{
    if (partition.inertia < m_best.inertia) m_best = std::move(partition);
}

Partition Search::startFrom(const std::vector<std::size_t>& rows) const
{
    Partition partition;
    partition.centres = Matrix(rows.size(), m_data.columns);
    for (std::size_t cluster = 0; cluster < rows.size(); ++cluster) {
        const std::span<const double> row = m_data.row(rows[cluster]);
        std::copy(row.begin(), row.end(), partition.centres.row(cluster).begin());
    }
    partition.labels.assign(m_data.rows, 0);
    partition.sizes.assign(rows.size(), 0);
    return partition;
}

/// The best division with one centre put on a random row (Franti 2018, Efficiency of random swap
/// clustering, Journal of Big Data 5:13).
Partition Search::relocated()
{
    Partition partition = m_best;
    partition.trace.clear();
    const auto cluster = static_cast<std::size_t>(m_random.below(m_options.clusters));
    const std::span<const double> row =
        m_data.row(static_cast<std::size_t>(m_random.below(m_data.rows)));
    std::copy(row.begin(), row.end(), partition.centres.row(cluster).begin());
    return partition;
}

bool Search::run()
{
    const std::size_t restarts = std::max<std::size_t>(m_options.restarts, 1);
    const std::size_t moves = relocations();
    const auto steps = static_cast<double>(restarts + moves);
    for (std::size_t step = 0; step < restarts + moves; ++step) {
        m_pacer.setFraction(static_cast<double>(step) / steps);
        Partition partition =
            step < restarts
                ? startFrom(kMeansPlusPlus(m_data, m_options.clusters, m_random, m_pacer))
                : relocated();
        if (!improve(partition)) return false;
        keepIfBetter(std::move(partition));
    }
    return true;
}

KMeansModel Search::model() const
{
    constexpr std::uint32_t unnumbered = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> number(m_best.sizes.size(), unnumbered);
    KMeansModel model;
    model.centres = Matrix(m_best.centres.rows, m_best.centres.columns);
    model.inertia = m_best.inertia;
    model.trace = m_best.trace;
    for (const std::uint32_t label : m_best.labels) {
        if (number[label] == unnumbered) {
            number[label] = static_cast<std::uint32_t>(model.sizes.size());
            model.sizes.push_back(m_best.sizes[label]);
            const std::span<const double> centre = m_best.centres.row(label);
            std::copy(centre.begin(), centre.end(), model.centres.row(number[label]).begin());
        }
        model.labels.push_back(number[label]);
    }
    return model;
}

} // namespace

Result<KMeansModel>
kMeans(const Matrix& data, const KMeansOptions& options, const Progress& progress)
{
    if (Done good = check(data, options.clusters); !good) return good.error();
    Pacer pacer(progress);
    Search search(data, options, pacer);
    if (!search.run()) return cancelled();
    return search.model();
}

NearestCentre nearestCentre(const Matrix& centres, std::span<const double> row)
{
    NearestCentre nearest{0, squaredDistance(row, centres.row(0))};
    for (std::uint32_t cluster = 1; cluster < centres.rows; ++cluster) {
        const double distance = squaredDistance(row, centres.row(cluster));
        if (distance < nearest.distance) nearest = {cluster, distance};
    }
    nearest.distance = std::sqrt(nearest.distance);
    return nearest;
}

} // namespace edupro::ml
