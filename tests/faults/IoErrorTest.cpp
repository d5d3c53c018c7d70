// SPDX-License-Identifier: GPL-3.0-or-later
// The n-th operation on the disk fails, for every n, once or from then on: commands fail with a
// code, and the file keeps every acknowledged transaction.
#include "tests/faults/FaultDisk.h"
#include "tests/faults/HurtSession.h"
#include "tests/faults/SideBySide.h"
#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::tests;

namespace {

struct Kind {
    const char* name;
    unsigned operations;
};

constexpr Kind kinds[] = {
    {"read", ReadOperation},
    {"write", WriteOperation},
    {"sync", SyncOperation},
    {"truncate", TruncateOperation},
    {"open", OpenOperation},
    {"remove", RemoveOperation},
    {"size", SizeOperation},
    {"lock", LockOperation},
};

struct Tally {
    int runs = 0;
    int refused = 0; ///< runs in which a command was refused
};

/// The first twenty n of a kind, then every `step`-th, to the last operation of the session.
void failEach(const HurtSession& file, const Kind& kind, bool forEver, qint64 step, Tally& tally)
{
    for (qint64 n = 1;; n += n < 20 ? 1 : step) {
        qint64 failed = 0;
        const Outcome outcome = file.run(
            [&] { FaultDisk::fail({.operations = kind.operations, .n = n, .forEver = forEver}); },
            [&] {
                failed = FaultDisk::failedOperations();
                FaultDisk::fail({.operations = 0});
            });
        INFO(kind.name << " " << n << (forEver ? " and all later ones" : ""));
        INFO(outcome.fault);
        CHECK(outcome.fault.empty());
        if (failed == 0) return;
        ++tally.runs;
        tally.refused += outcome.errors.empty() ? 0 : 1;
    }
}

void failEverywhere(qint64 step)
{
    const MendedDisk mended;
    for (const Keeping& keeping : everyKeeping()) {
        INFO(keeping.name);
        const HurtSession file(keeping);
        Tally tally;
        for (const Kind& kind : kinds) {
            failEach(file, kind, false, step, tally);
            failEach(file, kind, true, step, tally);
        }
        std::cout << "T-IOERR " << keeping.name << ": " << tally.runs << " runs, " << tally.refused
                  << " with refused commands" << std::endl;
        CHECK(tally.runs > 100);
        CHECK(tally.refused > tally.runs / 2);
    }
}

} // namespace

TEST_CASE("An I/O error anywhere refuses the command and loses nothing acknowledged", "[faults]")
{
    sideBySide("[.io-errors]");
}

TEST_CASE(
    "An I/O error anywhere refuses the command and loses nothing acknowledged, in one process",
    "[.io-errors]")
{
    failEverywhere(7);
}

TEST_CASE("An I/O error at every single operation loses nothing acknowledged", "[.nightly]")
{
    sideBySide("[.io-errors-nightly]");
}

TEST_CASE(
    "An I/O error at every single operation loses nothing acknowledged, in one process",
    "[.io-errors-nightly]")
{
    failEverywhere(1);
}
