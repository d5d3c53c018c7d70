// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dashboard/Overview.h"

#include "core/storage/audit/AuditTrail.h"
#include "core/storage/audit/AuditVerify.h"

namespace edupro::dashboard {

namespace {

struct ChangeRow {
    qint64 at = 0;

    static constexpr auto schema() { return entity("last_change", field(&ChangeRow::at, "at")); }
};

} // namespace

Result<Overview> overviewOf(storage::Store& store, const QString& term)
{
    // Without them the figures would be other ones.
    if (Done may = store.require(security::Action::Read, security::Object::Predictions); !may)
        return may.error();
    auto school = school::theSchool(store);
    if (!school) return school.error();
    auto dashboard = dashboardOf(store, term);
    if (!dashboard) return dashboard.error();
    auto model = warning::modelInUse(store, warning::Target::NextTerm);
    if (!model) return model.error();
    auto provinces = regions::storedClusters(store);
    if (!provinces) return provinces.error();
    const auto changes = store.query<ChangeRow>(QStringLiteral("dashboard/last_change"));
    if (!changes) return changes.error();
    QString code;
    if (store.dialect() == storage::Dialect::Sqlite) {
        const auto head = storage::auditHead(store.connection());
        if (!head) return head.error();
        code = storage::shortCode(*head);
    }
    Overview overview{
        .school = std::move(school).value(),
        .dashboard = std::move(dashboard).value(),
        .measures = {},
        .provinces = std::move(provinces).value(),
        .dataChangedAt = {},
        .readAt = store.now(),
        .auditCode = code};
    if (model->has_value()) overview.measures = std::move((*model)->report);
    if (!changes->empty()) overview.dataChangedAt = changes->front().at;
    return overview;
}

} // namespace edupro::dashboard
