// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a backup in the place of a school file: first what would change, then the exchange, which
// keeps the replaced file.
#pragma once

#include "core/record/Schema.h"
#include "core/storage/backup/Backup.h"

#include <optional>
#include <vector>

namespace edupro::storage {

/// How a backup and the file it would replace belong together.
enum class Kinship {
    NothingThere, ///< no file there, or it cannot be read
    SameLine,     ///< an earlier state of this file
    OtherLine,    ///< of the same school, but one of the two was restored or copied since
    OtherSchool
};

/// "nothing-there", "same-line", "other-line", "other-school".
QString kinshipName(Kinship kinship);

/// What restoring would do to the rows of one table, compared by id, version and time of change.
struct TableDifference {
    QString table;
    qint64 now = 0;      ///< rows now, deleted ones included
    qint64 inBackup = 0; ///< rows in the backup
    qint64 added = 0;    ///< in the backup only: they come back
    qint64 changed = 0;
    qint64 removed = 0; ///< now only: they go
    friend bool operator==(const TableDifference&, const TableDifference&) = default;
};

struct RestorePreview {
    BackupManifest manifest;
    Kinship kinship = Kinship::NothingThere;
    std::vector<TableDifference> tables; ///< those with rows on either side
};

/// What restoring `backup` over `current` (null: nothing there, or not readable) would change.
/// Checks the backup as verifyBackup() does. `current` is read on the calling thread, its own.
Result<RestorePreview> previewRestore(
    const QString& backup,
    Connection* current,
    const KeySource& keys,
    const Progress& progress = noProgress());

/// The erasure register outlives every restore: applied to the restored database before anybody can
/// open it. `erasures`: row ids from the register of the replaced file, from its key file and from
/// the manifest.
struct ErasureHooks {
    std::function<Result<QStringList>(Connection& replaced)> read{};
    /// `replaced`: whose register says when, by whom and why; null when it cannot be read.
    std::function<Done(Connection& restored, const QStringList& erasures, Connection* replaced)>
        apply{};
};

/// What a restore asks of those who know of people; see accounts::Restorer. A restore brings back
/// the data of a day, not its people: roles, revocations and passwords stay those of today wherever
/// today's file can be read.
struct PeopleHooks {
    /// Whether whoever restores may; answers who that is, for the audit. `replaced`: null when
    /// there is none or it cannot be read. Without this function nothing is restored.
    std::function<Result<QString>(Connection* replaced, Connection& restored)> permit{};
    /// Writes today's people over those of the backup's day; false when today's file has none. In
    /// the open transaction of the restored file.
    std::function<Result<bool>(Connection& replaced, Connection& restored)> keep{};
};

struct RestoreOptions {
    KeySource keys{};
    /// Keys that open the file to be replaced or belong to the key file beside it; null: plain, or
    /// not at hand.
    SchoolFile::Keys currentKeys{};
    bool evenOtherLine = false;
    bool evenOtherSchool = false;
    bool evenPlain = false;     ///< a plain backup over an encrypted school
    bool evenEncrypted = false; ///< an encrypted backup over a plain school
    Instant now = 0;
    std::vector<const EntityInfo*> entities{}; ///< all of the program
    PeopleHooks people{};
    ErasureHooks erasure{};
    /// For tests: see SwapStep; counts the steps before the exchange as well.
    std::function<bool(int step)> step{};
};

/// Whose people and passwords a restored school has.
enum class PeopleOf {
    Today,  ///< those of the replaced file
    Backup, ///< those of the backup's day, revoked ones among them: today's could not be read
    Mixed,  ///< today's passwords (the key file was whole), names and roles of the backup's day
};

/// "today", "backup", "mixed".
QString peopleName(PeopleOf people);

struct Restored {
    QString keptFile; ///< the replaced file under its new name; empty: there was none
    FileIdentity identity;
    PeopleOf people = PeopleOf::Backup;
};

/// Restores `backup` to `school`. Takes the lock of `school`: no store may have it open. The
/// replaced file, its log and its key file are renamed, never deleted. Until the exchange nothing
/// at `school` is touched; from then on a crash leaves either pair working after the next opening.
/// Where the key file of today is at hand and of the same school, it stays, and a backup made under
/// an older file key is encrypted with today's. Errors: those of verifyBackup() and of `permit`;
/// Permission `access.denied` without `permit`; Conflict `backup.other_line`,
/// `backup.other_school`, `backup.plain`, `backup.encrypted`; `store.newer`, `store.in_use`,
/// `store.full`, `store.read_only`.
Result<Restored> restoreBackup(
    const QString& backup,
    const QString& school,
    const RestoreOptions& options,
    const Progress& progress = noProgress());

} // namespace edupro::storage
