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
#include <utility>

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
    }

    bool run();
    KMeansModel model() const;

private:
    std::size_t crossings() const;
    bool improve(Partition& partition);
    Partition startFrom(Matrix centres) const;
    Matrix drawnCentres();
    const Partition& drawnParent();
    Matrix crossedCentres();
    void keepIfBetter(Partition child);
    const Partition& best() const;

    const Matrix& m_data;
    const KMeansOptions& m_options;
    Pacer& m_pacer;
    Random m_random;
    std::vector<Partition> m_found; ///< the ends of the starts, later of crossings
};

/// Enough to find the best known result of tables of a few hundred rows from every seed, and
/// falling with the work of one attempt, so that it never takes more than a fraction of a second.
std::size_t Search::crossings() const
{
    if (m_options.clusters < 2) return 0;
    if (m_options.crossings >= 0) return static_cast<std::size_t>(m_options.crossings);
    constexpr double budget = 1e7; // distances times columns
    constexpr double most = 300.0;
    const auto work = static_cast<double>(m_data.values.size() * m_options.clusters);
    return static_cast<std::size_t>(std::min(most, budget / work));
}

bool Search::improve(Partition& partition)
{
    return lloyd(m_data, partition, m_options.maxIterations, m_pacer) &&
           moveSingleRows(m_data, partition, m_options.maxIterations, m_pacer);
}

Partition Search::startFrom(Matrix centres) const
{
    Partition partition;
    partition.labels.assign(m_data.rows, 0);
    partition.sizes.assign(centres.rows, 0);
    partition.centres = std::move(centres);
    return partition;
}

Matrix Search::drawnCentres()
{
    const std::vector<std::size_t> rows =
        kMeansPlusPlus(m_data, m_options.clusters, m_random, m_pacer);
    Matrix centres(m_options.clusters, m_data.columns);
    for (std::size_t i = 0; i < rows.size(); ++i)
        std::copy(m_data.row(rows[i]).begin(), m_data.row(rows[i]).end(), centres.row(i).begin());
    return centres;
}

/// The better of two.
const Partition& Search::drawnParent()
{
    const Partition& one = m_found[static_cast<std::size_t>(m_random.below(m_found.size()))];
    const Partition& other = m_found[static_cast<std::size_t>(m_random.below(m_found.size()))];
    return other.inertia < one.inertia ? other : one;
}

/// Each centre from one of two parents, then one of them put on a row far from the others.
Matrix Search::crossedCentres()
{
    Matrix centres = drawnParent().centres;
    const Matrix& others = drawnParent().centres;
    std::vector<bool> used(others.rows, false);
    for (std::size_t i = 0; i < centres.rows; ++i) {
        std::size_t nearest = others.rows;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < others.rows; ++j) {
            const double distance = squaredDistance(centres.row(i), others.row(j));
            if (used[j] || distance >= least) continue;
            least = distance;
            nearest = j;
        }
        used[nearest] = true;
        if (!m_random.chance(0.5)) continue;
        std::copy(others.row(nearest).begin(), others.row(nearest).end(), centres.row(i).begin());
    }
    const auto moved = static_cast<std::size_t>(m_random.below(centres.rows));
    std::vector<double> distances(m_data.rows, std::numeric_limits<double>::max());
    for (std::size_t row = 0; row < m_data.rows; ++row)
        for (std::size_t i = 0; i < centres.rows; ++i)
            if (i != moved)
                distances[row] =
                    std::min(distances[row], squaredDistance(m_data.row(row), centres.row(i)));
    const std::span<const double> row = m_data.row(drawnRow(distances, m_random));
    std::copy(row.begin(), row.end(), centres.row(moved).begin());
    return centres;
}

/// Replaces the worst, unless an equal one is there already: equal parents have equal children.
void Search::keepIfBetter(Partition child)
{
    std::size_t worst = 0;
    for (std::size_t i = 0; i < m_found.size(); ++i) {
        if (std::abs(m_found[i].inertia - child.inertia) <= 1e-9 * child.inertia) return;
        if (m_found[i].inertia > m_found[worst].inertia) worst = i;
    }
    if (child.inertia < m_found[worst].inertia) m_found[worst] = std::move(child);
}

bool Search::run()
{
    const std::size_t restarts = std::max<std::size_t>(m_options.restarts, 1);
    m_found.reserve(restarts);
    const std::size_t steps = restarts + crossings();
    for (std::size_t step = 0; step < steps; ++step) {
        m_pacer.setFraction(static_cast<double>(step) / static_cast<double>(steps));
        Partition partition = startFrom(step < restarts ? drawnCentres() : crossedCentres());
        if (!improve(partition)) return false;
        if (step < restarts) {
            m_found.push_back(std::move(partition));
        } else {
            keepIfBetter(std::move(partition));
        }
    }
    return true;
}

const Partition& Search::best() const
{
    return *std::min_element(
        m_found.begin(), m_found.end(), [](const Partition& a, const Partition& b) {
            return a.inertia < b.inertia;
        });
}

KMeansModel Search::model() const
{
    const Partition& found = best();
    constexpr std::uint32_t unnumbered = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> number(found.sizes.size(), unnumbered);
    KMeansModel model;
    model.centres = Matrix(found.centres.rows, found.centres.columns);
    model.inertia = found.inertia;
    model.trace = found.trace;
    for (const std::uint32_t label : found.labels) {
        if (number[label] == unnumbered) {
            number[label] = static_cast<std::uint32_t>(model.sizes.size());
            model.sizes.push_back(found.sizes[label]);
            const std::span<const double> centre = found.centres.row(label);
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
