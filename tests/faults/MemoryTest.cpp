// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite gets no memory at its n-th request, once or from then on: commands fail with a code, and
// the file keeps every acknowledged transaction.
#include "tests/faults/HurtSession.h"
#include "tests/faults/ScarceMemory.h"
#include "tests/faults/SideBySide.h"
#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::tests;

namespace {

struct Runs {
    int all = 0;
    int refused = 0; ///< with a command that was refused
    int named = 0;   ///< with one that was refused for want of memory
};

qint64 requestsOf(const HurtSession& file)
{
    qint64 requests = 0;
    const Outcome calm = file.run(
        [] { ScarceMemory::refuse(0, false); },
        [&] { requests = ScarceMemory::countedRequests(); });
    REQUIRE(calm.fault.empty());
    REQUIRE(calm.errors.empty());
    return requests;
}

void refuseEach(const HurtSession& file, bool forEver, qint64 last, qint64 step, Runs& runs)
{
    for (qint64 n = 1; n <= last; n += step) {
        const Outcome outcome = file.run(
            [&] { ScarceMemory::refuse(n, forEver); }, [] { ScarceMemory::refuse(0, false); });
        INFO("request " << n << (forEver ? " and all later ones" : ""));
        INFO(outcome.fault);
        CHECK(outcome.fault.empty());
        ++runs.all;
        runs.refused += outcome.errors.empty() ? 0 : 1;
        runs.named += std::any_of(
                          outcome.errors.begin(),
                          outcome.errors.end(),
                          [](const Error& error) { return error.key == "store.memory"; })
                          ? 1
                          : 0;
    }
}

/// About `wanted` places in the session, each once and for ever.
void refuseEverywhere(qint64 wanted)
{
    for (const Keeping& keeping : everyKeeping()) {
        INFO(keeping.name);
        const HurtSession file(keeping);
        const qint64 requests = requestsOf(file);
        const qint64 step = std::max<qint64>(1, requests / wanted);
        Runs runs;
        refuseEach(file, false, requests, step, runs);
        refuseEach(file, true, requests, step, runs);
        std::cout << "T-OOM " << keeping.name << ": " << runs.all << " runs over " << requests
                  << " requests, " << runs.refused << " with refused commands" << std::endl;
        CHECK(runs.refused > runs.all / 2);
        CHECK(runs.named > runs.all / 2);
    }
}

} // namespace

TEST_CASE("Without memory a command is refused and nothing acknowledged is lost", "[faults]")
{
    sideBySide("[.memory]");
}

TEST_CASE(
    "Without memory a command is refused and nothing acknowledged is lost, in one process",
    "[.memory]")
{
    refuseEverywhere(60);
}

TEST_CASE("Without memory at any request nothing acknowledged is lost", "[.nightly]")
{
    sideBySide("[.memory-nightly]");
}

TEST_CASE(
    "Without memory at any request nothing acknowledged is lost, in one process",
    "[.memory-nightly]")
{
    refuseEverywhere(1'000'000);
}
