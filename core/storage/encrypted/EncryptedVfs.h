// SPDX-License-Identifier: GPL-3.0-or-later
// The file layer under SQLite that keeps database, log and temporary data encrypted on the disk.
#pragma once

#include "core/base/Result.h"
#include "core/storage/encrypted/KeyTable.h"

#include <QString>

struct sqlite3;

namespace edupro::storage::encrypted {

inline constexpr const char* vfsName = "eduvfs";

/// Makes the file layer known to SQLite as `name`, over the layer `baseVfs` (null: SQLite's
/// default at this moment). Stays for the life of the process; a second call with the same names
/// does nothing. Errors: Internal `key.no_vfs`. Any thread.
///
/// A database is opened with the URI parameter `kid`, the number of its key (RegisteredKey);
/// without it the file is refused and not created. Database pages, log and temporary files are
/// encrypted; rollback journals of files with content are refused (journal_mode MEMORY, then
/// WAL); the -shm file is
/// memory of the process, so only one process may have the file open, with any number of
/// connections. A new database needs 32 reserved bytes before its first write
/// (reserveFooter()).
Done registerEncryptedVfs(const char* name = vfsName, const char* baseVfs = nullptr);

/// Sets the reserved bytes of the pages of `schema` before its first page is written, or of the
/// copy that VACUUM INTO will make of it.
Done reserveFooter(sqlite3* database, const char* schema = "main");

/// That the main database of a connection goes through the layer registered as `name`. Errors:
/// Internal `key.no_vfs`; Io `store.memory`.
Done checkVfs(sqlite3* database, const QString& name);

/// Pages written so far under the key of the main database (see WriteCount); 0 for a plain one.
std::uint64_t pagesWritten(sqlite3* database);

} // namespace edupro::storage::encrypted
