// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Durable.h"

#include "core/security/Platform.h"

#include <QDir>
#include <QFileDevice>
#include <QStorageInfo>

namespace edupro::storage {

void keepPrivate(const QString& path)
{
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
}

Done flushed(QFileDevice& file)
{
    if (!file.flush()) return writeFailed(file);
    if (security::flushFile(file.handle())) return done();
    return Error{
        .code = ErrorCode::Io,
        .key = "store.io",
        .detail = "the disk did not take " + file.fileName().toStdString()};
}

Error writeFailed(const QIODevice& device)
{
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    const bool full = file && file->error() == QFileDevice::ResourceError;
    std::string detail = "write ";
    if (file) detail += QDir::toNativeSeparators(file->fileName()).toStdString();
    detail += ": ";
    detail += device.errorString().toStdString();
    return {.code = ErrorCode::Io, .key = full ? "store.full" : "store.io", .detail = detail};
}

Done checkSpace(const QString& folder, qint64 bytes, qint64 kept)
{
    QStorageInfo disk(folder);
    disk.refresh();
    const qint64 free = disk.bytesAvailable();
    if (!disk.isValid() || free < 0 || free - kept >= bytes) return done();
    constexpr qint64 mebibyte = qint64{1} << 20;
    const qint64 missing = (bytes + kept - free + mebibyte - 1) / mebibyte;
    return Error{
        .code = ErrorCode::Io,
        .key = "store.full",
        .detail = QDir::toNativeSeparators(folder).toStdString() + ": " + std::to_string(missing) +
                  " MiB too little space on this disk"};
}

} // namespace edupro::storage
