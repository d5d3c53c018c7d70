// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/WalAudit.h"

#include "core/storage/encrypted/FileHeader.h"
#include "tests/storage/encrypted/RawDatabase.h"
#include "tests/support/Catch.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <iostream>
#include <optional>
#include <vector>

using namespace edupro;
using namespace edupro::storage::encrypted;
using namespace edupro::tests;

namespace {

constexpr qint64 headerBytes = walHeaderSize;
constexpr qint64 frameBytes = frameSize;

/// A log of four transactions, as a crash leaves it.
struct Log {
    explicit Log(bool encrypted)
        : path(folder.filePath(encrypted ? QStringLiteral("e.db") : QStringLiteral("p.db")))
    {
        if (encrypted) key.emplace(security::SecretBytes::random(32));
        for (const char* suffix : {"", "-wal"})
            QFile::remove(path + QLatin1String(suffix));
        RawDatabase database(path, key ? &*key : nullptr);
        REQUIRE(database.run("PRAGMA wal_autocheckpoint=0") == SQLITE_OK);
        REQUIRE(
            database.run("CREATE TABLE t(a, b); CREATE INDEX i ON t(b); PRAGMA "
                         "wal_checkpoint(TRUNCATE)") == SQLITE_OK);
        for (int i = 0; i < 4; ++i) {
            ends.push_back(QFileInfo(path + QStringLiteral("-wal")).size());
            REQUIRE(
                database.run("BEGIN; INSERT INTO t VALUES (1, hex(zeroblob(2500))); INSERT INTO t "
                             "VALUES (2, 'x'); COMMIT") == SQLITE_OK);
        }
        bytes = bytesOf(path + QStringLiteral("-wal")); // before closing takes it over
        if (key) keys = FileKeys::derive(*key, *saltOf(bytesOf(path).left(100)));
    }

    WalFinding audit(QByteArray log) const
    {
        QBuffer buffer(&log);
        buffer.open(QIODevice::ReadOnly);
        return auditWal(buffer, keys ? &*keys : nullptr);
    }
    WalState stateWith(qint64 at, char flip) const
    {
        QByteArray changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ flip);
        return audit(changed).state;
    }

    static inline QTemporaryDir folder;
    QString path;
    std::optional<security::SecretBytes> key;
    std::optional<FileKeys> keys;
    QByteArray bytes;
    std::vector<qint64> ends; ///< size of the log before each transaction
};

void flipEverywhere(const Log& log, qint64 step)
{
    const qint64 last = log.ends.back();
    REQUIRE(last > headerBytes);
    qint64 missed = 0;
    qint64 damaged = 0;
    qint64 tails = 0;
    qint64 misjudged = 0;
    qint64 flips = 0;
    for (qint64 at = 0; at < log.bytes.size(); ++at) {
        const qint64 within = (at - headerBytes) % frameBytes;
        const bool content = at >= headerBytes && within >= 24 && within < 24 + 4064;
        if (content && at % step != 0) continue;
        ++flips;
        const WalState state = log.stateWith(at, static_cast<char>(1 << at % 8));
        missed += state == WalState::Whole;
        damaged += state == WalState::Damaged;
        tails += state == WalState::Tail;
        misjudged += state == WalState::Tail && at < last;
    }
    CAPTURE(flips, damaged, tails, last);
    CHECK(missed == 0);
    CHECK(damaged > 0);
    CHECK(tails > 0);
    CHECK(misjudged == 0); // two lost transactions are never called a tail
    if (step == 1)
        std::cout << flips << " single-byte changes of a log: " << damaged << " damaged, " << tails
                  << " tail, " << missed << " missed" << std::endl;
}

} // namespace

TEST_CASE("A change of any byte of an encrypted log is reported", "[storage][encrypted]")
{
    const Log log(true);
    CHECK(log.audit(log.bytes).state == WalState::Whole);
    flipEverywhere(log, 37);
}

TEST_CASE("A change of every single byte of an encrypted log is reported", "[.nightly][encrypted]")
{
    flipEverywhere(Log(true), 1);
}

TEST_CASE("A change of any byte of a plain log is reported", "[storage][encrypted]")
{
    const Log log(false);
    CHECK(log.audit(log.bytes).state == WalState::Whole);
    flipEverywhere(log, 37);
}

TEST_CASE(
    "A log that ends anywhere is whole or has a tail, and its frames count", "[storage][encrypted]")
{
    const Log log(true);
    for (qint64 size = 0; size < log.bytes.size(); size += 509) {
        CAPTURE(size);
        const WalFinding found = log.audit(log.bytes.left(size));
        const qint64 frames = std::max<qint64>(0, (size - headerBytes) / frameBytes);
        CHECK(static_cast<qint64>(found.frames) == frames);
        CHECK(found.good == found.frames);
        CHECK(found.state != WalState::Damaged);
    }
}

TEST_CASE("A log begun anew over an older one is whole", "[storage][encrypted]")
{
    const bool encrypted = GENERATE(true, false);
    Log log(encrypted);
    {
        RawDatabase database(log.path, log.key ? &*log.key : nullptr);
        REQUIRE(database.run("PRAGMA wal_autocheckpoint=0") == SQLITE_OK);
        for (int i = 0; i < 20; ++i)
            REQUIRE(database.run("INSERT INTO t VALUES (3, hex(zeroblob(900)))") == SQLITE_OK);
        REQUIRE(database.run("PRAGMA wal_checkpoint(RESTART)") == SQLITE_OK);
        REQUIRE(database.run("INSERT INTO t VALUES (4, 'new')") == SQLITE_OK);
        log.bytes = bytesOf(log.path + QStringLiteral("-wal"));
    }
    const WalFinding found = log.audit(log.bytes);
    CHECK(found.state == WalState::Whole);
    CHECK(found.good > 0);
    CHECK(found.good < found.frames); // older frames lie behind
    // The same when the first new frame is torn: then it is told.
    CHECK(log.stateWith(headerBytes + 100, 1) == WalState::Tail);
}

TEST_CASE("Noise, foreign logs and other keys are no whole log", "[storage][encrypted]")
{
    const Log log(true);
    CHECK(log.audit({}).state == WalState::Whole);
    CHECK(log.audit(log.bytes.left(31)).state == WalState::Whole); // no log yet
    CHECK(log.audit(QByteArray(50'000, 'x')).state == WalState::Damaged);
    CHECK(log.audit(QByteArray(50'000, 0)).state == WalState::Damaged);
    const FileKeys others = FileKeys::derive(security::SecretBytes::random(32), log.keys->salt);
    QByteArray bytes = log.bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const WalFinding found = auditWal(buffer, &others);
    CHECK(found.good == 0);
    CHECK(found.state != WalState::Whole);
    CHECK(auditWal(buffer, nullptr).state != WalState::Whole); // encrypted frames read as plain
}
