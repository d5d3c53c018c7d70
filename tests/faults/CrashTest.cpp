// SPDX-License-Identifier: GPL-3.0-or-later
// Power cuts: whatever of the unsynced writes reached the disk, every acknowledged transaction is
// there, whole, and the file is sound.
#include "core/people/Student.h"
#include "tests/faults/CrashStates.h"
#include "tests/faults/Ledger.h"
#include "tests/faults/SideBySide.h"
#include "tests/support/Catch.h"
#include "tests/support/Memory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

const QString schoolFile = QStringLiteral("a.edupro");

DiskContent contentOf(const QString& folder)
{
    DiskContent content;
    for (const QString& name : QDir(folder).entryList(QDir::Files)) {
        QFile file(QDir(folder).filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        content.insert(name, file.readAll());
    }
    return content;
}

void place(const QString& folder, const DiskContent& content)
{
    for (const QString& name : QDir(folder).entryList(QDir::Files))
        REQUIRE(QFile::remove(QDir(folder).filePath(name)));
    for (auto file = content.begin(); file != content.end(); ++file) {
        QFile out(QDir(folder).filePath(file.key()));
        REQUIRE(out.open(QIODevice::WriteOnly));
        REQUIRE(out.write(file.value()) == file.value().size());
    }
}

struct Recorded {
    DiskContent before;
    std::vector<DiskEvent> events; ///< a Mark for every acknowledged transaction
    int transactions = 0;
};

/// A busy day: transactions small and large, checkpoints of all kinds, a refused transaction, the
/// file closed and opened again.
Recorded recordedDay(const Keeping& keeping, std::uint64_t seed, int transactions)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(schoolFile);
    Random random(seed);
    {
        const auto store = createKept(path, keeping);
        REQUIRE(Ledger::write(*store, 1).has_value());
    }
    Recorded day{.before = contentOf(folder.path()), .events = {}, .transactions = transactions};
    FaultDisk::startRecording(folder.path());
    auto store = openKept(path, keeping);
    FaultDisk::mark(1);
    for (int number = 2; number <= transactions; ++number) {
        if (random.chance(0.05)) { // begun, but not committed
            auto refused = Transaction::begin(*store);
            Student student;
            student.nis = QStringLiteral("REFUSED");
            student.name = QStringLiteral("Siswa Contoh");
            REQUIRE(store->save(student).has_value());
        }
        if (random.chance(0.12)) {
            const char* kinds[] = {"PASSIVE", "FULL", "RESTART", "TRUNCATE"};
            const char* kind = kinds[random.below(4)];
            REQUIRE(store->connection()
                        .execute(QStringLiteral("PRAGMA wal_checkpoint(%1)").arg(kind))
                        .has_value());
        }
        if (random.chance(0.04)) {
            store.reset();
            store = openKept(path, keeping);
        }
        REQUIRE(Ledger::write(*store, number).has_value());
        FaultDisk::mark(number);
    }
    store.reset();
    day.events = FaultDisk::stopRecording();
    return day;
}

struct Findings {
    int states = 0;
    int lost = 0;    ///< acknowledged transactions that are not there
    int refused = 0; ///< files that did not open, were not sound, or could not be written
    std::string first;
};

void note(Findings& findings, int& counter, const std::string& what)
{
    ++counter;
    if (findings.first.empty()) findings.first = what;
}

/// Opens what the crash left, reads it, writes one more transaction and reads again.
void check(const QString& path, const Keeping& keeping, int acknowledged, Findings& findings)
{
    ++findings.states;
    forgetFiles(); // another crash of the same day may have come later
    auto store = Store::openFile(path, keepingOptions(keeping));
    if (!store)
        return note(findings, findings.refused, store.error().key + ": " + store.error().detail);
    const Result<int> last = Ledger::read(**store);
    if (!last) return note(findings, findings.refused, last.error().detail);
    if (*last < acknowledged) {
        const std::string what = std::to_string(acknowledged) + " acknowledged, last is ";
        return note(findings, findings.lost, what + std::to_string(*last));
    }
    if (const Done more = Ledger::write(**store, *last + 1); !more)
        return note(findings, findings.refused, "cannot be written: " + more.error().detail);
}

/// `states` crashes at random moments of the day.
void crashAll(
    const Keeping& keeping, const Recorded& day, int states, std::uint64_t seed, Findings& findings)
{
    const QTemporaryDir folder;
    const MendedDisk mended;
    FaultDisk::skipSyncs(true);
    Random random(seed);
    std::vector<std::size_t> moments;
    for (int i = 0; i < states; ++i)
        moments.push_back(random.below(day.events.size() + 1));
    std::sort(moments.begin(), moments.end());
    CrashStates disk(day.before);
    std::size_t played = 0;
    int acknowledged = 1;
    for (const std::size_t moment : moments) {
        for (; played < moment; ++played) {
            const DiskEvent& event = day.events[played];
            disk.play(event);
            if (event.kind == DiskEvent::Kind::Mark) acknowledged = static_cast<int>(event.offset);
        }
        place(folder.path(), disk.crash(random));
        check(folder.filePath(schoolFile), keeping, acknowledged, findings);
    }
}

void powerCuts(int days, int statesPerDay, int transactions)
{
    for (const Keeping& keeping : everyKeeping()) {
        Findings findings;
        std::size_t events = 0;
        for (int day = 1; day <= days; ++day) {
            const auto seed = static_cast<std::uint64_t>(day);
            const Recorded recorded = recordedDay(keeping, seed, transactions);
            events += recorded.events.size();
            crashAll(keeping, recorded, statesPerDay, seed + 1000, findings);
        }
        INFO(keeping.name << ": " << findings.first);
        std::cout << "T-CRASH " << keeping.name << ": " << findings.states << " states of "
                  << events << " disk operations, " << findings.lost << " lost, "
                  << findings.refused << " refused" << std::endl;
        CHECK(findings.states == days * statesPerDay);
        CHECK(findings.lost == 0);
        CHECK(findings.refused == 0);
    }
}

} // namespace

TEST_CASE("A power cut at any moment loses no acknowledged transaction", "[faults]")
{
    sideBySide("[.power-cuts]");
}

TEST_CASE(
    "A power cut at any moment loses no acknowledged transaction, in one process", "[.power-cuts]")
{
    powerCuts(4, 250, 60);
}

TEST_CASE("Twenty thousand power cuts lose no acknowledged transaction", "[.nightly]")
{
    sideBySide("[.power-cuts-nightly]");
}

TEST_CASE(
    "Twenty thousand power cuts lose no acknowledged transaction, in one process",
    "[.power-cuts-nightly]")
{
    powerCuts(40, 500, 90);
}

TEST_CASE("Power cuts do lose transactions of a file that is not synced at each", "[faults]")
{
    // The proof that the simulation can lose anything at all.
    const Keeping plain = everyKeeping().front();
    Recorded day = recordedDay(plain, 7, 60);
    std::erase_if(day.events, [](const DiskEvent& event) {
        return event.kind == DiskEvent::Kind::Sync && event.file.endsWith(u"-wal");
    });
    Findings findings;
    crashAll(plain, day, 100, 7, findings);
    CHECK(findings.lost + findings.refused > 0);
}
