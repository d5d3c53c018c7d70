// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/storage/encrypted/EncryptedVfs.h"
#include "core/storage/SqliteUri.h"
#include "tests/storage/encrypted/RawDatabase.h"
#include "tests/support/Catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <thread>
#include <vector>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

/// Statements that a seed determines: rows of all sizes, updates, deletions, savepoints that spill,
/// schema changes, VACUUM, checkpoints, sorting and grouping in temporary files.
class Workload {
public:
    explicit Workload(std::uint64_t seed)
        : m_random(seed)
    {
    }

    static QByteArray opening()
    {
        return "PRAGMA cache_size=12; PRAGMA synchronous=OFF; PRAGMA temp_store=FILE; PRAGMA "
               "wal_autocheckpoint=20; "
               "CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c BLOB); CREATE INDEX i ON t(b)";
    }

    QByteArray next()
    {
        switch (m_random.below(14)) {
        case 0:
        case 1:
            return insert(1 + m_random.below(30), m_random.below(300));
        case 2:
            return insert(1 + m_random.below(3), 3000 + m_random.below(20'000)); // overflow pages
        case 3:
            return insert(200 + m_random.below(400), m_random.below(60));
        case 4:
            return "UPDATE t SET b = 'u' || a || b WHERE a % " + number(2, 9) + " = 0";
        case 5:
            return "DELETE FROM t WHERE a % " + number(3, 9) + " = 1";
        case 6:
            return "SAVEPOINT s; " + insert(100 + m_random.below(300), 100) + "; ROLLBACK TO s; " +
                   insert(3, 10) + "; RELEASE s";
        case 7:
            return "BEGIN; " + insert(150, 200) + "; UPDATE t SET c = zeroblob(99); ROLLBACK";
        case 8:
            return "VACUUM";
        case 9:
            return "PRAGMA wal_checkpoint(" + mode() + ")";
        case 10:
            return "SELECT b, COUNT(*), SUM(length(c)) FROM t GROUP BY substr(b, 1, 3) ORDER BY b, "
                   "2";
        case 11:
            return "CREATE TEMP TABLE IF NOT EXISTS x AS SELECT b, c FROM t ORDER BY c; SELECT "
                   "COUNT(*), SUM(length(b)) FROM x; DROP TABLE x";
        case 12:
            return "DROP INDEX i; CREATE INDEX i ON t(b, a)";
        default:
            return "BEGIN; UPDATE t SET b = b || 'z'; " + insert(40, 900) +
                   "; UPDATE t SET c = substr(c, 2); COMMIT";
        }
    }

private:
    QByteArray number(std::uint64_t from, std::uint64_t below)
    {
        return QByteArray::number(static_cast<qulonglong>(from + m_random.below(below - from)));
    }
    QByteArray mode()
    {
        const char* modes[] = {"PASSIVE", "FULL", "RESTART", "TRUNCATE"};
        return modes[m_random.below(4)];
    }
    QByteArray insert(std::uint64_t rows, std::uint64_t size)
    {
        return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
               QByteArray::number(static_cast<qulonglong>(rows)) +
               ") INSERT INTO t(b, c) SELECT 'k' || (i * 7919 % 1000), CAST(printf('%0*d', " +
               QByteArray::number(static_cast<qulonglong>(size)) + ", i) AS BLOB) FROM n";
    }

    Random m_random;
};

constexpr const char* everything = "SELECT a, b, hex(c) FROM t ORDER BY a";

/// Both databases do the same; what they answer must not differ.
void runAlike(QTemporaryDir& folder, std::uint64_t seed, int statements)
{
    CAPTURE(seed);
    const security::SecretBytes key = security::SecretBytes::random(32);
    const QString plainPath = folder.filePath(QStringLiteral("plain%1.db").arg(seed));
    const QString path = folder.filePath(QStringLiteral("encrypted%1.db").arg(seed));
    auto plain = std::make_unique<RawDatabase>(plainPath, nullptr);
    auto encrypted = std::make_unique<RawDatabase>(path, &key);
    REQUIRE(plain->run(Workload::opening()) == SQLITE_OK);
    REQUIRE(encrypted->run(Workload::opening()) == SQLITE_OK);
    Workload workload(seed);
    for (int i = 0; i < statements; ++i) {
        const QByteArray sql = workload.next();
        CAPTURE(sql.toStdString());
        const QByteArray expected = plain->rows(sql);
        const QByteArray answered = encrypted->rows(sql);
        // A checkpoint tells frames, which differ by the reserved bytes.
        if (!sql.startsWith("PRAGMA")) REQUIRE(answered == expected);
        REQUIRE_FALSE(answered.startsWith("error"));
    }
    REQUIRE(encrypted->rows(everything) == plain->rows(everything));
    // As a crash would leave it, and as closing does.
    const QString crashed = path + QStringLiteral("-crashed");
    copyAsCrashed(path, crashed);
    REQUIRE(RawDatabase(crashed, &key).rows(everything) == plain->rows(everything));
    encrypted.reset();
    RawDatabase again(path, &key);
    REQUIRE(again.rows(everything) == plain->rows(everything));
    REQUIRE(again.rows("PRAGMA integrity_check") == "ok \n");
    for (const QString& file : {plainPath, path, crashed})
        QFile::remove(file);
}

QByteArray uriOf(const QString& path, std::int64_t keyId)
{
    const QString layer = keyId ? QStringLiteral("eduvfs") : QStringLiteral("unix");
    return sqliteUri(path, {.create = true, .layer = layer, .keyId = keyId}).toUtf8();
}

void fill(RawDatabase& database)
{
    REQUIRE(database.run("CREATE TABLE t(a INTEGER PRIMARY KEY, b, c)") == SQLITE_OK);
    REQUIRE(
        database.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                     "5000) INSERT INTO t SELECT i, 'row' || i, zeroblob(i % 300) FROM n") ==
        SQLITE_OK);
}

} // namespace

TEST_CASE("An encrypted database answers random work as a plain one does", "[storage][encrypted]")
{
    QTemporaryDir folder;
    for (std::uint64_t seed = 1; seed <= 200; ++seed)
        runAlike(folder, seed, 8);
}

TEST_CASE("Random work for a whole night answers alike", "[.nightly][encrypted]")
{
    QTemporaryDir folder;
    for (std::uint64_t seed = 1001; seed <= 1300; ++seed)
        runAlike(folder, seed, 80);
}

TEST_CASE("VACUUM INTO copies between plain and encrypted files", "[storage][encrypted]")
{
    QTemporaryDir folder;
    const security::SecretBytes key = security::SecretBytes::random(32);
    const security::SecretBytes otherKey = security::SecretBytes::random(32);
    const encrypted::RegisteredKey registered(key);
    const encrypted::RegisteredKey otherRegistered(otherKey);
    const QString plainPath = folder.filePath(QStringLiteral("plain.db"));
    const QString path = folder.filePath(QStringLiteral("encrypted.db"));
    const QString otherPath = folder.filePath(QStringLiteral("other.db"));
    const QString backPath = folder.filePath(QStringLiteral("back.db"));
    QByteArray content;
    {
        RawDatabase plain(plainPath, nullptr);
        fill(plain);
        content = plain.rows(everything);
        CHECK(
            plain.run("VACUUM INTO '" + uriOf(path, registered.id()) + "'") == SQLITE_IOERR_WRITE);
        QFile::remove(path); // without room for tags the copy fails, and leaves an empty file
        REQUIRE(encrypted::reserveFooter(plain.handle()).has_value());
        REQUIRE(plain.run("VACUUM INTO '" + uriOf(path, registered.id()) + "'") == SQLITE_OK);
    }
    {
        RawDatabase copy(path, &key);
        CHECK(copy.rows(everything) == content);
        REQUIRE(
            copy.run("VACUUM INTO '" + uriOf(otherPath, otherRegistered.id()) + "'") == SQLITE_OK);
    }
    {
        RawDatabase other(otherPath, &otherKey);
        CHECK(other.rows(everything) == content);
        CHECK(bytesOf(otherPath).mid(8, 8) != bytesOf(path).mid(8, 8)); // its own salt
        REQUIRE(other.run("VACUUM INTO '" + uriOf(backPath, 0) + "'") == SQLITE_OK);
    }
    RawDatabase back(backPath, nullptr);
    CHECK(back.rows(everything) == content);
    CHECK(bytesOf(backPath).startsWith("SQLite format 3"));
}

TEST_CASE("The backup interface copies through the encrypting layer", "[storage][encrypted]")
{
    QTemporaryDir folder;
    const security::SecretBytes key = security::SecretBytes::random(32);
    const security::SecretBytes otherKey = security::SecretBytes::random(32);
    RawDatabase source(folder.filePath(QStringLiteral("a.db")), &key);
    fill(source);
    const QString copyPath = folder.filePath(QStringLiteral("b.db"));
    const QByteArray content = source.rows(everything);
    {
        const encrypted::RegisteredKey registered(otherKey);
        sqlite3* copy = nullptr;
        constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
        const QByteArray uri = uriOf(copyPath, registered.id());
        REQUIRE(sqlite3_open_v2(uri.constData(), &copy, flags, nullptr) == SQLITE_OK);
        REQUIRE(encrypted::reserveFooter(copy).has_value());
        REQUIRE(
            sqlite3_exec(copy, "PRAGMA journal_mode=MEMORY", nullptr, nullptr, nullptr) ==
            SQLITE_OK);
        sqlite3_backup* backup = sqlite3_backup_init(copy, "main", source.handle(), "main");
        REQUIRE(backup);
        int stepped = SQLITE_OK;
        while (stepped == SQLITE_OK)
            stepped = sqlite3_backup_step(backup, 7);
        CHECK(stepped == SQLITE_DONE);
        CHECK(sqlite3_backup_finish(backup) == SQLITE_OK);
        sqlite3_close(copy);
    }
    RawDatabase copy(copyPath, &otherKey);
    CHECK(copy.rows(everything) == content);
    CHECK(copy.rows("PRAGMA integrity_check") == "ok \n");
}

TEST_CASE("Four threads read and write one encrypted file", "[storage][encrypted]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    const security::SecretBytes key = security::SecretBytes::random(32);
    constexpr int writes = 300;
    RawDatabase first(path, &key);
    REQUIRE(first.run("CREATE TABLE t(a INTEGER PRIMARY KEY, b)") == SQLITE_OK);
    std::vector<std::unique_ptr<RawDatabase>> readers;
    for (int i = 0; i < 3; ++i) {
        readers.push_back(std::make_unique<RawDatabase>(path, &key));
        REQUIRE(readers.back()->run("PRAGMA wal_autocheckpoint=0; PRAGMA query_only=1") == 0);
    }
    std::atomic<bool> finished = false;
    std::atomic<int> wrong = 0;
    std::atomic<int> reads = 0;
    std::vector<std::thread> threads;
    for (auto& reader : readers) {
        threads.emplace_back([&finished, &wrong, &reads, database = reader.get()] {
            do {
                // One statement sees one snapshot: rows 1..n, each with its own number.
                const QByteArray seen =
                    database->rows("SELECT COUNT(*) = IFNULL(MAX(a), 0), COUNT(*) = SUM(b LIKE 'v' "
                                   "|| a || '-%') OR COUNT(*) = 0 FROM t");
                if (seen != "1 1 \n") ++wrong;
                ++reads;
            } while (!finished);
        });
    }
    REQUIRE(first.run("PRAGMA wal_autocheckpoint=10; PRAGMA busy_timeout=5000") == SQLITE_OK);
    int failed = 0;
    for (int i = 1; i <= writes; ++i) {
        const QByteArray sql = "INSERT INTO t VALUES (" + QByteArray::number(i) + ", 'v" +
                               QByteArray::number(i) + "-' || hex(zeroblob(500)))";
        if (first.run(sql) != SQLITE_OK) ++failed;
    }
    finished = true;
    for (std::thread& thread : threads)
        thread.join();
    CHECK(failed == 0);
    CHECK(wrong == 0);
    CHECK(reads >= 3);
    CHECK(first.rows("SELECT COUNT(*) FROM t") == QByteArray::number(writes) + " \n");
    CHECK(first.rows("PRAGMA integrity_check") == "ok \n");
}
