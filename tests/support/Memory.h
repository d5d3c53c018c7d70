// SPDX-License-Identifier: GPL-3.0-or-later
// What this computer remembers of school files, in the hands of a test.
#pragma once

#include <QDir>
#include <QStandardPaths>

namespace edupro::tests {

/// This computer forgets how far it has seen closed files, as another one that never had them. Only
/// with a cache folder of the tests' own (QStandardPaths' test mode, or XDG_CACHE_HOME).
inline void forgetFiles()
{
    QDir memory(
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
        QStringLiteral("/edupro"));
    for (const QString& name : memory.entryList({QStringLiteral("seen-*.json")}, QDir::Files))
        memory.remove(name);
}

} // namespace edupro::tests
