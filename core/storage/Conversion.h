// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypts a plain school file, makes an encrypted one plain, or gives it a new key: by a copy that
// is checked and then takes the file's place.
#pragma once

#include "core/base/Progress.h"
#include "core/storage/Connection.h"
#include "core/storage/FileSwap.h"
#include "core/storage/SchoolFile.h"

#include <functional>

namespace edupro::storage {

struct Conversion {
    SchoolFile::Keys from; ///< null: the file is plain
    SchoolFile::Keys to;   ///< null: it is to be plain
    /// Writes the key file of the new state, as KeyFile::save() does; none for a plain one.
    std::function<Done(const QString& keyFile)> writeKeys{};
    /// Changes the copy in an open transaction, after it was compared: cells that are to be sealed
    /// or opened, passwords that live in another place.
    std::function<Done(Connection& copy)> adapt{};
    /// For tests: called after each step on the disk; false stops there as a crash would.
    SwapStep step{};
};

/// Nobody may have the school open: takes its lock. The copy is compared with the file (every
/// table's rows, the end of the audit, quick_check) and is on the disk before the two change
/// places; a crash at any moment leaves the old file with the old key file or the new one with the
/// new one. The old files are then removed, not wiped: what a disk keeps of removed files is beyond
/// a program, so a plain file that was ever on it may be found there by experts. Needs the size of
/// the file in free space. Errors: `store.in_use`, `store.full`, `store.read_only`, `store.damaged`
/// (also when `from` does not open it), those of the two functions; Cancelled.
Done convertSchool(
    const QString& path, const Conversion& conversion, const Progress& progress = noProgress());

/// Writes a compact copy of an open file to `target`, which must not exist: under `keys` and with a
/// salt of its own, or plain when they are null. A plain copy of an encrypted file keeps the
/// reserved bytes of its pages, which SQLite does not take back; they stay empty. Errors:
/// `store.full`, those of SQLite.
Done copyUnderKeys(Connection& source, const QString& target, const security::SchoolKeys* keys);

/// Removes what a conversion or another replacement left beside `path` when it was interrupted
/// before or after the exchange. Precondition: the caller holds the lock, and no swap is pending.
void removeLeftovers(const QString& path);

} // namespace edupro::storage
