// SPDX-License-Identifier: GPL-3.0-or-later
// Through which action each entity is written where a description is all that the writer knows: the
// rules that need other rows hold there, too.
#pragma once

#include "core/storage/Store.h"

namespace edupro {

/// The action of the entity (terms, enrolments, dated settings, ...), or Store::save().
Result<storage::Saved> saveEntity(
    storage::Store& store,
    const EntityInfo& entity,
    Values& values,
    const storage::SaveOptions& options = {});

/// As storage::removeUnused(): nothing is taken away from under what refers to it.
Done removeEntity(storage::Store& store, const EntityInfo& entity, const QUuid& id);

} // namespace edupro
