// SPDX-License-Identifier: GPL-3.0-or-later
// A full disk: what does not fit is refused and rolled back as a whole, reading goes on, and the
// same command works once there is room again.
#include "core/people/Student.h"
#include "core/people/StudentImport.h"
#include "tests/faults/FaultDisk.h"
#include "tests/faults/Ledger.h"
#include "tests/support/Catch.h"
#include "tests/support/ImportFiles.h"
#include "tests/support/SmallDisk.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

constexpr qint64 kilobyte = 1024;

QByteArray csvOf(int students)
{
    QByteArray csv = "nis,nama,alamat\n";
    for (int i = 0; i < students; ++i)
        csv += QByteArray::number(50'000 + i) + ",Siswa Contoh,Jalan Contoh " +
               QByteArray::number(i) + "\n";
    return csv;
}

/// So that the next opening checks the file as a whole.
void touch(const QString& path)
{
    static qint64 seconds = 0;
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.setFileTime(
        QDateTime::currentDateTime().addSecs(-(++seconds)), QFileDevice::FileModificationTime));
}

/// Writes transactions until one finds the disk full; answers the last acknowledged one.
int fillUp(Store& store, int number)
{
    while (true) {
        const Done written = Ledger::write(store, number + 1);
        if (!written) {
            CHECK(written.error().code == ErrorCode::Io);
            CHECK(written.error().key == "store.full");
            return number;
        }
        ++number;
    }
}

} // namespace

TEST_CASE(
    "On a full disk saving is refused, reading works, and saving again later does", "[faults]")
{
    const qint64 room = GENERATE(0, 5, 40, 150, 600, 2000) * kilobyte;
    for (const Keeping& keeping : everyKeeping()) {
        INFO(keeping.name << ", " << room << " bytes left");
        const MendedDisk mended;
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.edupro"));
        {
            const auto store = createKept(path, keeping);
            REQUIRE(Ledger::write(*store, 1).has_value());
            FaultDisk::limitGrowth(room);
            const int last = fillUp(*store, 1);
            CHECK(Ledger::read(*store).value() == last);
            CHECK_FALSE(Ledger::write(*store, last + 1).has_value()); // still full
            FaultDisk::mend();
            CHECK(Ledger::write(*store, last + 1).has_value());
            FaultDisk::limitGrowth(0);
            const int end = fillUp(*store, last + 1);
            CHECK(Ledger::read(*store).value() == end);
        } // closed while the disk is full: the log cannot be taken into the file
        FaultDisk::mend();
        const auto store = openKept(path, keeping);
        const Result<int> last = Ledger::read(*store);
        REQUIRE(last.has_value());
        CHECK(Ledger::write(*store, *last + 1).has_value());
    }
}

TEST_CASE("An import that finds the disk full leaves nothing of it behind", "[faults]")
{
    for (const Keeping& keeping : everyKeeping()) {
        INFO(keeping.name);
        const MendedDisk mended;
        const QTemporaryDir folder;
        const auto store = createKept(folder.filePath(QStringLiteral("a.edupro")), keeping);
        REQUIRE(Ledger::write(*store, 1).has_value());
        const qint64 before = store->count(entityInfo<Student>()).value();
        FaultDisk::limitGrowth(300 * kilobyte);
        CHECK(countsOf(importText(*store, people::studentImport(), csvOf(2000))) == "store.full");
        CHECK(store->count(entityInfo<Student>()).value() == before);
        CHECK(Ledger::read(*store).value() == 1);
        FaultDisk::mend();
        CHECK(
            countsOf(importText(*store, people::studentImport(), csvOf(2000))) ==
            "2000/0/0/0 of 2000");
    }
}

TEST_CASE("An import is not begun on a disk that it would fill", "[faults]")
{
    for (const Keeping& keeping : everyKeeping()) {
        INFO(keeping.name);
        const SmallDisk disk;
        if (!disk.isThere()) return saySkipped("a real small disk", "it cannot be mounted here");
        const auto store = createKept(disk.path(QStringLiteral("a.edupro")), keeping);
        CHECK(countsOf(importText(*store, people::studentImport(), csvOf(10))) == "store.full");
    }
}

TEST_CASE("A school on a full disk opens and is read, and written once there is room", "[faults]")
{
    for (const Keeping& keeping : everyKeeping()) {
        INFO(keeping.name);
        SmallDisk disk;
        if (!disk.isThere()) return saySkipped("a real small disk", "it cannot be mounted here");
        const QString path = disk.path(QStringLiteral("a.edupro"));
        int last = 3;
        {
            const auto store = createKept(path, keeping);
            for (int number = 1; number <= last; ++number)
                REQUIRE(Ledger::write(*store, number).has_value());
        }
        const qint64 spared = GENERATE(0, 12, 60) * kilobyte; // none; the lock; the index, too
        INFO(spared << " bytes spared");
        disk.fill(spared);
        {
            const auto store = openKept(path, keeping);
            CHECK(Ledger::read(*store).value() == last);
            if (spared == 0) {
                const std::vector<Error> notices = store->takeNotices();
                REQUIRE(notices.size() == 1);
                CHECK(notices.front().key == "store.full");
            }
            last = fillUp(*store, last);
            CHECK(Ledger::read(*store).value() == last);
        } // its log cannot be taken into the file
        {
            const auto store = openKept(path, keeping);
            CHECK(Ledger::read(*store).value() == last);
            disk.empty();
            CHECK(Ledger::write(*store, ++last).has_value());
            CHECK(Store::openFile(path, keepingOptions(keeping)).error().key == "store.in_use");
        }
        const auto store = openKept(path, keeping);
        CHECK(store->takeNotices().empty());
        CHECK(Ledger::read(*store).value() == last);
        CHECK(Ledger::write(*store, last + 1).has_value());
    }
}

TEST_CASE("Nobody else opens a school that is read without a lock file", "[faults]")
{
    const Keeping encrypted = everyKeeping().back();
    SmallDisk disk;
    if (!disk.isThere()) return saySkipped("a real small disk", "it cannot be mounted here");
    const QString path = disk.path(QStringLiteral("a.edupro"));
    REQUIRE(Ledger::write(*createKept(path, encrypted), 1).has_value());
    disk.fill();
    const auto store = openKept(path, encrypted);
    disk.empty();
    CHECK(Store::openFile(path, keepingOptions(encrypted)).error().key == "store.busy");
    CHECK(Ledger::write(*store, 2).has_value());
}

TEST_CASE("A disk that cannot be read is not called a damaged file", "[faults]")
{
    for (const Keeping& keeping : everyKeeping()) {
        INFO(keeping.name);
        const MendedDisk mended;
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.edupro"));
        {
            const auto store = createKept(path, keeping);
            for (int number = 1; number <= 41; ++number)
                REQUIRE(Ledger::write(*store, number).has_value());
        }
        qint64 refused = 0;
        for (qint64 n = 1;; ++n) {
            touch(path);
            FaultDisk::fail({.operations = ReadOperation, .n = n, .forEver = true});
            const auto store = Store::openFile(path, keepingOptions(keeping));
            const bool hit = FaultDisk::failedOperations() > 0;
            FaultDisk::mend();
            if (!hit) break;
            if (store) continue;
            INFO("from the " << n << "th read on: " << store.error().detail);
            CHECK(store.error().code == ErrorCode::Io);
            ++refused;
        }
        CHECK(refused > 20);
    }
}
