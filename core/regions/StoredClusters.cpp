// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/regions/StoredClusters.h"

#include "core/registry/ModelRegistry.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace edupro::regions {

namespace {

std::size_t countIn(const QJsonObject& object, QStringView name)
{
    return static_cast<std::size_t>(std::max<qint64>(0, object[name].toInteger()));
}

MatrixColumn columnFrom(const QJsonObject& object)
{
    return {
        .code = object[u"code"].toString(),
        .name = object[u"name"].toString(),
        .unit = object[u"unit"].toString(),
        .direction = object[u"direction"].toInt(),
        .year = object[u"year"].toInt()};
}

Omission omissionFrom(const QJsonObject& object)
{
    return {
        .code = object[u"code"].toString(),
        .name = object[u"name"].toString(),
        .why = object[u"why"].toString() == u"constant" ? LeftOut::Constant : LeftOut::Incomplete,
        .values = countIn(object, u"values"),
        .wanted = countIn(object, u"wanted")};
}

KFigures figuresFrom(const QJsonObject& object)
{
    return {
        .k = countIn(object, u"k"),
        .inertia = object[u"inertia"].toDouble(),
        .silhouette = object[u"silhouette"].toDouble(),
        .daviesBouldin = object[u"davies_bouldin"].toDouble()};
}

ClusterSummary clusterFrom(const QJsonObject& object, const std::vector<MatrixColumn>& columns)
{
    ClusterSummary cluster{
        .label = object[u"label"].toString(),
        .size = countIn(object, u"size"),
        .readiness = object[u"readiness"].toDouble(),
        .silhouette = object[u"silhouette"].toDouble(),
        .centre = {}};
    const QJsonObject centre = object[u"centre"].toObject();
    for (const MatrixColumn& column : columns)
        cluster.centre.push_back(centre[column.code].toDouble());
    return cluster;
}

Assignment assignmentFrom(const QJsonObject& object)
{
    return {
        .row = {.region = object[u"region"].toString(), .name = object[u"name"].toString()},
        .cluster = countIn(object, u"cluster"),
        .distance = object[u"distance"].toDouble(),
        .silhouette = object[u"silhouette"].toDouble(),
        .x = object[u"x"].toDouble(),
        .y = object[u"y"].toDouble()};
}

template<class T, class From>
std::vector<T> listIn(const QJsonObject& object, QStringView name, From from)
{
    std::vector<T> all;
    for (const QJsonValue& value : object[name].toArray())
        all.push_back(from(value.toObject()));
    return all;
}

bool fitsTogether(const ClusterReport& report)
{
    return !report.clusters.empty() && report.k == report.clusters.size() &&
           std::all_of(
               report.assignments.begin(), report.assignments.end(), [&](const Assignment& one) {
                   return one.cluster < report.clusters.size();
               });
}

} // namespace

Result<ClusterReport> clusterReportOf(const ModelVersion& version)
{
    const QJsonObject object = QJsonDocument::fromJson(version.metrics.toUtf8()).object();
    const QJsonArray shown = object[u"variance_shown"].toArray();
    ClusterReport report{
        .columns = listIn<MatrixColumn>(object, u"columns", columnFrom),
        .leftOutColumns = listIn<Omission>(object, u"left_out_columns", omissionFrom),
        .leftOutRows = listIn<Omission>(object, u"left_out_rows", omissionFrom),
        .withoutDirection = {},
        .k = countIn(object, u"k"),
        .recommendedK = countIn(object, u"recommended_k"),
        .sweep = listIn<KFigures>(object, u"sweep", figuresFrom),
        .silhouette = object[u"silhouette"].toDouble(),
        .clusters = {},
        .assignments = listIn<Assignment>(object, u"assignments", assignmentFrom),
        .shareX = shown.at(0).toDouble(),
        .shareY = shown.at(1).toDouble(),
        .modelVersion = version.number,
        .seconds = object[u"seconds"].toDouble()};
    for (const QJsonValue& code : object[u"without_direction"].toArray())
        report.withoutDirection.push_back(code.toString());
    for (const QJsonValue& cluster : object[u"clusters"].toArray())
        report.clusters.push_back(clusterFrom(cluster.toObject(), report.columns));
    if (!fitsTogether(report)) {
        return Error{
            .code = ErrorCode::Corrupt,
            .key = "model.damaged",
            .detail = "the stored clusters of model version " + std::to_string(version.number) +
                      " cannot be read; cluster again"};
    }
    return report;
}

Result<std::optional<StoredClusters>> storedClusters(storage::Store& store)
{
    if (Done may = store.require(security::Action::Read, security::Object::Models); !may)
        return may.error();
    auto version =
        registry::productionModel(store, QStringLiteral("clusters"), QStringLiteral("provinces"));
    if (!version) return version.error();
    if (!version->has_value()) return std::optional<StoredClusters>();
    auto report = clusterReportOf(**version);
    if (!report) return report.error();
    return std::optional<StoredClusters>({std::move(report).value(), (*version)->trainedAt});
}

} // namespace edupro::regions
