// SPDX-License-Identifier: GPL-3.0-or-later
// A clustering in words and as a chart, in the language of the window.
#pragma once

#include "core/regions/StoredClusters.h"
#include "ui/charts/ChartCard.h"
#include "ui/common/Badge.h"

namespace edupro::ui {

/// What a readiness label of core/regions says of a province: the high ones Fine, the middle ones
/// Watch, the low ones Risk.
Tone readinessTone(const QString& label);

/// The provinces on their first two principal components, one group per cluster. Group i, point j
/// is the j-th assignment of cluster i.
dashboard::Scatter scatterOf(const regions::ClusterReport& report);

/// The region of a place in scatterOf(report).
QString regionAt(const regions::ClusterReport& report, ChartPlace place);

/// What a job did: "34 provinces in 3 groups, ...".
QString toldOf(const regions::ClusterReport& report);

/// "34 provinces in 3 groups · silhouette 0.41 · model v1, 21 Nov 2026".
QString subtitleOf(const regions::StoredClusters& stored);

/// What was used, what was assumed and what was left out and why; one note a line, as rich text.
QString notesOf(const regions::ClusterReport& report);

} // namespace edupro::ui
