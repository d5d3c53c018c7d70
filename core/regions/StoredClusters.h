// SPDX-License-Identifier: GPL-3.0-or-later
// The clustering in production, as it was stored.
#pragma once

#include "core/regions/Segments.h"
#include "core/registry/ModelVersion.h"

#include <optional>

namespace edupro::regions {

struct StoredClusters {
    ClusterReport report; ///< with its model version
    Instant trainedAt = 0;
};

/// The report that was stored with a model of kind "clusters". Corrupt `model.damaged`.
Result<ClusterReport> clusterReportOf(const ModelVersion& version);

/// None before the first clustering. Permission `access.denied` for those who may not read models.
Result<std::optional<StoredClusters>> storedClusters(storage::Store& store);

} // namespace edupro::regions
