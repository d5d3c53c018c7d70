// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/ProcessLock.h"

#include <QDir>

namespace edupro::storage {

namespace {

constexpr int writingTime = 300; // ms

bool namesNobody(const QLockFile& lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    return !lock.getLockInfo(&process, &host, &program);
}

bool isTaken(QLockFile& lock)
{
    if (lock.tryLock(0)) return true;
    if (lock.error() != QLockFile::LockFailedError || !namesNobody(lock)) return false;
    // Left by a program that was killed before it wrote its name into it, unless one is just doing
    // so. What a living program holds cannot be removed.
    if (lock.tryLock(writingTime)) return true;
    return namesNobody(lock) && lock.removeStaleLockFile() && lock.tryLock(0);
}

} // namespace

Result<std::unique_ptr<QLockFile>> takeLock(const QString& path)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0); // only a dead owner makes a lock stale, not its age
    if (isTaken(*lock)) return lock;
    const bool held = lock->error() == QLockFile::LockFailedError;
    return Error{
        .code = ErrorCode::Io,
        .key = held ? "store.in_use" : "store.read_only",
        .detail = QDir::toNativeSeparators(path).toStdString() +
                  (held ? ": another program holds this lock" : ": this lock cannot be made")};
}

} // namespace edupro::storage
