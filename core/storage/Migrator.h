// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a store from whatever version it has to the newest, one numbered migration after the
// other.
#pragma once

#include "core/base/Clock.h"
#include "core/storage/Connection.h"

namespace edupro::storage {

/// "EDUP": PRAGMA application_id of a school file.
constexpr int applicationId = 0x45445550;

/// The version of the newest migration.
int newestSchema(Dialect dialect);

/// The version of the store; 0 when it is empty.
Result<int> schemaVersion(Connection& connection);

/// Applies what is missing, each file in one transaction together with its version row. Errors:
/// Corrupt `store.newer` when the store was made by a newer program (nothing is read or written),
/// Corrupt `store.migration` when an applied file was edited.
Done migrate(Connection& connection, Instant now);
/// The same up to one number, for tests of upgrades.
Done migrateUpTo(Connection& connection, Instant now, int number);

} // namespace edupro::storage
