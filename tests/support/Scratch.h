// SPDX-License-Identifier: GPL-3.0-or-later
// A place for thousands of files that live for a moment.
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QString>

namespace edupro::tests {

/// For a QTemporaryDir: in memory where there is such a place.
inline QString scratchTemplate(const char* name)
{
    const QString inMemory = QStringLiteral("/dev/shm");
    const QString parent = QFileInfo(inMemory).isWritable() ? inMemory : QDir::tempPath();
    return parent + QStringLiteral("/edupro-") + QLatin1String(name) + QStringLiteral("-XXXXXX");
}

} // namespace edupro::tests
