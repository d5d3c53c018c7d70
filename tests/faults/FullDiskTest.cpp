// SPDX-License-Identifier: GPL-3.0-or-later
// A full disk: what does not fit is refused and rolled back as a whole, reading goes on, and the
// same command works once there is room again.
#include "core/people/Student.h"
#include "core/people/StudentImport.h"
#include "tests/faults/FaultDisk.h"
#include "tests/faults/Ledger.h"
#include "tests/support/Catch.h"
#include "tests/support/ImportFiles.h"

#include <QProcess>
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

/// A small disk of its own, in memory; gone with the object. Only root may make one.
class SmallDisk {
public:
    SmallDisk()
        : m_mounted(
              QProcess::execute(
                  QStringLiteral("mount"),
                  {"-t", "tmpfs", "-o", "size=8m", "tmpfs", m_folder.path()}) == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_mounted) QProcess::execute(QStringLiteral("umount"), {m_folder.path()});
    }
    bool isThere() const { return m_mounted; }
    QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    bool m_mounted = false;
};

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
