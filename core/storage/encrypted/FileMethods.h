// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's table of file methods, led to StoredFile.
#pragma once

#include "core/storage/encrypted/DatabaseFile.h"
#include "core/storage/encrypted/ScratchFile.h"
#include "core/storage/encrypted/WalFile.h"

#include <sqlite3.h>

namespace edupro::storage::encrypted {

/// The size of a handle in SQLite's memory: ours, and the base's behind it.
int handleSize(int baseSize);
sqlite3_file* baseFileIn(sqlite3_file* file);
/// Precondition: attach()ed.
StoredFile* storedFileOf(sqlite3_file* file);
/// Gives `stored` to the handle, which deletes it when SQLite closes the file. The names are for
/// SQLITE_FCNTL_VFSNAME and must outlive the handle.
void attach(sqlite3_file* file, StoredFile* stored, const char* layer, const char* baseLayer);

} // namespace edupro::storage::encrypted
