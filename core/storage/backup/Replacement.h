// SPDX-License-Identifier: GPL-3.0-or-later
// A school file that is prepared beside the one it will replace.
#pragma once

#include "core/base/Clock.h"
#include "core/storage/Connection.h"
#include "core/storage/FileSwap.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace edupro::storage {

/// Holds the lock of the school and the name of the prepared file, which it removes again unless
/// swap() was reached.
class Replacement {
public:
    /// Takes the lock, ends a swap that was interrupted, and removes what an earlier attempt left.
    /// `step`: see FileSwap. Errors: `store.in_use`, `store.missing_folder`, those of finishSwap().
    static Result<std::unique_ptr<Replacement>> of(const QString& school, SwapStep step = {});
    /// For a caller that holds the lock.
    static std::unique_ptr<Replacement> underLock(const QString& school, SwapStep step = {});
    ~Replacement();
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;

    /// NAME.edupro-next; its key file is prepared() + "-keys".
    QString prepared() const;
    /// Counts a step; false: stop as a crash would, leaving everything as it is.
    bool goOn();
    /// Puts the prepared files in the place of the school's, which become `kept`, `kept`-keys and
    /// so on. The prepared database must be closed. `withKeys`: a key file without a prepared one
    /// goes the way of the old database.
    Done swap(const QString& kept, bool withKeys = true);

private:
    Replacement(QString school, std::unique_ptr<QLockFile> lock, SwapStep step);
    void removePrepared() const;

    QString m_school;
    std::unique_ptr<QLockFile> m_lock;
    SwapStep m_step;
    int m_stepsDone = 0;
    bool m_leave = false; ///< nothing is removed any more
};

/// A free name for a replaced file: "NAME_before-restore_2026-11-21_171500.edupro" beside it.
QString keptName(const QString& school, Instant at);

/// The names of the files that restores of this school have kept beside it, the oldest first. None
/// for an empty path.
QStringList keptFiles(const QString& school);

/// The file for reading, if there is one that can be read; null otherwise. Under the school's lock.
std::unique_ptr<Connection> openBesides(const QString& school, const security::SchoolKeys* keys);

} // namespace edupro::storage
