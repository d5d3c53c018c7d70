// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/encrypted/RawDatabase.h"
#include "tests/support/Catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::tests;

namespace {

constexpr const char* canary = "CANARY-71c0ffee";

struct Written {
    int files = 0;
    int hits = 0;
};

/// What lies in the folder.
Written inFolder(const QString& folder)
{
    Written written;
    const QDir directory(folder);
    for (const QString& name : directory.entryList(QDir::Files | QDir::Hidden)) {
        ++written.files;
        written.hits += static_cast<int>(bytesOf(directory.filePath(name)).count(canary));
    }
    return written;
}

/// What SQLite's temporary files hold: they have no name any more, but this process has them open.
Written inTemporaryFiles()
{
    Written written;
    const QDir open(QStringLiteral("/proc/self/fd"));
    for (const QString& number : open.entryList(QDir::AllEntries | QDir::System)) {
        const QString file = open.filePath(number);
        if (!QFile::symLinkTarget(file).contains(u"etilqs_")) continue;
        ++written.files;
        written.hits += static_cast<int>(bytesOf(file).count(canary));
    }
    return written;
}

/// Rows in tables, index and log, a temporary table on the disk, a sorted temporary index and a
/// savepoint that spills.
void writeCanaries(RawDatabase& database)
{
    const QByteArray rows = QByteArray("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                                       "FROM n WHERE i < 3000) INSERT INTO t SELECT i, '") +
                            canary + "-' || i, zeroblob(50) FROM n";
    REQUIRE(
        database.run("PRAGMA temp_store=FILE; PRAGMA cache_size=5; PRAGMA temp.cache_size=5; "
                     "CREATE TABLE t(a, b, c); CREATE INDEX i ON t(b)") == SQLITE_OK);
    REQUIRE(database.run(rows) == SQLITE_OK);
    REQUIRE(
        database.run("CREATE TEMP TABLE x AS SELECT b, c FROM t ORDER BY c, b; CREATE INDEX "
                     "temp.xi ON x(b); PRAGMA wal_checkpoint") == SQLITE_OK);
    REQUIRE(database.run("UPDATE t SET b = b || '-again'") == SQLITE_OK);
    REQUIRE(
        database.run("BEGIN; UPDATE t SET c = b; SAVEPOINT s; UPDATE t SET c = a") == SQLITE_OK);
}

} // namespace

TEST_CASE("No file of an encrypted database holds a known text", "[storage][encrypted]")
{
    if (!QDir(QStringLiteral("/proc/self/fd")).exists()) {
        saySkipped("temporary files of SQLite", "this system does not show open files");
        return;
    }
    QTemporaryDir folder;
    {
        // What the search finds when nothing is encrypted: the test can fail.
        RawDatabase plain(folder.filePath(QStringLiteral("a.db")), nullptr);
        writeCanaries(plain);
        CHECK(inFolder(folder.path()).hits > 3000);
        CHECK(inTemporaryFiles().hits > 1000);
    }
    QTemporaryDir secret;
    const auto key = security::SecretBytes::random(32);
    {
        RawDatabase encrypted(secret.filePath(QStringLiteral("a.db")), &key);
        writeCanaries(encrypted);
        const Written files = inFolder(secret.path());
        CHECK(files.files == 2); // database and log: the index of the log is no file
        CHECK(files.hits == 0);
        const Written temporary = inTemporaryFiles();
        CHECK(temporary.files > 0);
        CHECK(temporary.hits == 0);
        REQUIRE(encrypted.run("COMMIT; VACUUM") == SQLITE_OK);
        CHECK(inFolder(secret.path()).hits == 0);
    }
    CHECK(inFolder(secret.path()).hits == 0);
    CHECK(inFolder(secret.path()).files == 1);
}
