// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/KeyTable.h"
#include "core/storage/encrypted/VerifyFile.h"
#include "core/storage/SqliteUri.h"
#include "tests/storage/encrypted/RawDatabase.h"
#include "tests/support/Catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::storage::encrypted;
using namespace edupro::tests;

namespace {

constexpr qint64 pageBytes = 4096;

/// A small database with tables, an index, overflow pages and free pages, all of it in the file.
/// Its pages are changed on the disk under the open handle and read through it.
struct SmallDatabase {
    explicit SmallDatabase(const char* name, const security::SecretBytes& key)
        : path(folder.filePath(QString::fromLatin1(name)))
        , database(path, &key)
    {
        REQUIRE(
            database.run("CREATE TABLE t(a INTEGER PRIMARY KEY, b); CREATE INDEX i ON t(b); "
                         "CREATE TABLE gone AS SELECT zeroblob(9000) AS z") == SQLITE_OK);
        REQUIRE(
            database.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                         "99) INSERT INTO t SELECT i, 'value ' || i FROM n; INSERT INTO t VALUES "
                         "(100, zeroblob(9000)); DROP TABLE gone") == SQLITE_OK);
        REQUIRE(database.run("PRAGMA wal_checkpoint(TRUNCATE)") == SQLITE_OK);
        raw.setFileName(path);
        REQUIRE(raw.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        pages = raw.size() / pageBytes;
        REQUIRE(pages >= 10);
        REQUIRE(
            sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file) ==
            SQLITE_OK);
    }

    QByteArray stored(qint64 page)
    {
        raw.seek(page * pageBytes);
        return raw.read(pageBytes);
    }
    void store(qint64 offset, const QByteArray& bytes)
    {
        raw.seek(offset);
        REQUIRE(raw.write(bytes) == bytes.size());
    }
    int read(qint64 page, QByteArray& bytes)
    {
        bytes.resize(pageBytes);
        return file->pMethods->xRead(file, bytes.data(), pageBytes, page * pageBytes);
    }
    int read(qint64 page)
    {
        QByteArray ignored;
        return read(page, ignored);
    }

    static inline QTemporaryDir folder;
    QString path;
    RawDatabase database;
    QFile raw;
    qint64 pages = 0;
    sqlite3_file* file = nullptr;
};

const Progress quietly = noProgress();

} // namespace

TEST_CASE("A change of any byte of the database is reported", "[storage][encrypted]")
{
    const auto key = security::SecretBytes::random(32);
    SmallDatabase small("bytes.db", key);
    qint64 missed = 0;
    for (qint64 page = 0; page < small.pages; ++page) {
        const QByteArray stored = small.stored(page);
        for (qint64 at = 0; at < pageBytes; ++at) {
            const char changed = static_cast<char>(stored[at] ^ (1 << at % 8));
            small.store(page * pageBytes + at, QByteArray(1, changed));
            if (small.read(page) != SQLITE_IOERR_DATA) ++missed;
            small.store(page * pageBytes + at, stored.mid(at, 1));
        }
        REQUIRE(small.read(page) == SQLITE_OK);
    }
    CHECK(missed == 0);
}

TEST_CASE("The check of a file names the damaged page, even a free one", "[storage][encrypted]")
{
    const auto key = security::SecretBytes::random(32);
    SmallDatabase small("pages.db", key);
    REQUIRE(small.database.rows("PRAGMA freelist_count") != "0 \n");
    CHECK(damagedPages(small.database.handle(), quietly)->empty());
    for (qint64 page = 0; page < small.pages; ++page) {
        const QByteArray stored = small.stored(page);
        small.store(page * pageBytes + 5, QByteArray(1, static_cast<char>(~stored[5])));
        const auto damaged = damagedPages(small.database.handle(), quietly);
        CHECK(*damaged == std::vector<std::uint32_t>{static_cast<std::uint32_t>(page + 1)});
        small.store(page * pageBytes, stored);
    }
    const auto stopped = damagedPages(small.database.handle(), [](double) { return false; });
    CHECK(stopped.error().code == ErrorCode::Cancelled);
}

TEST_CASE("Pages that are zeroed, moved or of another file are reported", "[storage][encrypted]")
{
    const auto key = security::SecretBytes::random(32);
    SmallDatabase small("moved.db", key);
    SmallDatabase other("other.db", key); // the same content under the same key
    for (qint64 page = 0; page < small.pages; ++page) {
        const QByteArray stored = small.stored(page);
        INFO("page " << page + 1);
        small.store(page * pageBytes, QByteArray(pageBytes, 0));
        CHECK(small.read(page) == SQLITE_IOERR_DATA);
        small.store(page * pageBytes, other.stored(page));
        CHECK(small.read(page) == SQLITE_IOERR_DATA);
        for (qint64 from = 0; from < small.pages; ++from) {
            if (from == page) continue;
            small.store(page * pageBytes, small.stored(from));
            CHECK(small.read(page) == SQLITE_IOERR_DATA);
        }
        small.store(page * pageBytes, stored);
    }
    CHECK(damagedPages(small.database.handle(), quietly)->empty());
}

TEST_CASE("A database cut at any sector is reported", "[storage][encrypted]")
{
    const auto key = security::SecretBytes::random(32);
    SmallDatabase small("cut.db", key);
    const QByteArray whole = bytesOf(small.path);
    const QString path = small.path + QStringLiteral("-cut");
    for (qint64 size = pageBytes; size < whole.size(); size += 512) {
        CAPTURE(size);
        writeFile(path, whole.left(size));
        sqlite3* database = nullptr;
        const RegisteredKey registered(key);
        const QByteArray uri =
            storage::sqliteUri(path, {.layer = QStringLiteral("eduvfs"), .keyId = registered.id()})
                .toUtf8();
        constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI;
        REQUIRE(sqlite3_open_v2(uri.constData(), &database, flags, nullptr) == SQLITE_OK);
        const int read = sqlite3_exec(
            database, "SELECT COUNT(*), SUM(length(b)) FROM t", nullptr, nullptr, nullptr);
        // SQL does not look at free pages; a cut in the last one is seen by the check of pages.
        CHECK((read != SQLITE_OK || !damagedPages(database, quietly)->empty()));
        sqlite3_close(database);
    }
}

// What page tags cannot see. The chain of the audit and its anchors do; only on the whole file.
TEST_CASE(
    "An older copy of one page of the same file is taken for the page", "[storage][encrypted]")
{
    const auto key = security::SecretBytes::random(32);
    SmallDatabase small("replay.db", key);
    const qint64 page = 2; // of t or its index
    const QByteArray older = small.stored(page);
    QByteArray olderContent;
    REQUIRE(small.read(page, olderContent) == SQLITE_OK);
    REQUIRE(
        small.database.run("UPDATE t SET b = 'newer ' || a; PRAGMA wal_checkpoint(TRUNCATE)") ==
        SQLITE_OK);
    QByteArray content;
    REQUIRE(small.read(page, content) == SQLITE_OK);
    REQUIRE(content != olderContent);
    small.store(page * pageBytes, older);
    CHECK(small.read(page, content) == SQLITE_OK);
    CHECK(content == olderContent);
}
