// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps every trained model as a numbered version and knows which one is in use.
#pragma once

#include "core/registry/ModelVersion.h"
#include "core/storage/Store.h"

#include <QJsonObject>

#include <optional>

namespace edupro::registry {

/// A model that has been trained and not been stored yet.
struct NewModel {
    QString kind;   ///< "tree" or "clusters"
    QString target; ///< "next-term", "status-now" or "provinces"
    QJsonObject model;
    QJsonObject metrics;
};

/// Stores the model under the next number of its kind and makes it the one in production for its
/// target; the one before steps down. Call it inside a storage::Transaction of the caller's, so
/// that what belongs to the model is stored with it or not at all.
Result<ModelVersion> registerModel(storage::Store& store, const NewModel& model);

/// The newest version in production of a kind and target, if any.
Result<std::optional<ModelVersion>>
productionModel(storage::Store& store, const QString& kind, const QString& target);

} // namespace edupro::registry
