// SPDX-License-Identifier: GPL-3.0-or-later
// Grouping in the background: reads and writes on the storage lane, calculates beside it, so that
// pages can go on reading.
#pragma once

#include "core/jobs/Lane.h"
#include "core/regions/Segments.h"
#include "core/storage/StoreLane.h"

namespace edupro::ui {

/// Both lanes outlive the work; the store's outlives the compute lane. Errors: those of
/// regions::cluster(). Cancelled: nothing is stored.
QFuture<Result<regions::ClusterReport>> clusterInBackground(
    storage::StoreLane& store, jobs::Lane& compute, const regions::ClusterOptions& options);

} // namespace edupro::ui
