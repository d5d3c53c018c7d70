// SPDX-License-Identifier: GPL-3.0-or-later
// Backups beside other work, and when one is due without being asked for.
#pragma once

#include "core/storage/backup/BackupFolder.h"
#include "core/storage/StoreLane.h"

namespace edupro::storage {

/// Makes a backup through the storage lane in steps of 1 MiB, between which other work is done, and
/// verifies it on the calling thread, which is neither the lane's nor the window's. Notes it in the
/// audit and thins out the folder. Errors: those of BackupRun, `store.closed`, Cancelled.
Result<BackupFile>
backUpInSteps(StoreLane& lane, const BackupPlan& plan, const Progress& progress = noProgress());

enum class Occasion {
    Opening, ///< due when none was made today
    Risk,    ///< before an import: due when something was written since the newest one
    Closing  ///< likewise
};

/// Whether the school should be backed up now. Signing in and out is nothing written. Reads the
/// manifests in the folder: O(files), and the events since the newest. On the store's thread.
Result<bool> isBackupDue(Store& store, const QString& folder, Occasion occasion);

/// Whole days since the newest backup of this school in the folder; none: there is none. From
/// warnAfterDays on a person is to be told. On the store's thread.
Result<std::optional<int>> daysSinceBackup(Store& store, const QString& folder);

/// What became of an automatic backup.
struct AutomaticBackup {
    std::optional<BackupFile> made; ///< none: it was not due
    std::optional<int> daysSince;   ///< daysSinceBackup(), this one included
};

/// backUpInSteps() when it is due, with the cause that belongs to the occasion in place of the
/// plan's.
Result<AutomaticBackup> backUpWhenDue(
    StoreLane& lane, BackupPlan plan, Occasion occasion, const Progress& progress = noProgress());

/// The same on the store's thread, which does nothing else meanwhile.
Result<AutomaticBackup> backUpWhenDue(
    Store& store, BackupPlan plan, Occasion occasion, const Progress& progress = noProgress());

} // namespace edupro::storage
