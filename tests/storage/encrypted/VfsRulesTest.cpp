// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/EncryptedVfs.h"
#include "core/storage/encrypted/FileState.h"
#include "core/storage/encrypted/HeapShm.h"
#include "core/storage/encrypted/PageCipher.h"
#include "core/storage/SqliteUri.h"
#include "tests/storage/encrypted/RawDatabase.h"
#include "tests/support/Catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstring>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::storage::encrypted;
using namespace edupro::tests;

namespace {

struct Place {
    QString path = directory.filePath(QStringLiteral("a.db"));
    QString log = path + QStringLiteral("-wal");
    security::SecretBytes key = security::SecretBytes::random(32);

    static inline QTemporaryDir directory;
    Place()
    {
        for (const char* suffix : {"", "-wal", "-journal"})
            QFile::remove(path + QLatin1String(suffix));
    }
};

constexpr const char* manyRows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                 "WHERE i < 20000) INSERT INTO t SELECT i, hex(randomblob(40)) "
                                 "FROM n";

sqlite3_file* mainFile(RawDatabase& database)
{
    sqlite3_file* file = nullptr;
    REQUIRE(
        sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file) ==
        SQLITE_OK);
    return file;
}

int readAt(sqlite3_file* file, QByteArray& bytes, qint64 offset)
{
    return file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), offset);
}

void breakByte(const QString& path, qint64 at)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(at));
    const char broken = static_cast<char>(file.peek(1)[0] ^ 1);
    REQUIRE(file.write(&broken, 1) == 1);
}

} // namespace

// Rule 1: SQLite writes headers without salts and computes checksums anew when one transaction
// changes a page that it has spilled to the log already.
TEST_CASE("A transaction larger than the cache survives a crash", "[storage][encrypted]")
{
    const Place place;
    const QString crashed = place.path + QStringLiteral("-crashed");
    QByteArray before;
    {
        RawDatabase database(place.path, &place.key);
        REQUIRE(database.run("PRAGMA cache_size=10; PRAGMA wal_autocheckpoint=0") == SQLITE_OK);
        REQUIRE(database.run("CREATE TABLE t(a INTEGER PRIMARY KEY, b)") == SQLITE_OK);
        REQUIRE(database.run("BEGIN") == SQLITE_OK);
        REQUIRE(database.run(manyRows) == SQLITE_OK);
        REQUIRE(database.run("UPDATE t SET b = b || 'x' WHERE a % 7 = 0") == SQLITE_OK);
        REQUIRE(database.run("UPDATE t SET b = b || 'y' WHERE a % 5 = 0") == SQLITE_OK);
        REQUIRE(database.run("COMMIT") == SQLITE_OK);
        before = database.rows("SELECT COUNT(*), SUM(length(b)), SUM(b LIKE '%xy') FROM t");
        copyAsCrashed(place.path, crashed);
    }
    RawDatabase after(crashed, &place.key);
    CHECK(after.rows("SELECT COUNT(*), SUM(length(b)), SUM(b LIKE '%xy') FROM t") == before);
    CHECK(after.rows("PRAGMA integrity_check") == "ok \n");
}

TEST_CASE(
    "A torn page 1 shows its readable bytes in part and fails as a whole", "[storage][encrypted]")
{
    const Place place; // rule 2
    {
        RawDatabase database(place.path, &place.key);
        REQUIRE(database.run("CREATE TABLE t(a)") == SQLITE_OK);
    }
    RawDatabase database(place.path, &place.key);
    breakByte(place.path, 3000);
    sqlite3_file* file = mainFile(database);
    QByteArray page(4096, 'x');
    CHECK(readAt(file, page, 0) == SQLITE_IOERR_DATA);
    CHECK(page == QByteArray(4096, 0));
    QByteArray header(100, 'x');
    CHECK(readAt(file, header, 0) == SQLITE_OK);
    CHECK(header.left(16) == QByteArray(16, 0));
    CHECK(header.mid(16, 2) == QByteArray("\x10\0", 2)); // 4096
    CHECK(header[20] == 32);
    CHECK(header.mid(24) == QByteArray(76, 0));
}

TEST_CASE("Page 1 torn by a power cut comes back from the log", "[storage][encrypted]")
{
    const Place place; // rule 2
    const QString crashed = place.path + QStringLiteral("-crashed");
    {
        RawDatabase database(place.path, &place.key);
        REQUIRE(database.run("CREATE TABLE t(a)") == SQLITE_OK);
        REQUIRE(database.run("PRAGMA wal_checkpoint(TRUNCATE)") == SQLITE_OK);
        REQUIRE(database.run("CREATE TABLE u(a); INSERT INTO u VALUES (1)") == SQLITE_OK);
        copyAsCrashed(place.path, crashed);
    }
    breakByte(crashed, 2000);
    RawDatabase database(crashed, &place.key);
    CHECK(database.rows("SELECT COUNT(*) FROM u") == "1 \n");
    CHECK(database.run("PRAGMA wal_checkpoint(TRUNCATE)") == SQLITE_OK);
    CHECK(database.rows("PRAGMA integrity_check") == "ok \n");
}

TEST_CASE(
    "A damaged frame ends the log at recovery and is an error when its page is wanted",
    "[storage][encrypted]")
{
    const Place place; // rule 3
    const QString crashed = place.path + QStringLiteral("-crashed");
    RawDatabase database(place.path, &place.key);
    REQUIRE(database.run("PRAGMA wal_autocheckpoint=0") == SQLITE_OK);
    REQUIRE(database.run("CREATE TABLE t(a)") == SQLITE_OK);
    REQUIRE(database.run("INSERT INTO t VALUES (1)") == SQLITE_OK);
    const qint64 end = QFileInfo(place.log).size();
    REQUIRE(database.run("INSERT INTO t VALUES (2)") == SQLITE_OK);
    copyAsCrashed(place.path, crashed);
    breakByte(crashed + QStringLiteral("-wal"), end + 1000);
    {
        RawDatabase after(crashed, &place.key);
        CHECK(after.rows("SELECT COUNT(*) FROM t") == "1 \n");
    }
    breakByte(place.log, end + 1000);
    REQUIRE(database.run("PRAGMA shrink_memory") == SQLITE_OK);
    RawDatabase reader(place.path, &place.key);
    CHECK(reader.rows("SELECT COUNT(*) FROM t") == "error 8202"); // SQLITE_IOERR_DATA
}

TEST_CASE(
    "A write beyond the end fills the gap with pages that can be read", "[storage][encrypted]")
{
    const Place place; // rule 4
    RawDatabase database(place.path, &place.key);
    REQUIRE(database.run("CREATE TABLE t(a); PRAGMA wal_checkpoint(TRUNCATE)") == SQLITE_OK);
    sqlite3_file* file = mainFile(database);
    const qint64 size = QFileInfo(place.path).size();
    QByteArray page(4096, 'p');
    page.replace(4064, 32, QByteArray(32, 0));
    REQUIRE(file->pMethods->xWrite(file, page.constData(), 4096, size + 3 * 4096) == SQLITE_OK);
    QByteArray gap(4096, 'x');
    for (int i = 0; i < 3; ++i) {
        CHECK(readAt(file, gap, size + i * 4096) == SQLITE_OK);
        CHECK(gap == QByteArray(4096, 0));
    }
    CHECK(readAt(file, gap, size + 3 * 4096) == SQLITE_OK);
    CHECK(gap == page);
    CHECK(readAt(file, gap, size + 4 * 4096) == SQLITE_IOERR_SHORT_READ);
    CHECK(file->pMethods->xTruncate(file, size + 6 * 4096) == SQLITE_OK);
    CHECK(readAt(file, gap, size + 5 * 4096) == SQLITE_OK);
    CHECK(gap == QByteArray(4096, 0));
    // Raw zeros are not a page.
    QFile raw(place.path);
    REQUIRE(raw.open(QIODevice::ReadWrite));
    REQUIRE(raw.seek(size));
    raw.write(QByteArray(4096, 0));
    raw.close();
    CHECK(readAt(file, gap, size) == SQLITE_IOERR_DATA);
}

TEST_CASE("Hints that would grow the file by raw zeros have no effect", "[storage][encrypted]")
{
    const Place place; // rule 5
    RawDatabase database(place.path, &place.key);
    REQUIRE(database.run("CREATE TABLE t(a); PRAGMA wal_checkpoint(TRUNCATE)") == SQLITE_OK);
    sqlite3_file* file = mainFile(database);
    const qint64 size = QFileInfo(place.path).size();
    sqlite3_int64 hint = 1 << 20;
    int chunk = 1 << 20;
    sqlite3_int64 mapped = 1 << 20;
    CHECK(file->pMethods->xFileControl(file, SQLITE_FCNTL_SIZE_HINT, &hint) == SQLITE_OK);
    CHECK(file->pMethods->xFileControl(file, SQLITE_FCNTL_CHUNK_SIZE, &chunk) == SQLITE_OK);
    CHECK(file->pMethods->xFileControl(file, SQLITE_FCNTL_MMAP_SIZE, &mapped) == SQLITE_OK);
    CHECK(mapped == 0);
    CHECK(file->pMethods->iVersion == 2); // no xFetch
    CHECK(QFileInfo(place.path).size() == size);
    CHECK(file->pMethods->xDeviceCharacteristics(file) & SQLITE_IOCAP_POWERSAFE_OVERWRITE);
    CHECK(
        (file->pMethods->xDeviceCharacteristics(file) &
         ~(SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN)) == 0);
}

TEST_CASE("The same page is never stored the same way twice", "[storage][encrypted]")
{
    const FileKeys keys = FileKeys::derive(security::SecretBytes::random(32), {1, 2, 3}); // rule 6
    DatabaseCipher cipher(keys);
    REQUIRE(cipher.isReady());
    const QByteArray plain = QByteArray(4064, 'p') + QByteArray(32, 0);
    const auto* bytes = reinterpret_cast<const Byte*>(plain.constData());
    std::array<Byte, pageSize> first;
    std::array<Byte, pageSize> second;
    for (int i = 0; i < 1000; ++i) { // more nonces than one filling of the pool gives
        REQUIRE(cipher.seal(7, bytes, first.data(), plainMark));
        REQUIRE(cipher.seal(7, bytes, second.data(), plainMark));
        REQUIRE(std::memcmp(first.data() + sealedSize, second.data() + sealedSize, nonceSize) != 0);
        REQUIRE(std::memcmp(first.data(), second.data(), sealedSize) != 0);
    }
    std::array<Byte, pageSize> moved = first;
    CHECK_FALSE(cipher.open(8, moved.data()));
    CHECK(moved == std::array<Byte, pageSize>{});
    REQUIRE(cipher.open(7, first.data()));
    CHECK(std::memcmp(first.data(), bytes, pageSize) == 0);
}

TEST_CASE(
    "Writes are counted over the life of a file and end before nonces repeat",
    "[storage][encrypted]")
{
    const Place place; // rule 7
    std::uint64_t counted = 0;
    {
        RawDatabase database(place.path, &place.key);
        REQUIRE(database.run("CREATE TABLE t(a INTEGER PRIMARY KEY, b)") == SQLITE_OK);
        REQUIRE(database.run(manyRows) == SQLITE_OK);
        REQUIRE(database.run("PRAGMA wal_checkpoint(TRUNCATE)") == SQLITE_OK);
        counted = pagesWritten(database.handle());
        CHECK(qint64(counted) > 2 * QFileInfo(place.path).size() / 4096 - 2); // log and file
    }
    const auto writesOf = [&] {
        RawDatabase database(place.path, &place.key);
        REQUIRE(database.rows("SELECT COUNT(*) FROM t") == "20000 \n");
        return pagesWritten(database.handle());
    };
    CHECK(writesOf() >= counted);
    CHECK(writesOf() < counted + 3 * 4096);

    // What page 1 says after 2^32 - 4096 writes.
    QFile file(place.path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    QByteArray page = file.read(4096);
    Salt salt;
    std::memcpy(salt.data(), page.constData() + 8, salt.size());
    DatabaseCipher cipher(FileKeys::derive(place.key, salt));
    REQUIRE(cipher.open(1, reinterpret_cast<Byte*>(page.data())));
    std::array<Byte, pageSize> stored;
    REQUIRE(
        cipher.seal(1, reinterpret_cast<const Byte*>(page.constData()), stored.data(), 0xFFFFF));
    REQUIRE(file.seek(0));
    file.write(reinterpret_cast<const char*>(stored.data()), pageSize);
    file.close();
    CHECK(writesOf() >= rekeyAtWrites);
    RawDatabase database(place.path, &place.key);
    REQUIRE(database.rows("SELECT COUNT(*) FROM t") == "20000 \n");
    int failed = SQLITE_OK;
    for (int i = 0; i < 50 && failed == SQLITE_OK; ++i)
        failed = database.run("UPDATE t SET b = hex(randomblob(40))");
    CHECK(failed == SQLITE_IOERR_WRITE);
    CHECK(database.rows("SELECT COUNT(*) FROM t") == "20000 \n");
}

TEST_CASE("Rollback journals are refused and never read", "[storage][encrypted]")
{
    const Place place;
    {
        RawDatabase database(place.path, &place.key);
        REQUIRE(database.run("CREATE TABLE t(a); INSERT INTO t VALUES (1)") == SQLITE_OK);
    }
    // Somebody lays a journal beside the file: it is neither rolled back nor removed.
    const QString journal = place.path + QStringLiteral("-journal");
    writeFile(journal, QByteArray::fromHex("d9d505f920a163d7") + QByteArray(8184, 'j'));
    {
        RawDatabase database(place.path, &place.key);
        CHECK(database.rows("SELECT COUNT(*) FROM t") == "1 \n");
    }
    CHECK(bytesOf(journal).size() == 8192);
    QFile::remove(journal);
    RawDatabase database(place.path, &place.key);
    CHECK(database.rows("PRAGMA journal_mode=DELETE").startsWith("error"));
    CHECK(database.rows("PRAGMA journal_mode") == "wal \n"); // the switch did not happen
    CHECK_FALSE(QFile::exists(journal));
    REQUIRE(database.run("PRAGMA journal_mode=MEMORY") == SQLITE_OK);
    CHECK(database.run("INSERT INTO t VALUES (2)") == SQLITE_OK);
    CHECK(database.rows("PRAGMA journal_mode=WAL") == "wal \n");
}

TEST_CASE("Without its key a file is neither opened nor created", "[storage][encrypted]")
{
    const Place place;
    REQUIRE(registerEncryptedVfs().has_value());
    const QByteArray uri =
        sqliteUri(place.path, {.create = true, .layer = QStringLiteral("eduvfs")}).toUtf8();
    sqlite3* database = nullptr;
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
    CHECK(sqlite3_open_v2(uri.constData(), &database, flags, nullptr) == SQLITE_CANTOPEN);
    sqlite3_close(database);
    CHECK_FALSE(QFile::exists(place.path));
    {
        RawDatabase made(place.path, &place.key);
        REQUIRE(made.run("CREATE TABLE t(a)") == SQLITE_OK);
        // A copy without a key of its own is refused.
        const QByteArray copy = (place.path + QStringLiteral("-copy")).toUtf8();
        CHECK(made.run("VACUUM INTO '" + copy + "'") == SQLITE_CANTOPEN);
        CHECK_FALSE(QFile::exists(QString::fromUtf8(copy)));
        // A second connection with another key is, too.
        const RegisteredKey other(security::SecretBytes::random(32));
        const QByteArray wrong =
            sqliteUri(place.path, {.layer = QStringLiteral("eduvfs"), .keyId = other.id()})
                .toUtf8();
        CHECK(sqlite3_open_v2(wrong.constData(), &database, flags, nullptr) == SQLITE_CANTOPEN);
        sqlite3_close(database);
    }
    CHECK(
        sqlite3_open_v2(uri.constData(), &database, flags, nullptr) ==
        SQLITE_CANTOPEN); // the key went with its owner
    sqlite3_close(database);
}

TEST_CASE("A page without room for its tag is refused", "[storage][encrypted]")
{
    const Place place;
    REQUIRE(registerEncryptedVfs().has_value());
    const RegisteredKey key(place.key);
    const QByteArray uri =
        sqliteUri(
            place.path, {.create = true, .layer = QStringLiteral("eduvfs"), .keyId = key.id()})
            .toUtf8();
    sqlite3* database = nullptr;
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
    REQUIRE(sqlite3_open_v2(uri.constData(), &database, flags, nullptr) == SQLITE_OK);
    const auto run = [&](const char* sql) {
        return sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
    };
    CHECK(run("PRAGMA journal_mode=MEMORY") == SQLITE_OK);
    CHECK(run("CREATE TABLE t(a)") == SQLITE_IOERR); // no reserved bytes
    REQUIRE(reserveFooter(database).has_value());
    CHECK(run("PRAGMA page_size=8192; CREATE TABLE t(a)") == SQLITE_IOERR);
    sqlite3_close(database);
}

TEST_CASE("Locks of the log's index exclude as SQLite's own do", "[storage][encrypted]")
{
    HeapShm index;
    HeapShm::Holder a;
    HeapShm::Holder b;
    volatile void* address = nullptr;
    CHECK(index.map(a, 0, 32768, false, &address) == SQLITE_OK);
    CHECK(address == nullptr);
    CHECK(index.map(a, 0, 32768, true, &address) == SQLITE_OK);
    static_cast<volatile char*>(address)[5] = 'x';
    volatile void* same = nullptr;
    CHECK(index.map(b, 0, 32768, false, &same) == SQLITE_OK);
    CHECK(same == address);
    constexpr int take = SQLITE_SHM_LOCK;
    constexpr int give = SQLITE_SHM_UNLOCK;
    CHECK(index.lock(a, 3, 1, take | SQLITE_SHM_SHARED) == SQLITE_OK);
    CHECK(index.lock(b, 3, 1, take | SQLITE_SHM_SHARED) == SQLITE_OK);
    CHECK(index.lock(b, 2, 3, take | SQLITE_SHM_EXCLUSIVE) == SQLITE_BUSY);
    CHECK(index.lock(a, 2, 1, take | SQLITE_SHM_EXCLUSIVE) == SQLITE_OK); // nothing half taken
    CHECK(index.lock(b, 2, 1, take | SQLITE_SHM_SHARED) == SQLITE_BUSY);
    CHECK(index.lock(a, 2, 1, give | SQLITE_SHM_EXCLUSIVE) == SQLITE_OK);
    CHECK(index.lock(a, 3, 1, give | SQLITE_SHM_SHARED) == SQLITE_OK);
    CHECK(index.lock(b, 3, 1, give | SQLITE_SHM_SHARED) == SQLITE_OK);
    CHECK(index.lock(b, 0, 8, take | SQLITE_SHM_EXCLUSIVE) == SQLITE_OK);
    CHECK(index.lock(a, 7, 1, take | SQLITE_SHM_SHARED) == SQLITE_BUSY);
    index.unmap(b); // gives its locks back
    CHECK(index.lock(a, 7, 1, take | SQLITE_SHM_SHARED) == SQLITE_OK);
    index.unmap(a);
    CHECK(index.map(a, 0, 32768, true, &address) == SQLITE_OK);
    CHECK(static_cast<volatile char*>(address)[5] == 0); // the next user reads the log anew
    index.unmap(a);
}
