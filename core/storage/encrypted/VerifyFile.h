// SPDX-License-Identifier: GPL-3.0-or-later
// Reads every page of a database file as it is stored, the free ones too, which SQL never looks at.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"

#include <cstdint>
#include <vector>

struct sqlite3;

namespace edupro::storage::encrypted {

/// The numbers of the pages (from 1) of the main database that cannot be read as what was written
/// there. Pages of a plain file have no tags: only those that the disk refuses are found. Reads
/// through the connection's own handle, so on its thread; checkpoint before, or pages that a torn
/// checkpoint left behind and the log still holds are named too. Errors: Io `store.io`, Cancelled.
Result<std::vector<std::uint32_t>> damagedPages(sqlite3* database, const Progress& progress);

} // namespace edupro::storage::encrypted
