// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/regions/Segments.h"

#include <QJsonArray>

namespace edupro::regions {

namespace {

QJsonObject columnJson(const MatrixColumn& column)
{
    return {
        {QStringLiteral("code"), column.code},
        {QStringLiteral("name"), column.name},
        {QStringLiteral("unit"), column.unit},
        {QStringLiteral("direction"), column.direction},
        {QStringLiteral("year"), column.year}};
}

QJsonArray omissionsJson(const std::vector<Omission>& omissions)
{
    QJsonArray all;
    for (const Omission& omission : omissions) {
        const bool constant = omission.why == LeftOut::Constant;
        all.append(QJsonObject{
            {QStringLiteral("code"), omission.code},
            {QStringLiteral("name"), omission.name},
            {QStringLiteral("why"),
             constant ? QStringLiteral("constant") : QStringLiteral("incomplete")},
            {QStringLiteral("values"), static_cast<qint64>(omission.values)},
            {QStringLiteral("wanted"), static_cast<qint64>(omission.wanted)}});
    }
    return all;
}

QJsonObject sweepJson(const KFigures& figures)
{
    return {
        {QStringLiteral("k"), static_cast<qint64>(figures.k)},
        {QStringLiteral("inertia"), figures.inertia},
        {QStringLiteral("silhouette"), figures.silhouette},
        {QStringLiteral("davies_bouldin"), figures.daviesBouldin}};
}

QJsonObject clusterJson(const ClusterSummary& cluster, const std::vector<MatrixColumn>& columns)
{
    QJsonObject centre;
    for (std::size_t i = 0; i < columns.size(); ++i)
        centre.insert(columns[i].code, cluster.centre[i]);
    return {
        {QStringLiteral("label"), cluster.label},
        {QStringLiteral("size"), static_cast<qint64>(cluster.size)},
        {QStringLiteral("readiness"), cluster.readiness},
        {QStringLiteral("silhouette"), cluster.silhouette},
        {QStringLiteral("centre"), centre}};
}

QJsonObject assignmentJson(const Assignment& assignment, const ClusterReport& report)
{
    return {
        {QStringLiteral("region"), assignment.row.region},
        {QStringLiteral("name"), assignment.row.name},
        {QStringLiteral("cluster"), static_cast<qint64>(assignment.cluster)},
        {QStringLiteral("label"), report.clusters[assignment.cluster].label},
        {QStringLiteral("distance"), assignment.distance},
        {QStringLiteral("silhouette"), assignment.silhouette},
        {QStringLiteral("x"), assignment.x},
        {QStringLiteral("y"), assignment.y}};
}

} // namespace

QJsonObject toJson(const ClusterReport& report)
{
    QJsonArray columns;
    for (const MatrixColumn& column : report.columns)
        columns.append(columnJson(column));
    QJsonArray withoutDirection;
    for (const QString& code : report.withoutDirection)
        withoutDirection.append(code);
    QJsonArray sweep;
    for (const KFigures& figures : report.sweep)
        sweep.append(sweepJson(figures));
    QJsonArray clusters;
    for (const ClusterSummary& cluster : report.clusters)
        clusters.append(clusterJson(cluster, report.columns));
    QJsonArray assignments;
    for (const Assignment& assignment : report.assignments)
        assignments.append(assignmentJson(assignment, report));
    return {
        {QStringLiteral("rows"), static_cast<qint64>(report.assignments.size())},
        {QStringLiteral("columns"), columns},
        {QStringLiteral("left_out_columns"), omissionsJson(report.leftOutColumns)},
        {QStringLiteral("left_out_rows"), omissionsJson(report.leftOutRows)},
        {QStringLiteral("without_direction"), withoutDirection},
        {QStringLiteral("k"), static_cast<qint64>(report.k)},
        {QStringLiteral("recommended_k"), static_cast<qint64>(report.recommendedK)},
        {QStringLiteral("sweep"), sweep},
        {QStringLiteral("silhouette"), report.silhouette},
        {QStringLiteral("clusters"), clusters},
        {QStringLiteral("assignments"), assignments},
        {QStringLiteral("variance_shown"), QJsonArray{report.shareX, report.shareY}},
        {QStringLiteral("model_version"), report.modelVersion},
        {QStringLiteral("seconds"), report.seconds}};
}

} // namespace edupro::regions
