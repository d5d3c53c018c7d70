// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/EncryptionBench.h"

#include "core/base/Random.h"
#include "core/storage/Connection.h"

#include <QFile>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

namespace edupro::bench {

namespace {

using storage::Connection;

constexpr int scannedRows = 1'000'000;
constexpr int bulkRows = 100'000;
constexpr int pointReads = 20'000;
constexpr int singleCommits = 300;
constexpr int rounds = 5;

/// One file, plain or encrypted, and its open connection.
struct Side {
    QString path;
    const security::SchoolKeys* keys = nullptr;
    std::unique_ptr<Connection> connection{};

    Done open(Connection::Mode mode)
    {
        connection.reset();
        auto opened = Connection::openSqlite(path, mode, keys);
        if (!opened) return opened.error();
        connection = std::move(opened).value();
        return done();
    }
    Done run(const QString& sql) { return connection->execute(sql); }
};

QString rowsUpTo(int count)
{
    return QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i "
                          "< %1) ")
        .arg(count);
}

Done all(Side& side, const QStringList& statements)
{
    for (const QString& sql : statements) {
        if (Done run = side.run(sql); !run) return run;
    }
    return done();
}

Done fill(Side& side)
{
    if (Done opened = side.open(Connection::Mode::CreateNew); !opened) return opened;
    return all(
        side,
        {QStringLiteral("CREATE TABLE marks(id INTEGER PRIMARY KEY, student INTEGER, mark REAL)"),
         QStringLiteral("INSERT INTO marks ") + rowsUpTo(scannedRows) +
             QStringLiteral("SELECT i, i * 7919 % 1000003, i % 100 FROM n"),
         QStringLiteral("CREATE TABLE notes(id INTEGER PRIMARY KEY, key TEXT, text TEXT)"),
         QStringLiteral("CREATE INDEX notes_key ON notes(key)"),
         QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")});
}

Done answered(const Result<QVariant>& value)
{
    if (!value) return value.error();
    return done();
}

Done scan(Side& side)
{
    return answered(side.connection->scalar(
        QStringLiteral("SELECT SUM(mark), MAX(student) FROM marks WHERE student > 5")));
}

Done readPoints(Side& side)
{
    Random random(1);
    for (int i = 0; i < pointReads; ++i) {
        const auto id = static_cast<qlonglong>(random.below(scannedRows) + 1);
        const auto mark = side.connection->scalar(
            QStringLiteral("SELECT mark FROM marks WHERE id = ?"), {QVariant(id)});
        if (!mark) return mark.error();
    }
    return done();
}

Done insertMany(Side& side)
{
    return all(
        side,
        {QStringLiteral("BEGIN IMMEDIATE"),
         QStringLiteral("INSERT INTO notes(key, text) ") + rowsUpTo(bulkRows) +
             QStringLiteral("SELECT printf('%08d', i * 7919 % 100003), 'a note of some length, as "
                            "teachers write them: ' || i FROM n"),
         QStringLiteral("COMMIT"),
         QStringLiteral("DELETE FROM notes"),
         QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")});
}

Done commitOneByOne(Side& side)
{
    for (int i = 0; i < singleCommits; ++i) {
        const auto changed = side.connection->run(
            QStringLiteral("UPDATE marks SET mark = mark + 1 WHERE id = ?"),
            {QVariant(qlonglong{1} + i * 3001 % scannedRows)});
        if (!changed) return changed.error();
    }
    return done();
}

Done quickCheck(Side& side)
{
    return answered(side.connection->scalar(QStringLiteral("PRAGMA quick_check")));
}

Done openAgain(Side& side)
{
    if (Done opened = side.open(Connection::Mode::Existing); !opened) return opened;
    return answered(side.connection->scalar(QStringLiteral("SELECT COUNT(*) FROM sqlite_schema")));
}

struct Work {
    const char* name;
    Done (*run)(Side& side);
};

// clang-format off
constexpr Work works[] = {
    {"scan of 1,000,000 rows",                    scan},
    {"20,000 rows read by key",                   readPoints},
    {"100,000 rows inserted, deleted, taken over", insertMany},
    {"300 commits of one row",                    commitOneByOne},
    {"quick_check",                               quickCheck},
    {"open",                                      openAgain},
};
// clang-format on

Result<double> millisecondsOf(const Work& work, Side& side)
{
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    if (Done ran = work.run(side); !ran) return ran.error();
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// In turns, so that whatever else the computer does meets both.
Done compare(const Work& work, Side& plain, Side& encrypted)
{
    std::vector<double> plainTimes;
    std::vector<double> encryptedTimes;
    for (int round = 0; round <= rounds; ++round) {
        const Result<double> first = millisecondsOf(work, plain);
        if (!first) return first.error();
        const Result<double> second = millisecondsOf(work, encrypted);
        if (!second) return second.error();
        if (round == 0) continue; // caches are filled
        plainTimes.push_back(*first);
        encryptedTimes.push_back(*second);
    }
    const double before = medianOf(plainTimes);
    const double after = medianOf(encryptedTimes);
    std::printf(
        "%-52s %5d plain %9.1f  encrypted %9.1f  ratio %.2f  <= 1.30\n",
        work.name,
        rounds,
        before,
        after,
        after / before);
    return done();
}

} // namespace

Done comparePlainAndEncrypted(const QString& folder)
{
    const security::SchoolKeys keys = security::SchoolKeys::random();
    Side plain{.path = folder + QStringLiteral("/plain.db")};
    Side encrypted{.path = folder + QStringLiteral("/encrypted.db"), .keys = &keys};
    for (Side* side : {&plain, &encrypted}) {
        QFile::remove(side->path);
        if (Done filled = fill(*side); !filled) return filled;
    }
    for (const Work& work : works) {
        if (Done compared = compare(work, plain, encrypted); !compared) return compared;
    }
    return done();
}

} // namespace edupro::bench
