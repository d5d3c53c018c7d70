// SPDX-License-Identifier: GPL-3.0-or-later
// The name by which SQLite opens a file: its path, layer and key in one URI.
#pragma once

#include <QString>

#include <cstdint>

namespace edupro::storage {

struct SqliteUriOptions {
    bool create = false;    ///< make the file when it is missing
    QString layer{};        ///< of a file layer; empty: the platform's own
    std::int64_t keyId = 0; ///< of a RegisteredKey; 0: none, the file is plain
};

/// "file:///path?mode=rw&vfs=..&kid=..", percent-encoded: SQLite takes an unescaped '?' or '#' for
/// the end of the path and silently makes another, empty file.
QString sqliteUri(const QString& path, const SqliteUriOptions& options);

} // namespace edupro::storage
