// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Session.h"

#include "tests/support/Catch.h"

#include <memory>

using namespace edupro;
using namespace edupro::security;

namespace {

constexpr Instant minute = 60'000;
constexpr Instant hour = 60 * minute;

// Two clocks that stand still until they are moved.
struct Clocks {
    Instant boot = 5 * hour;
    Instant wall = 1'772'438'400'000;

    void pass(Instant time)
    {
        boot += time;
        wall += time;
    }
    SessionClocks asClocks()
    {
        return {
            .sinceBoot = [this] { return boot; },
            .wall =
                [this] {
                    return wall;
                }};
    }
};

// Minute by minute, with a hand on the mouse.
void work(Clocks& clocks, Session& session, int minutes)
{
    for (int i = 0; i < minutes; ++i) {
        clocks.pass(minute);
        session.touched();
    }
}

} // namespace

TEST_CASE("A session begins with a password, not before", "[security]")
{
    Clocks clocks;
    Session session(clocks.asClocks());
    CHECK(session.state() == SessionState::Locked);
    CHECK(session.remaining() == 0);
    REQUIRE_FALSE(session.check().has_value());
    CHECK(session.check().error().key == "session.expired");
    CHECK(session.check().error().code == ErrorCode::Permission);
    session.touched();
    session.lockScreen();
    CHECK(session.state() == SessionState::Locked);
    session.passwordEntered();
    CHECK(session.state() == SessionState::Active);
    CHECK(session.check().has_value());
    CHECK(session.remaining() == Session::lasts);
}

TEST_CASE("A session ends 120 minutes after the last password, however busy", "[security]")
{
    Clocks clocks;
    Session session(clocks.asClocks());
    session.passwordEntered();
    work(clocks, session, 119);
    CHECK(session.state() == SessionState::Active);
    CHECK(session.remaining() == minute);
    clocks.pass(minute - 1);
    CHECK(session.check().has_value());
    clocks.pass(1);
    CHECK_FALSE(session.check().has_value());
    CHECK(session.state() == SessionState::Locked);
    session.touched();
    CHECK(session.state() == SessionState::Locked);
}

TEST_CASE("A password in the last minutes renews the session", "[security]")
{
    Clocks clocks;
    Session session(clocks.asClocks());
    session.passwordEntered();
    work(clocks, session, 116);
    CHECK(session.remaining() < Session::warnsBefore);
    session.passwordEntered();
    CHECK(session.remaining() == Session::lasts);
    work(clocks, session, 119);
    CHECK(session.state() == SessionState::Active);
}

TEST_CASE("An idle session locks the screen, and running work goes on", "[security]")
{
    Clocks clocks;
    Session session(clocks.asClocks());
    session.passwordEntered();
    clocks.pass(10 * minute - 1);
    CHECK(session.state() == SessionState::Active);
    clocks.pass(1);
    CHECK(session.state() == SessionState::ScreenLocked);
    CHECK(session.check().has_value());
    session.touched(); // a mouse does not open a locked screen
    CHECK(session.state() == SessionState::ScreenLocked);
    session.passwordEntered();
    CHECK(session.state() == SessionState::Active);
}

TEST_CASE("A touch after the idle time comes too late, seen before or not", "[security]")
{
    Clocks clocks;
    Session session(clocks.asClocks());
    session.passwordEntered();
    clocks.pass(11 * minute); // nobody asked meanwhile
    session.touched();
    CHECK(session.state() == SessionState::ScreenLocked);
}

TEST_CASE("A locked screen becomes a locked session at the end of its time", "[security]")
{
    Clocks clocks;
    Session session(clocks.asClocks());
    session.passwordEntered();
    session.lockScreen();
    CHECK(session.state() == SessionState::ScreenLocked);
    clocks.pass(2 * hour);
    CHECK(session.state() == SessionState::Locked);
}

TEST_CASE("The idle time is 1 to 60 minutes", "[security]")
{
    Clocks clocks;
    const auto [wanted, held] =
        GENERATE(table<int, int>({{1, 1}, {25, 25}, {60, 60}, {0, 1}, {-5, 1}, {600, 60}}));
    Session session(clocks.asClocks(), wanted);
    session.passwordEntered();
    clocks.pass(held * minute - 1);
    CHECK(session.state() == SessionState::Active);
    clocks.pass(1);
    CHECK(session.state() == SessionState::ScreenLocked);
    session.passwordEntered();
    session.setIdleMinutes(2);
    clocks.pass(2 * minute);
    CHECK(session.state() == SessionState::ScreenLocked);
}

TEST_CASE("A night asleep ends the session at once when the computer wakes", "[security]")
{
    Clocks clocks;
    Session session(clocks.asClocks());
    session.passwordEntered();
    SECTION("by the clock that counts sleep")
    {
        clocks.boot += 9 * hour;
    }
    SECTION("by the wall clock, where the other one stands still")
    {
        clocks.wall += 9 * hour;
    }
    SECTION("by both")
    {
        clocks.pass(9 * hour);
    }
    CHECK_FALSE(session.check().has_value());
    CHECK(session.remaining() == 0);
}

TEST_CASE("A wall clock that is set back does not prolong the session", "[security]")
{
    Clocks clocks;
    Session session(clocks.asClocks());
    session.passwordEntered();
    clocks.wall -= 400 * 24 * hour;
    CHECK(session.state() == SessionState::Active);
    CHECK(session.remaining() == Session::lasts);
    for (int i = 0; i < 119; ++i) {
        clocks.boot += minute;
        session.touched();
    }
    CHECK(session.state() == SessionState::Active);
    clocks.boot += minute;
    CHECK(session.state() == SessionState::Locked);
}

TEST_CASE("What has ended stays ended, whatever the clocks say later", "[security]")
{
    Clocks clocks;
    Session session(clocks.asClocks());
    session.passwordEntered();
    clocks.wall += 3 * hour;
    CHECK(session.state() == SessionState::Locked);
    clocks.wall -= 3 * hour;
    CHECK(session.state() == SessionState::Locked);
    session.passwordEntered();
    CHECK(session.state() == SessionState::Active);
    session.end();
    CHECK(session.state() == SessionState::Locked);
    CHECK_FALSE(session.check().has_value());
}

TEST_CASE("The session's clock counts on and does not depend on the date", "[security]")
{
    const Instant before = sinceBoot();
    CHECK(before > 0);
    CHECK(before < 20LL * 365 * 24 * hour); // since the start of the computer, not since 1970
    CHECK(sinceBoot() >= before);
}
