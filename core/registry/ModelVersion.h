// SPDX-License-Identifier: GPL-3.0-or-later
// A trained model as it was stored: readable JSON, never executable.
#pragma once

#include "core/record/Schema.h"

#include <QString>

namespace edupro {

using ModelVersionId = Id<struct ModelVersionTag>;

struct ModelVersion {
    ModelVersionId id;
    QString kind;   ///< "tree" or "clusters"
    int number = 0; ///< counts from 1 within the kind
    QString target; ///< "next-term", "status-now" or "provinces"
    qint64 trainedAt = 0;
    QString model;           ///< JSON
    QString metrics;         ///< JSON
    bool production = false; ///< pages and the command line use this one

    static constexpr auto schema()
    {
        // clang-format off
        return entity("model_versions",
            field(&ModelVersion::id,         "id",         label("ModelVersion", "Id"),         {.key = true, .hidden = true}),
            field(&ModelVersion::kind,       "kind",       label("ModelVersion", "Kind"),       {.required = true, .choices = "tree|clusters"}),
            field(&ModelVersion::number,     "number",     label("ModelVersion", "Version"),    {.required = true, .range = Range{1, 1e9}}),
            field(&ModelVersion::target,     "target",     label("ModelVersion", "Target"),     {.required = true, .choices = "next-term|status-now|provinces"}),
            field(&ModelVersion::trainedAt,  "trained_at", label("ModelVersion", "Trained"),    {.required = true, .instant = true}),
            field(&ModelVersion::model,      "model",      label("ModelVersion", "Model"),      {.hidden = true, .required = true, .json = true}),
            field(&ModelVersion::metrics,    "metrics",    label("ModelVersion", "Measures"),   {.hidden = true, .required = true, .json = true}),
            field(&ModelVersion::production, "production", label("ModelVersion", "Production"), {.required = true}));
        // clang-format on
    }
    friend bool operator==(const ModelVersion&, const ModelVersion&) = default;
};

inline QString naturalKeyOf(const ModelVersion& version)
{
    return version.kind + u'/' + QString::number(version.number);
}

} // namespace edupro
