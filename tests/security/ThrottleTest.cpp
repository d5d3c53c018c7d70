// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Throttle.h"

#include "tests/support/Catch.h"
#include "tests/support/FileBytes.h"

#include <QFile>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::security;
using namespace edupro::tests;

namespace {

constexpr Instant second = 1000;
constexpr Instant hour = 3600 * second;
const QString school = "6d1f6c1e-0000-4000-8000-000000000001";

// One computer with its two clocks and its configuration folder.
struct Computer {
    Instant boot = 2 * hour;
    Instant wall = 1'772'438'400'000;
    QTemporaryDir folder;

    void pass(Instant time)
    {
        boot += time;
        wall += time;
    }
    QString statePath() const { return folder.filePath("config/sign-ins.json"); }
    std::unique_ptr<Throttle> start()
    {
        return std::make_unique<Throttle>(
            ThrottlePlaces{
                .state = statePath(), .machineKey = folder.filePath("config/machine.key")},
            ThrottleClocks{
                .sinceBoot = [this] { return boot; },
                .wall =
                    [this] {
                        return wall;
                    }});
    }
};

// Fails so often in a row, waiting as long as it must.
void fail(Computer& computer, Throttle& throttle, const QString& login, int times)
{
    for (int i = 0; i < times; ++i) {
        computer.pass(throttle.waitFor(school, login) * second);
        REQUIRE(throttle.begin(school, login).has_value());
    }
}

} // namespace

TEST_CASE("Four failures are free, then the wait doubles up to 15 minutes", "[security]")
{
    CHECK(secondsToWait(0) == 0);
    CHECK(secondsToWait(4) == 0);
    CHECK(secondsToWait(5) == 5);
    CHECK(secondsToWait(6) == 10);
    CHECK(secondsToWait(7) == 20);
    CHECK(secondsToWait(12) == 640);
    CHECK(secondsToWait(13) == 900);
    CHECK(secondsToWait(1'000'000) == 900);

    Computer computer;
    const auto throttle = computer.start();
    fail(computer, *throttle, "tu", 5);
    const Done refused = throttle->begin(school, "tu");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().key == "key.wait");
    REQUIRE(refused.error().issues.size() == 1);
    CHECK(refused.error().issues[0].limit == "5");
    computer.pass(5 * second - 1);
    CHECK(throttle->waitFor(school, "TU ") == 1);
    CHECK_FALSE(throttle->begin(school, "tu").has_value());
    computer.pass(1);
    CHECK(throttle->begin(school, "tu").has_value());
    CHECK(throttle->waitFor(school, "tu") == 10);
    // A refused attempt does not count and does not prolong the wait.
    CHECK_FALSE(throttle->begin(school, "tu").has_value());
    CHECK(throttle->waitFor(school, "tu") == 10);
    CHECK(throttle->waitFor(school, "other") == 0);
    CHECK(throttle->waitFor("another school", "tu") == 0);
}

TEST_CASE("A right password ends the wait and says what was before", "[security]")
{
    Computer computer;
    const auto throttle = computer.start();
    fail(computer, *throttle, "tu", 6);
    const Instant last = computer.wall;
    computer.pass(10 * second);
    REQUIRE(throttle->begin(school, "tu").has_value());
    CHECK(throttle->succeeded(school, "tu") == Failures{.count = 6, .last = last});
    REQUIRE(throttle->begin(school, "tu").has_value());
    CHECK(throttle->succeeded(school, "tu") == Failures{});
    fail(computer, *throttle, "tu", 4);
    CHECK(throttle->waitFor(school, "tu") == 0);
}

TEST_CASE("An attempt that never came to the password does not count", "[security]")
{
    Computer computer;
    const auto throttle = computer.start();
    fail(computer, *throttle, "tu", 4);
    for (int i = 0; i < 10; ++i) {
        REQUIRE(throttle->begin(school, "tu").has_value());
        throttle->withdraw(school, "tu");
    }
    throttle->withdraw(school, "tu"); // nothing to take back
    REQUIRE(throttle->begin(school, "tu").has_value());
    CHECK(throttle->waitFor(school, "tu") == 5);
}

TEST_CASE("The count outlives the program and is shared between programs", "[security]")
{
    Computer computer;
    auto first = computer.start();
    const auto second = computer.start();
    fail(computer, *first, "tu", 3);
    fail(computer, *second, "tu", 3);
    CHECK(first->waitFor(school, "tu") == 10);
    first.reset();
    CHECK(computer.start()->waitFor(school, "tu") == 10);
    CHECK_FALSE(bytesOf(computer.statePath()).contains("tu\""));
    CHECK(
        QFile::permissions(computer.folder.filePath("config/machine.key")) ==
        (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
}

TEST_CASE("A program that runs remembers what was deleted from the disk", "[security]")
{
    Computer computer;
    const auto throttle = computer.start();
    fail(computer, *throttle, "tu", 6);
    REQUIRE(QFile::remove(computer.statePath()));
    CHECK(throttle->waitFor(school, "tu") == 10);
    // Put back an older state: the larger count holds.
    fail(computer, *throttle, "tu", 1);
    const QByteArray seven = bytesOf(computer.statePath());
    fail(computer, *throttle, "tu", 1);
    writeFile(computer.statePath(), seven);
    CHECK(throttle->waitFor(school, "tu") == 40);
}

TEST_CASE("A state that was changed by hand makes everybody wait", "[security]")
{
    Computer computer;
    fail(computer, *computer.start(), "tu", 9);
    const QByteArray good = bytesOf(computer.statePath());
    QByteArray bad = good;
    bad.replace("\"failures\":9", "\"failures\":1");
    REQUIRE(bad != good);
    const QByteArray state = GENERATE_COPY(values<QByteArray>(
        {bad, "{}", "", "[1,2", good.left(good.size() / 2), QByteArray(9, '\0')}));
    writeFile(computer.statePath(), state);
    const auto throttle = computer.start();
    CHECK(throttle->waitFor(school, "tu") == 5);
    CHECK(throttle->waitFor(school, "somebody else") == 5);
    computer.pass(5 * second);
    CHECK(throttle->begin(school, "tu").has_value());
    CHECK(computer.start()->waitFor(school, "tu") == 0); // and it is whole again
}

TEST_CASE("Setting the clock does not shorten the wait", "[security]")
{
    Computer computer;
    auto throttle = computer.start();
    fail(computer, *throttle, "tu", 8);
    REQUIRE(throttle->waitFor(school, "tu") == 40);
    SECTION("back")
    {
        computer.wall -= 365 * 24 * hour;
    }
    SECTION("forward")
    {
        computer.wall += 365 * 24 * hour;
    }
    CHECK(throttle->waitFor(school, "tu") == 40);
    throttle = computer.start();
    CHECK(throttle->waitFor(school, "tu") == 40);
    computer.boot += 39 * second;
    CHECK(throttle->waitFor(school, "tu") == 1);
    computer.boot += 1 * second;
    CHECK(throttle->waitFor(school, "tu") == 0);
}

TEST_CASE("A restart of the computer does not shorten the wait, a night does", "[security]")
{
    Computer computer;
    fail(computer, *computer.start(), "tu", 14);
    SECTION("at once, with the clock set back")
    {
        computer.boot = 30 * second;
        computer.wall -= 24 * hour;
        CHECK(computer.start()->waitFor(school, "tu") == 870);
    }
    SECTION("at once")
    {
        computer.boot = 30 * second;
        computer.wall += 60 * second;
        CHECK(computer.start()->waitFor(school, "tu") == 840);
    }
    SECTION("over night")
    {
        computer.boot = 30 * second;
        computer.wall += 9 * hour;
        CHECK(computer.start()->waitFor(school, "tu") == 0);
    }
}

TEST_CASE("Without a place to write, the count is kept in memory", "[security]")
{
    Computer computer;
    writeFile(computer.folder.filePath("config"), "a file where the folder should be");
    const auto throttle = computer.start();
    fail(computer, *throttle, "tu", 5);
    CHECK(throttle->waitFor(school, "tu") == 5);
}
