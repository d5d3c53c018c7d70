// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/regions/Segments.h"

#include "core/regions/ClusterAssignment.h"
#include "core/registry/ModelRegistry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace edupro::regions {

namespace {

Error refusal(const char* key, std::string detail)
{
    return {.code = ErrorCode::Validation, .key = key, .detail = std::move(detail)};
}

Done checkOptions(const IndicatorMatrix& matrix, const ClusterOptions& options)
{
    if (options.k < fewestClusters || options.k > mostClusters) {
        return refusal(
            "cluster.option",
            "the number of clusters is " + std::to_string(options.k) + "; it must be from 2 to 6");
    }
    if (matrix.rows.size() <= options.k) {
        return refusal(
            "cluster.too_few",
            std::to_string(matrix.rows.size()) + " complete provinces cannot be put into " +
                std::to_string(options.k) +
                " clusters; import more provinces or choose fewer clusters or indicators");
    }
    return done();
}

/// Every number of clusters that the rows allow, the wanted one among them.
Result<ml::Sweep>
sweepOf(const ml::Matrix& scaled, const ClusterOptions& options, const Progress& progress)
{
    const std::size_t most = std::min(mostClusters, scaled.rows - 1);
    auto tried = ml::sweep(
        scaled,
        {.fewest = fewestClusters, .most = most, .kMeans = {.seed = options.seed}},
        progress);
    if (!tried) return tried.error();
    const bool found =
        std::any_of(tried->entries.begin(), tried->entries.end(), [&](const auto& entry) {
            return entry.clusters == options.k;
        });
    if (!found) {
        return refusal(
            "cluster.too_few",
            "there are fewer different provinces than " + std::to_string(options.k) +
                " clusters; choose fewer");
    }
    return tried;
}

/// Mean of the z-scores of a centre, each by its direction; none counts as "more is better".
double readinessOf(std::span<const double> centre, const std::vector<MatrixColumn>& columns)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        sum += columns[i].direction < 0 ? -centre[i] : centre[i];
    return sum / static_cast<double>(columns.size());
}

/// The clusters as the engine numbered them, the readiest first.
std::vector<std::size_t>
byReadiness(const ml::KMeansModel& model, const std::vector<MatrixColumn>& columns)
{
    std::vector<std::size_t> order(model.centres.rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return readinessOf(model.centres.row(a), columns) >
               readinessOf(model.centres.row(b), columns);
    });
    return order;
}

// Turns what the engines found into model and report, in the order of readiness.
class Assembly {
public:
    Assembly(
        const IndicatorMatrix& matrix,
        const ml::Scaling& scaling,
        const ml::Sweep& tried,
        std::size_t k)
        : m_matrix(matrix)
        , m_scaling(scaling)
        , m_tried(tried)
        , m_chosen(*std::find_if(
              tried.entries.begin(),
              tried.entries.end(),
              [k](const ml::SweepEntry& entry) { return entry.clusters == k; }))
        , m_order(byReadiness(m_chosen.model, matrix.columns))
    {
    }

    Clustering with(const ml::Matrix& scaled, const ml::PrincipalComponents& plane)
    {
        Clustering made{modelOf(), headOf()};
        const std::vector<QString> words = readinessWords(m_order.size());
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            const auto centre = m_chosen.model.centres.row(m_order[i]);
            made.report.clusters.push_back(
                {.label = words[i],
                 .size = m_chosen.model.sizes[m_order[i]],
                 .readiness = readinessOf(centre, m_matrix.columns),
                 .silhouette = m_chosen.silhouette.ofCluster[m_order[i]],
                 .centre = m_scaling.undo(centre)});
        }
        for (std::size_t row = 0; row < scaled.rows; ++row)
            made.report.assignments.push_back(assignment(scaled, plane, row));
        made.report.shareX = plane.share[0];
        made.report.shareY = plane.share[1];
        return made;
    }

private:
    registry::ClusterModel modelOf() const
    {
        registry::ClusterModel model{.scaling = m_scaling};
        for (const MatrixColumn& column : m_matrix.columns)
            model.columns.push_back({column.code.toStdString(), column.direction});
        model.centres = ml::Matrix(m_order.size(), m_matrix.columns.size());
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            const auto from = m_chosen.model.centres.row(m_order[i]);
            std::copy(from.begin(), from.end(), model.centres.row(i).begin());
        }
        for (const QString& word : readinessWords(m_order.size()))
            model.labels.push_back(word.toStdString());
        return model;
    }

    ClusterReport headOf() const
    {
        ClusterReport report{
            .columns = m_matrix.columns,
            .leftOutColumns = m_matrix.leftOutColumns,
            .leftOutRows = m_matrix.leftOutRows,
            .k = m_chosen.clusters,
            .recommendedK = m_tried.recommended,
            .silhouette = m_chosen.silhouette.mean};
        for (const MatrixColumn& column : m_matrix.columns) {
            if (column.direction == 0) report.withoutDirection.push_back(column.code);
        }
        for (const ml::SweepEntry& entry : m_tried.entries) {
            report.sweep.push_back(
                {entry.clusters, entry.model.inertia, entry.silhouette.mean, entry.daviesBouldin});
        }
        return report;
    }

    Assignment assignment(
        const ml::Matrix& scaled, const ml::PrincipalComponents& plane, std::size_t row) const
    {
        const std::uint32_t label = m_chosen.model.labels[row];
        const auto place = std::find(m_order.begin(), m_order.end(), label);
        const auto centre = m_chosen.model.centres.row(label);
        return {
            .row = m_matrix.rows[row],
            .cluster = static_cast<std::size_t>(place - m_order.begin()),
            .distance = std::sqrt(ml::squaredDistance(scaled.row(row), centre)),
            .silhouette = m_chosen.silhouette.ofRow[row],
            .x = plane.scores.row(row)[0],
            .y = plane.scores.row(row)[1]};
    }

    const IndicatorMatrix& m_matrix;
    const ml::Scaling& m_scaling;
    const ml::Sweep& m_tried;
    const ml::SweepEntry& m_chosen;
    std::vector<std::size_t> m_order;
};

Done saveAssignments(storage::Store& store, const ClusterReport& report, const ModelVersionId& id)
{
    for (const Assignment& assignment : report.assignments) {
        ClusterAssignment row{
            .modelVersion = id,
            .region = assignment.row.region,
            .cluster = static_cast<int>(assignment.cluster),
            .readiness = report.clusters[assignment.cluster].label,
            .distance = assignment.distance,
            .silhouette = assignment.silhouette};
        if (auto saved = store.save(row); !saved) return saved.error();
    }
    return done();
}

} // namespace

std::vector<QString> readinessWords(std::size_t k)
{
    static const std::array<std::vector<QString>, mostClusters + 1> words = {{
        {},
        {},
        {QStringLiteral("Tinggi"), QStringLiteral("Rendah")},
        {QStringLiteral("Tinggi"), QStringLiteral("Menengah"), QStringLiteral("Rendah")},
        {QStringLiteral("Sangat tinggi"),
         QStringLiteral("Tinggi"),
         QStringLiteral("Rendah"),
         QStringLiteral("Sangat rendah")},
        {QStringLiteral("Sangat tinggi"),
         QStringLiteral("Tinggi"),
         QStringLiteral("Menengah"),
         QStringLiteral("Rendah"),
         QStringLiteral("Sangat rendah")},
        {QStringLiteral("Sangat tinggi"),
         QStringLiteral("Tinggi"),
         QStringLiteral("Menengah atas"),
         QStringLiteral("Menengah bawah"),
         QStringLiteral("Rendah"),
         QStringLiteral("Sangat rendah")},
    }};
    return words[k];
}

Result<Clustering>
clustersOf(const IndicatorMatrix& matrix, const ClusterOptions& options, const Progress& progress)
{
    if (Done good = checkOptions(matrix, options); !good) return good.error();
    const auto scaling = ml::fitScaling(matrix.values, ml::ScalingKind::ZScore);
    if (!scaling) return scaling.error();
    const ml::Matrix scaled = scaling->apply(matrix.values);
    const auto tried = sweepOf(scaled, options, progress);
    if (!tried) return tried.error();
    const auto plane = ml::principalComponents(scaled);
    if (!plane) return plane.error();
    return Assembly(matrix, *scaling, *tried, options.k).with(scaled, *plane);
}

Result<ClusterReport>
keepClusters(storage::Store& store, const Clustering& clustering, Instant startedAt)
{
    ClusterReport report = clustering.report;
    report.seconds = static_cast<double>(store.now() - startedAt) / 1000.0;
    QJsonObject metrics = toJson(report);
    metrics.remove(QStringLiteral("model_version")); // the row's own number says it
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    const auto version = registry::registerModel(
        store,
        {.kind = QStringLiteral("clusters"),
         .target = QStringLiteral("provinces"),
         .model = registry::toJson(clustering.model),
         .metrics = metrics});
    if (!version) return version.error();
    if (Done saved = saveAssignments(store, report, version->id); !saved) return saved.error();
    if (Done committed = transaction->commit(); !committed) return committed.error();
    report.modelVersion = version->number;
    return report;
}

Result<ClusterReport>
cluster(storage::Store& store, const ClusterOptions& options, const Progress& progress)
{
    const Instant startedAt = store.now();
    const auto matrix = indicatorMatrix(store, options.matrix);
    if (!matrix) return matrix.error();
    const auto clustering = clustersOf(*matrix, options, partOf(progress, 0.0, 0.95));
    if (!clustering) return clustering.error();
    if (!progress(0.95)) return cancelled();
    return keepClusters(store, *clustering, startedAt);
}

} // namespace edupro::regions
