// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/WorkFolder.h"

#include "core/storage/ProcessLock.h"

#include <QDir>

namespace edupro::storage {

WorkFolder::WorkFolder(QString path, std::unique_ptr<QLockFile> lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{
}

WorkFolder::~WorkFolder()
{
    QDir(m_path).removeRecursively();
}

Result<std::unique_ptr<WorkFolder>> WorkFolder::of(const QString& schoolPath)
{
    const QString path = schoolPath + QStringLiteral("-work");
    const std::string shown = QDir::toNativeSeparators(path).toStdString();
    auto lock = takeLock(path + QStringLiteral("-lock"));
    if (!lock) {
        const bool busy = lock.error().key == "store.in_use";
        return Error{
            .code = ErrorCode::Io,
            .key = busy ? "backup.busy" : "store.read_only",
            .detail = shown + (busy ? ": another backup of this school is being made"
                                    : ": the folder of the school file cannot be written")};
    }
    QDir(path).removeRecursively();
    if (!QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        return Error{
            .code = ErrorCode::Io,
            .key = "store.read_only",
            .detail = shown + ": this folder cannot be made"};
    }
    return std::unique_ptr<WorkFolder>(new WorkFolder(path, std::move(lock).value()));
}

QString WorkFolder::filePath(const QString& name) const
{
    return QDir(m_path).filePath(name);
}

} // namespace edupro::storage
