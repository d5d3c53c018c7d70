// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a school file of an older version up to date: on a copy, which then takes its place.
#pragma once

#include "core/storage/FileSwap.h"
#include "core/storage/SchoolFile.h"

namespace edupro::storage {

struct UpgradeOptions {
    SchoolFile::Keys keys{}; ///< null: plain
    Instant now = 0;
    SwapStep step{}; ///< for tests: see FileSwap
};

/// Backs the file up into its default folder, migrates a copy, checks it (quick_check, no row of an
/// entity lost) and puts it in the place of the file; answers a connection to the new one. `old` is
/// an open, whole file of an older schema; the caller holds the lock. After an error the old file
/// is as it was and closed; a crash leaves the old one or the new one. Errors: those of backups and
/// migrations, Internal `store.upgrade` when the copy does not hold what the file held.
Result<std::unique_ptr<Connection>>
upgradeFile(const QString& school, std::unique_ptr<Connection> old, const UpgradeOptions& options);

} // namespace edupro::storage
