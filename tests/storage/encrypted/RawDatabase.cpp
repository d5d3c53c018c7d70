// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/encrypted/RawDatabase.h"

#include "core/storage/encrypted/EncryptedVfs.h"
#include "core/storage/SqliteUri.h"
#include "tests/support/Catch.h"

#include <QFile>

namespace edupro::tests {

using namespace storage;

RawDatabase::RawDatabase(const QString& path, const security::SecretBytes* key)
{
    REQUIRE(encrypted::registerEncryptedVfs().has_value());
    if (key) m_key.emplace(*key);
    const QString uri = sqliteUri(
        path,
        {.create = true,
         .layer = key ? QStringLiteral("eduvfs") : QString(),
         .keyId = m_key ? m_key->id() : 0});
    const bool isNew = !QFile::exists(path);
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
    REQUIRE(sqlite3_open_v2(uri.toUtf8().constData(), &m_database, flags, nullptr) == SQLITE_OK);
    sqlite3_extended_result_codes(m_database, 1);
    if (key && isNew) {
        REQUIRE(encrypted::reserveFooter(m_database).has_value());
        REQUIRE(run("PRAGMA page_size=4096") == SQLITE_OK);
    }
    if (key && rows("PRAGMA journal_mode") != "wal \n") // a new file, or a copy by VACUUM INTO
        REQUIRE(run("PRAGMA journal_mode=MEMORY") == SQLITE_OK);
    REQUIRE(run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL") == SQLITE_OK);
}

int RawDatabase::run(const QByteArray& sql)
{
    return sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr);
}

QByteArray RawDatabase::rows(const QByteArray& sql)
{
    QByteArray text;
    const auto collect = [](void* all, int columns, char** values, char**) {
        for (int i = 0; i < columns; ++i)
            static_cast<QByteArray*>(all)->append(values[i] ? values[i] : "-").append(' ');
        static_cast<QByteArray*>(all)->append('\n');
        return 0;
    };
    const int code = sqlite3_exec(m_database, sql.constData(), collect, &text, nullptr);
    return code == SQLITE_OK ? text : "error " + QByteArray::number(code);
}

void copyAsCrashed(const QString& from, const QString& to)
{
    for (const QString& suffix : {QString(), QStringLiteral("-wal")}) {
        QFile::remove(to + suffix);
        if (QFile::exists(from + suffix)) REQUIRE(QFile::copy(from + suffix, to + suffix));
    }
}

} // namespace edupro::tests
