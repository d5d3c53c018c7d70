// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/PrivateFile.h"

#include "core/security/Platform.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace edupro::security {

namespace {

Error failure(const char* key, const QString& path, const char* what)
{
    return {
        .code = ErrorCode::Io,
        .key = key,
        .detail = QDir::toNativeSeparators(path).toStdString() + ": " + what};
}

} // namespace

Done replacePrivateFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure("store.read_only", path, "cannot be written");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    // QSaveFile has the disk take the file before it renames it; not the name.
    if (file.write(bytes) != bytes.size() || !file.commit())
        return failure("store.full", path, "could not be written completely");
    flushFolder(QFileInfo(path).absolutePath());
    return done();
}

} // namespace edupro::security
