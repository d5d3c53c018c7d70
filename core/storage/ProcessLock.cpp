// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/ProcessLock.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

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
    // Where a name can be written but not a line, the disk has no room; unless it is none, as
    // /proc.
    const QString folder = QFileInfo(path).absolutePath();
    const bool full = lock->error() == QLockFile::UnknownError && QFileInfo(folder).isWritable() &&
                      QStorageInfo(folder).bytesTotal() > 0;
    return Error{
        .code = ErrorCode::Io,
        .key = held   ? "store.in_use"
               : full ? "store.full"
                      : "store.read_only",
        .detail = QDir::toNativeSeparators(path).toStdString() +
                  (held ? ": another program holds this lock" : ": this lock cannot be made")};
}

Result<std::unique_ptr<QLockFile>> lockSchool(const QString& path)
{
    auto lock = takeLock(path + QStringLiteral("-lock"));
    if (lock) return lock;
    const std::string& key = lock.error().key;
    return Error{
        .code = ErrorCode::Io,
        .key = key,
        .detail = QDir::toNativeSeparators(path).toStdString() +
                  (key == "store.in_use" ? ": is open in another program"
                   : key == "store.full" ? ": its disk has no room"
                                         : ": its folder cannot be written")};
}

} // namespace edupro::storage
