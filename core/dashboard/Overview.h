// SPDX-License-Identifier: GPL-3.0-or-later
// The whole first page of a school: its dashboard, its provinces, and how old and how good all that
// is.
#pragma once

#include "core/dashboard/Cards.h"
#include "core/regions/StoredClusters.h"
#include "core/warning/ForecastList.h"

#include <optional>

namespace edupro::dashboard {

struct Overview {
    School school;
    Dashboard dashboard;
    std::optional<warning::TrainReport> measures;     ///< of the model in production
    std::optional<regions::StoredClusters> provinces; ///< none before a clustering
    std::optional<Instant> dataChangedAt;             ///< by a person or an import
    Instant readAt = 0;
    /// Where the audit stood then: the code of storage::shortCode(), by which a later look at the
    /// file finds a shortened or rewritten history. Empty on a server.
    QString auditCode{};
};

/// For the term with this code; empty: school::currentTerm(). Reads only. Errors: those of
/// dashboardOf(), `school.none`, `model.damaged`, Permission `access.denied` for those who may not
/// read predictions.
Result<Overview> overviewOf(storage::Store& store, const QString& term = {});

} // namespace edupro::dashboard
