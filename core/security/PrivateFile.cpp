// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/PrivateFile.h"

#include "core/security/Platform.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace edupro::security {

Done replacePrivateFile(const QString& path, const QByteArray& bytes)
{
    const auto failure = [&path](const char* key, const char* what) {
        const std::string name = QDir::toNativeSeparators(path).toStdString();
        return Error{.code = ErrorCode::Io, .key = key, .detail = name + ": " + what};
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return failure("store.read_only", "cannot be written");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    // QSaveFile has the disk take the file before it renames it; not the name.
    if (file.write(bytes) != bytes.size() || !file.commit())
        return failure("store.full", "could not be written completely");
    flushFolder(QFileInfo(path).absolutePath());
    return done();
}

} // namespace edupro::security
