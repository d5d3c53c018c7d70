// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dashboard/Overview.h"

#include "core/registry/ModelRegistry.h"

namespace edupro::dashboard {

namespace {

struct ChangeRow {
    qint64 at = 0;

    static constexpr auto schema() { return entity("last_change", field(&ChangeRow::at, "at")); }
};

Result<std::optional<warning::TrainReport>> measuresOf(storage::Store& store)
{
    auto model = registry::productionModel(
        store, QStringLiteral("tree"), warning::nameOf(warning::Target::NextTerm));
    if (!model) return model.error();
    if (!model->has_value()) return std::optional<warning::TrainReport>();
    auto report = warning::trainReportOf(**model);
    if (!report) return report.error();
    return std::optional<warning::TrainReport>(std::move(report).value());
}

} // namespace

Result<Overview> overviewOf(storage::Store& store, const QString& term)
{
    auto school = school::theSchool(store);
    if (!school) return school.error();
    auto dashboard = dashboardOf(store, term);
    if (!dashboard) return dashboard.error();
    auto measures = measuresOf(store);
    if (!measures) return measures.error();
    auto provinces = regions::storedClusters(store);
    if (!provinces) return provinces.error();
    const auto changes = store.query<ChangeRow>(QStringLiteral("dashboard/last_change"));
    if (!changes) return changes.error();
    Overview overview{
        .school = std::move(school).value(),
        .dashboard = std::move(dashboard).value(),
        .measures = std::move(measures).value(),
        .provinces = std::move(provinces).value(),
        .dataChangedAt = {},
        .readAt = store.now()};
    if (!changes->empty()) overview.dataChangedAt = changes->front().at;
    return overview;
}

} // namespace edupro::dashboard
