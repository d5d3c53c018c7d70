// SPDX-License-Identifier: GPL-3.0-or-later
// Who refers to a row, found by the descriptions of all entities.
#pragma once

#include "core/storage/Store.h"

namespace edupro::storage {

/// The tables with rows, not deleted, that refer to this one; in the order of the entities. Looks
/// beyond what the person may see. One indexed query for each column that may refer to the table.
Result<QStringList> referringTables(Store& store, const EntityInfo& entity, const QUuid& id);

/// As Store::remove(), but Constraint `store.referred` while other rows refer to it.
Done removeUnused(Store& store, const EntityInfo& entity, const QUuid& id);

} // namespace edupro::storage
