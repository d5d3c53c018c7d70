// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a backup of an open school: copied with what still stands in the log, packed, and opened
// again before it counts as made.
#pragma once

#include "core/storage/backup/Manifest.h"
#include "core/storage/Store.h"

#include <functional>
#include <memory>
#include <optional>

namespace edupro::storage {

/// The keys for a key file's bytes, from a session or a password. Called with none for a plain file
/// never.
using KeySource = std::function<Result<SchoolFile::Keys>(const QByteArray& keyFile)>;

struct BackupPlan {
    QString folder; ///< made when it is missing
    BackupCause cause = BackupCause::Manual;
    /// The row ids of the erasure register; none: there is no register.
    std::function<Result<QStringList>(Connection&)> erasures{};
};

/// An open school file.
struct BackupSource {
    Connection* connection;
    QString school;        ///< path
    SchoolFile::Keys keys; ///< null: plain
    Instant now;
};

/// A container on the disk.
struct BackupFile {
    QString path;
    qint64 size = 0;
    BackupManifest manifest;
};

/// What stays free on a disk that a backup is written to.
inline constexpr qint64 spaceKeptByBackups = qint64{32} << 20;

/// One backup in steps: begin() and copyStep() on the store's thread, so that other work gets
/// between them; finish() on any one thread. What is saved between steps is part of the copy.
/// Destroyed before finish() has succeeded it leaves nothing behind.
class BackupRun {
public:
    /// Of a Store: Permission `access.denied` for a backup that a person asked for and may not
    /// make. `source` must stay open until all pages are copied. Errors: Io `backup.busy` (another
    /// one runs), `backup.folder` (cannot be made or written), `store.full`, Internal
    /// `backup.no_file` (the store is no file).
    static Result<std::unique_ptr<BackupRun>> begin(const BackupSource& source, BackupPlan plan);
    static Result<std::unique_ptr<BackupRun>> begin(Store& store, BackupPlan plan);
    ~BackupRun();
    BackupRun(const BackupRun&) = delete;
    BackupRun& operator=(const BackupRun&) = delete;

    /// Copies up to `pages` pages of 4 KiB more. True: all are copied. Errors: `store.closed` when
    /// the store was closed since; those of the disk.
    Result<bool> copyStep(int pages = 256);
    /// The copied part, 0..1.
    double copied() const;
    /// Packs, flushes, opens the container again (hash, quick_check, row counts) and gives it its
    /// name. Precondition: copyStep() answered true.
    Result<BackupFile> finish(const Progress& progress);

private:
    struct Parts;
    explicit BackupRun(std::unique_ptr<Parts> parts);
    std::shared_ptr<Parts> m_parts;
};

/// All steps at once, on the thread of the connection.
Result<BackupFile> createBackup(
    const BackupSource& source, const BackupPlan& plan, const Progress& progress = noProgress());
Result<BackupFile>
createBackup(Store& store, const BackupPlan& plan, const Progress& progress = noProgress());

struct BackupCheck {
    BackupManifest manifest;
    /// The database inside was opened, checked and counted. False: it is encrypted and no key was
    /// at hand, so that only its hashes were.
    bool opened = false;
    /// The key file inside, as it says itself; none in a plain backup.
    std::optional<security::KeyFile> keyFile{};
};

/// Does the container hold what it says? `keys` may be null. Unpacks to a temporary folder of this
/// user. Errors: those of BackupReader and of `keys`, Corrupt `store.damaged`, Corrupt
/// `backup.mismatch` when the database differs from the manifest.
Result<BackupCheck>
verifyBackup(const QString& path, const KeySource& keys, const Progress& progress = noProgress());

} // namespace edupro::storage
