// SPDX-License-Identifier: GPL-3.0-or-later
// What a file says of itself before SQLite sees it: plain, encrypted, with this key or another.
#pragma once

#include "core/base/Result.h"
#include "core/security/SecretBytes.h"
#include "core/storage/encrypted/PageFormat.h"

#include <QByteArray>

#include <optional>

class QIODevice;

namespace edupro::storage::encrypted {

/// Bytes of a database's header (SQLite file format, section 1.3).
inline constexpr qsizetype databaseHeaderSize = 100;

enum class FileForm { Plain, Encrypted, Foreign };

/// By the first bytes of a file.
FileForm formOf(const QByteArray& start);

/// The salt in the first 16 bytes of an encrypted file; none when they are not ours.
std::optional<Salt> saltOf(const QByteArray& start);

/// The first 100 bytes of an encrypted database as SQLite knows them. Empty when page 1 cannot be
/// read but the log still may hold it (a power cut while the log was being taken over). `log`: the
/// write-ahead log, or null. Errors: Corrupt `store.foreign`, `store.damaged` (the key opens other
/// pages), `key.mismatch` (it opens none that was tried). Reads page 1 and at most 16 others.
Result<QByteArray>
encryptedHeader(QIODevice& database, QIODevice* log, const security::SecretBytes& fileKey);

} // namespace edupro::storage::encrypted
