// SPDX-License-Identifier: GPL-3.0-or-later
// A database below the store: SQLite itself, on a plain or an encrypted file.
#pragma once

#include "core/security/SecretBytes.h"
#include "core/storage/encrypted/KeyTable.h"
#include "tests/support/FileBytes.h"

#include <sqlite3.h>

#include <optional>

namespace edupro::tests {

/// Opened in WAL mode with synchronous=FULL, created when missing. Fails the test when that fails.
class RawDatabase {
public:
    /// `key`: null for a plain file.
    RawDatabase(const QString& path, const security::SecretBytes* key);
    ~RawDatabase() { sqlite3_close(m_database); }
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;

    /// The extended result code; 0 when it worked.
    int run(const QByteArray& sql);
    /// All rows as text, or "error N".
    QByteArray rows(const QByteArray& sql);
    sqlite3* handle() { return m_database; }
    std::int64_t keyId() const { return m_key ? m_key->id() : 0; }

private:
    std::optional<storage::encrypted::RegisteredKey> m_key;
    sqlite3* m_database = nullptr;
};

/// Copies database and log as a power cut at this moment would leave them.
void copyAsCrashed(const QString& from, const QString& to);

} // namespace edupro::tests
