// SPDX-License-Identifier: GPL-3.0-or-later
// A school file on disk: found to be ours, whole and free before SQLite sees it.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/security/SchoolKeys.h"
#include "core/storage/Connection.h"
#include "core/storage/ProcessLock.h"

#include <QString>

#include <memory>
#include <utility>
#include <vector>

namespace edupro::storage {

/// Ends an exchange of files that a crash interrupted; until then file and key file may have other
/// names or not fit each other. Call before a key file is unlocked; open() and create() do it too.
/// Errors: `store.in_use`, those of finishSwap().
Done endInterruptedSwap(const QString& path);

/// Holds the lock on a school file and its connection; one process at a time.
/// The lock is the file NAME.edupro-lock beside it; one left by a crashed process is taken over.
class SchoolFile {
public:
    /// Of an encrypted file; null: the file is plain.
    using Keys = std::shared_ptr<const security::SchoolKeys>;

    /// Makes a new, empty, migrated file. Errors: Io `store.exists`, `store.read_only`,
    /// `store.in_use`, `store.missing_folder`. Built under a temporary name and renamed, so that a
    /// crash leaves no half-made file.
    static Result<std::unique_ptr<SchoolFile>>
    create(const QString& path, Instant now, const Keys& keys = nullptr);
    /// A file of an older version is upgraded, backed up beside it first: see upgradeFile().
    /// Errors: Io `store.missing`, `store.directory`, `store.empty`, `store.in_use`,
    /// `store.read_only`; Corrupt `store.foreign`, `store.newer`, `store.damaged`,
    /// `store.wal_damaged`, `key.mismatch`
    /// (of another file); Permission `key.needed` (encrypted, no keys), `key.unneeded` (plain, keys
    /// given). Creates nothing beside the lock. A full disk does not prevent it, unless the file
    /// has to be upgraded: see Connection::Mode::Alone and takeLock().
    static Result<std::unique_ptr<SchoolFile>>
    open(const QString& path, Instant now, const Keys& keys = nullptr);

    ~SchoolFile();
    SchoolFile(const SchoolFile&) = delete;
    SchoolFile& operator=(const SchoolFile&) = delete;

    Connection& connection() { return *m_connection; }
    const QString& path() const { return m_path; }
    /// Reads every page, free ones too, and checks tables and indexes: what SQL alone would not
    /// see. Checkpoints first. Errors: Corrupt `store.damaged`, Cancelled, those of the disk. A 55
    /// MB file takes about a second.
    Done verify(const Progress& progress);
    /// What was found at opening and does not prevent working (`store.wal_tail`,
    /// `store.rekey_due`), once: the next call answers none.
    std::vector<Error> takeNotices() { return std::exchange(m_notices, {}); }
    /// Adds the notice `store.full`, once.
    void noteFullDisk();
    /// Takes the lock that a full disk had no room for; fine when it is held. Before each write.
    /// Errors: Io `store.full`, `store.in_use`.
    Done takeLock();

private:
    SchoolFile(QString path, std::unique_ptr<QLockFile> lock);
    Result<std::unique_ptr<Connection>> connect(const Keys& keys) const;
    Done check();
    Done checkIdentity();
    Done bringUpToDate(Instant now, const Keys& keys);
    Done dropTail(quint64 goodFrames);
    bool readClosingNote();

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Connection> m_connection;
    Instant m_checkedAt = 0;
    std::vector<Error> m_notices;
    bool m_fullNoted = false;
};

} // namespace edupro::storage
