// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows of two databases of a school differ, table by table.
#pragma once

#include "core/storage/backup/Restore.h"

namespace edupro::storage {

/// Compares the rows of all entities by id, version and time of change; tables without rows on both
/// sides are left out. `now` may be null: everything is added. Memory: about 60 bytes for each row
/// of the largest table.
Result<std::vector<TableDifference>>
differencesOf(Connection* now, Connection& backup, const Progress& progress);

/// How a backup belongs to what it would replace (null: nothing there).
Result<Kinship> kinshipOf(Connection* now, Connection& backup);

} // namespace edupro::storage
