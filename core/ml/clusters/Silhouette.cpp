// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ml/clusters/Silhouette.h"

#include "core/base/Random.h"
#include "core/ml/clusters/DistanceSums.h"
#include "core/ml/Parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace edupro::ml {

namespace {

Done checkLabels(const Matrix& data, const Labels& labels)
{
    const auto refuse = [](const char* detail) {
        return Error{ErrorCode::Validation, "cluster.option", detail};
    };
    if (labels.size() != data.rows) return refuse("there must be one cluster number per row");
    for (const std::uint32_t label : labels)
        if (label >= data.rows) return refuse("a cluster number is not below the number of rows");
    const std::vector<std::size_t> sizes = sizesOf(labels);
    const auto used = static_cast<std::size_t>(
        std::count_if(sizes.begin(), sizes.end(), [](std::size_t size) { return size > 0; }));
    if (used < 2 || used >= data.rows) {
        return refuse("a silhouette needs at least 2 clusters and fewer than rows");
    }
    return done();
}

/// Rows that are together in every labeling: a distance is added once for them, and the sums are
/// dealt to the clusters afterwards.
struct Combinations {
    std::vector<std::uint32_t> ofRow;
    std::vector<std::vector<std::uint32_t>> rows; ///< of each
    std::vector<std::uint32_t> labels;            ///< of each, in every labeling

    std::size_t count() const { return rows.size(); }
};

Combinations combinationsOf(std::size_t rows, std::span<const Labels> labelings)
{
    Combinations found;
    found.ofRow.assign(rows, 0);
    std::uint32_t count = 1;
    for (const Labels& labels : labelings) {
        std::unordered_map<std::uint64_t, std::uint32_t> numbers;
        for (std::size_t row = 0; row < rows; ++row) {
            const std::uint64_t key = (std::uint64_t{found.ofRow[row]} << 32) | labels[row];
            const auto next = static_cast<std::uint32_t>(numbers.size());
            found.ofRow[row] = numbers.try_emplace(key, next).first->second;
        }
        count = static_cast<std::uint32_t>(numbers.size());
    }
    found.rows.resize(count);
    for (std::size_t row = 0; row < rows; ++row)
        found.rows[found.ofRow[row]].push_back(static_cast<std::uint32_t>(row));
    for (const std::vector<std::uint32_t>& members : found.rows)
        for (const Labels& labels : labelings)
            found.labels.push_back(labels[members.front()]);
    return found;
}

/// From the sums of the distances of one row to the rows of each cluster.
double
silhouetteOf(std::uint32_t own, std::span<const double> sums, const std::vector<std::size_t>& sizes)
{
    if (sizes[own] < 2) return 0.0;
    const double within = sums[own] / static_cast<double>(sizes[own] - 1);
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t cluster = 0; cluster < sizes.size(); ++cluster) {
        if (cluster == own || sizes[cluster] == 0) continue;
        nearest = std::min(nearest, sums[cluster] / static_cast<double>(sizes[cluster]));
    }
    const double larger = std::max(within, nearest);
    return larger > 0.0 ? (nearest - within) / larger : 0.0;
}

class Judge {
public:
    Judge(std::size_t rows, std::span<const Labels> labelings, bool sampled)
        : m_labelings(labelings)
        , m_combinations(combinationsOf(rows, labelings))
        , m_found(labelings.size())
    {
        constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
        for (std::size_t i = 0; i < labelings.size(); ++i) {
            m_sizes.push_back(sizesOf(labelings[i]));
            m_found[i].ofRow.assign(rows, sampled ? unknown : 0.0);
        }
    }

    const Combinations& combinations() const { return m_combinations; }
    void take(std::size_t row, const double* sums);
    void addMeans();
    void addSampledMeans(std::span<const std::vector<std::uint32_t>> chosen);
    std::vector<Silhouette> found() && { return std::move(m_found); }

private:
    std::span<const Labels> m_labelings;
    Combinations m_combinations;
    std::vector<std::vector<std::size_t>> m_sizes; ///< of the clusters of each labeling
    std::vector<Silhouette> m_found;
};

/// `sums` of the combinations, `lanes` apart. Different rows may come from different threads.
void Judge::take(std::size_t row, const double* sums)
{
    std::vector<double> ofClusters;
    for (std::size_t i = 0; i < m_labelings.size(); ++i) {
        ofClusters.assign(m_sizes[i].size(), 0.0);
        for (std::size_t group = 0; group < m_combinations.count(); ++group)
            ofClusters[m_combinations.labels[group * m_labelings.size() + i]] +=
                sums[group * lanes];
        m_found[i].ofRow[row] = silhouetteOf(m_labelings[i][row], ofClusters, m_sizes[i]);
    }
}

void Judge::addMeans()
{
    for (std::size_t i = 0; i < m_found.size(); ++i) {
        Silhouette& result = m_found[i];
        const Labels& labels = m_labelings[i];
        result.ofCluster.assign(m_sizes[i].size(), 0.0);
        for (std::size_t row = 0; row < labels.size(); ++row) {
            result.ofCluster[labels[row]] += result.ofRow[row];
            result.mean += result.ofRow[row];
        }
        for (std::size_t cluster = 0; cluster < m_sizes[i].size(); ++cluster)
            if (m_sizes[i][cluster] > 0)
                result.ofCluster[cluster] /= static_cast<double>(m_sizes[i][cluster]);
        result.mean /= static_cast<double>(labels.size());
    }
}

/// Each combination counts by its share of the rows. Its variance, over the rows drawn from it, is
/// reduced by the share that was drawn (Cochran, page 95).
void Judge::addSampledMeans(std::span<const std::vector<std::uint32_t>> chosen)
{
    for (std::size_t i = 0; i < m_found.size(); ++i) {
        Silhouette& result = m_found[i];
        const auto all = static_cast<double>(m_labelings[i].size());
        result.ofCluster.assign(m_sizes[i].size(), 0.0);
        double variance = 0.0;
        for (std::size_t group = 0; group < chosen.size(); ++group) {
            const auto drawn = static_cast<double>(chosen[group].size());
            const auto size = static_cast<double>(m_combinations.rows[group].size());
            double mean = 0.0;
            for (const std::uint32_t row : chosen[group])
                mean += result.ofRow[row] / drawn;
            double squares = 0.0;
            for (const std::uint32_t row : chosen[group])
                squares += (result.ofRow[row] - mean) * (result.ofRow[row] - mean);
            const std::uint32_t cluster = m_combinations.labels[group * m_found.size() + i];
            result.ofCluster[cluster] += mean * size / static_cast<double>(m_sizes[i][cluster]);
            result.mean += mean * size / all;
            result.sampledRows += chosen[group].size();
            if (drawn < size)
                variance += size * size / all / all * (1.0 - drawn / size) * squares /
                            (drawn - 1.0) / drawn;
        }
        result.standardError = std::sqrt(variance);
    }
}

/// Of each combination its share of the sample, at least two rows, in ascending order.
std::vector<std::vector<std::uint32_t>>
drawSample(const Combinations& combinations, const SilhouetteOptions& options)
{
    std::vector<std::vector<std::uint32_t>> chosen;
    Random random(options.seed);
    const double share =
        static_cast<double>(options.sampledRows) / static_cast<double>(combinations.ofRow.size());
    for (std::vector<std::uint32_t> rows : combinations.rows) {
        const auto wanted =
            static_cast<std::size_t>(std::lround(share * static_cast<double>(rows.size())));
        const std::size_t count = std::min(std::max<std::size_t>(wanted, 2), rows.size());
        for (std::size_t i = 0; i < count; ++i)
            std::swap(rows[i], rows[i + static_cast<std::size_t>(random.below(rows.size() - i))]);
        rows.resize(count);
        std::sort(rows.begin(), rows.end());
        chosen.push_back(std::move(rows));
    }
    return chosen;
}

} // namespace

std::vector<std::size_t> sizesOf(const Labels& labels)
{
    std::vector<std::size_t> sizes;
    for (const std::uint32_t label : labels) {
        if (label >= sizes.size()) sizes.resize(label + std::size_t{1}, 0);
        ++sizes[label];
    }
    return sizes;
}

Result<std::vector<Silhouette>> silhouettes(
    const Matrix& data,
    std::span<const Labels> labelings,
    const SilhouetteOptions& options,
    const Progress& progress)
{
    if (Done good = checkForClustering(data); !good) return good.error();
    for (const Labels& labels : labelings)
        if (Done good = checkLabels(data, labels); !good) return good.error();
    const bool sampled = options.sampledRows > 0 && options.sampledRows < data.rows;
    Judge judge(data.rows, labelings, sampled);
    const Combinations& combinations = judge.combinations();
    const GroupedRows rows(data, combinations.ofRow, combinations.count());
    constexpr std::size_t worthThreads = 1000; // rows: a million distances take a millisecond
    const unsigned threads = data.rows < worthThreads ? 1 : threadCount(options.threads);
    const DistanceWork work{distanceKernels(options.vectors, data.columns), threads, progress};
    const TakeSums take = [&judge](std::size_t row, const double* sums) {
        judge.take(row, sums);
    };
    if (sampled) {
        const std::vector<std::vector<std::uint32_t>> chosen = drawSample(combinations, options);
        std::vector<std::uint32_t> all;
        for (const std::vector<std::uint32_t>& some : chosen)
            all.insert(all.end(), some.begin(), some.end());
        if (!distanceSumsOf(all, data, rows, work, take)) return cancelled();
        judge.addSampledMeans(chosen);
    } else {
        if (!distanceSums(rows, work, take)) return cancelled();
        judge.addMeans();
    }
    return std::move(judge).found();
}

Result<Silhouette> silhouette(
    const Matrix& data,
    const Labels& labels,
    const SilhouetteOptions& options,
    const Progress& progress)
{
    return silhouettes(data, std::span(&labels, 1), options, progress)
        .transform([](std::vector<Silhouette> one) { return std::move(one.front()); });
}

} // namespace edupro::ml
