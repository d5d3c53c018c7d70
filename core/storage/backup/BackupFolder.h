// SPDX-License-Identifier: GPL-3.0-or-later
// The backups of a school in a folder: their names, their list, which are kept, and how old the
// newest is.
#pragma once

#include "core/storage/backup/Backup.h"

#include <optional>
#include <vector>

namespace edupro::storage {

/// NAME.edupro -> NAME.edupro-backups beside it.
QString defaultBackupFolder(const QString& schoolPath);

/// Where the backups of a school go: the folder that was chosen for it, else (empty) the one beside
/// it. Empty without a file.
QString backupFolderOf(const QString& schoolPath, const QString& chosen);

/// "NAME_2026-11-21_171500_daily.edupro-backup", in local time.
QString backupFileName(const QString& schoolPath, Instant at, BackupCause cause);

struct UnreadableBackup {
    QString path;
    Error error;
};

struct BackupList {
    std::vector<BackupFile> backups; ///< newest first
    std::vector<UnreadableBackup> unreadable;
};

/// The backups in a folder by their manifests, whose contents are not checked; O(files). A missing
/// folder has none. `file`: only those of this school file; null: all.
Result<BackupList> listBackups(const QString& folder, const QUuid& file = {});

/// How many automatic backups are kept.
struct Retention {
    int daily = 7;  ///< the newest of each of as many days with backups
    int weekly = 5; ///< of weeks (Monday to Sunday)
    int monthly = 12;
    int beforeDays = 7; ///< one made before an import, a migration or a restore stays this long
};

/// As what a backup is kept.
enum class Keeping {
    ByHand, ///< for ever: a person asked for it
    Daily,  ///< also the newest of all, and those before something risky
    Weekly,
    Monthly,
    Superfluous
};

/// In the order of `backups`.
std::vector<Keeping>
keepingOf(const std::vector<BackupFile>& backups, Instant now, const Retention& retention = {});

/// The automatic backups that need not be kept. Never one that a person asked for, never the
/// newest.
std::vector<BackupFile>
superfluous(const std::vector<BackupFile>& backups, Instant now, const Retention& retention = {});

/// Removes what is superfluous of this school; what cannot be removed stays. The number removed.
Result<int> thinOut(const QString& folder, const QUuid& file, Instant now);

/// After so many days without a backup a person is warned.
inline constexpr int warnAfterDays = 7;

/// Whole days since the newest backup; none without any.
std::optional<int> daysSinceNewest(const std::vector<BackupFile>& backups, Instant now);

} // namespace edupro::storage
