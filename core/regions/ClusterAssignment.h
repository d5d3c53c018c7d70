// SPDX-License-Identifier: GPL-3.0-or-later
// Which readiness cluster a model put a region into.
#pragma once

#include "core/registry/ModelVersion.h"

#include <QString>

namespace edupro {

using ClusterAssignmentId = Id<struct ClusterAssignmentTag>;

struct ClusterAssignment {
    ClusterAssignmentId id;
    ModelVersionId modelVersion;
    QString region;
    int cluster = 0;       ///< index in the model, without meaning of its own
    QString readiness;     ///< by ordered readiness: Tinggi, Menengah, Rendah
    double distance = 0.0; ///< to the centre, in the scaled space
    double silhouette = 0.0;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("cluster_assignments",
            field(&ClusterAssignment::id,           "id",               label("ClusterAssignment", "Id"),         {.key = true, .hidden = true}),
            field(&ClusterAssignment::modelVersion, "model_version_id", label("ClusterAssignment", "Model"),      {.required = true, .references = "model_versions"}),
            field(&ClusterAssignment::region,       "region_code",      label("ClusterAssignment", "Region"),     {.required = true, .pattern = "P[0-9]{2}"}),
            field(&ClusterAssignment::cluster,      "cluster",          label("ClusterAssignment", "Cluster"),    {.required = true, .range = Range{0, 1000}}),
            field(&ClusterAssignment::readiness,    "label",            label("ClusterAssignment", "Label"),      {.required = true, .length = {1, 60}}),
            field(&ClusterAssignment::distance,     "distance",         label("ClusterAssignment", "Distance"),   {.required = true, .range = Range{0, 1e300}}),
            field(&ClusterAssignment::silhouette,   "silhouette",       label("ClusterAssignment", "Silhouette"), {.required = true, .range = Range{-1, 1}}));
        // clang-format on
    }
    friend bool operator==(const ClusterAssignment&, const ClusterAssignment&) = default;
};

inline QString naturalKeyOf(const ClusterAssignment& assignment)
{
    return assignment.modelVersion.text() + u'/' + assignment.region;
}

} // namespace edupro
