// SPDX-License-Identifier: GPL-3.0-or-later
// What the page Data has done on the lanes: the list of backups, checks, comparisons.
#pragma once

#include "core/security/Attempt.h"
#include "core/security/RecoveryCode.h"
#include "core/storage/backup/BackupFolder.h"
#include "core/storage/backup/Restore.h"

#include <memory>

namespace edupro::ui {

/// The school file and its backups, as the page shows them.
struct BackupsListed {
    QString folder;
    std::vector<storage::BackupFile> backups; ///< of this school, newest first
    std::vector<storage::Keeping> keeping;    ///< of each
    std::vector<storage::UnreadableBackup> unreadable;
    std::optional<int> daysSince;
    qint64 schoolSize = 0; ///< with its log
};

/// On the storage lane. Errors: Permission, Internal `backup.no_file`, those of the folder.
Result<BackupsListed> listForPage(storage::Store& store, const QString& folder);

/// The open file, as a comparison reads it on another lane.
struct OpenFile {
    QString path;
    storage::SchoolFile::Keys keys; ///< null: plain
};
/// On the storage lane; for those who may verify or, `toRestore`, restore.
Result<OpenFile> openFileOf(storage::Store& store, bool toRestore);

/// What a person gave to open a backup whose keys are not those of the open file.
struct BackupSecret {
    QString login;
    std::shared_ptr<const security::SecretBytes> password;
    std::shared_ptr<const security::RecoveryCode> code; ///< instead of both
    std::shared_ptr<security::Throttle> throttle{};     ///< null: tried at any pace
};

/// Takes the keys of the open file where they are those of the backup, else the secret. Permission
/// `key.needed` without one that could be tried, `key.wait`.
storage::KeySource keysOf(const OpenFile& open, const BackupSecret& secret);

/// A backup beside the open file.
struct ComparedBackup {
    QString path;
    storage::RestorePreview preview;
    storage::SchoolFile::Keys keys; ///< that opened it; null: plain
};
/// On a lane of its own, with a connection of its own that only reads. Errors: those of
/// storage::previewRestore() and keysOf().
Result<ComparedBackup> compareBackup(
    const QString& backup,
    const OpenFile& open,
    const BackupSecret& secret,
    const Progress& progress);

} // namespace edupro::ui
