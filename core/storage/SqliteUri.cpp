// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqliteUri.h"

#include <QUrl>

namespace edupro::storage {

QString sqliteUri(const QString& path, const SqliteUriOptions& options)
{
    QString uri = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded());
    uri += options.create ? QStringLiteral("?mode=rwc") : QStringLiteral("?mode=rw");
    if (!options.layer.isEmpty()) uri += QStringLiteral("&vfs=") + options.layer;
    if (options.keyId != 0) uri += QStringLiteral("&kid=%1").arg(options.keyId);
    return uri;
}

} // namespace edupro::storage
