// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/changes/VersionClock.h"

#include "core/base/Random.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::storage;

namespace {

constexpr Instant day = 24LL * 60 * 60 * 1000;
constexpr Instant tenYears = 3652 * day;

Instant timeOf(const QByteArray& version)
{
    return static_cast<Instant>(version.left(12).toULongLong(nullptr, 16));
}

} // namespace

TEST_CASE("A version is time, counter and writer in 33 characters", "[storage][changes]")
{
    VersionClock clock(0x0123456789abcdef);
    CHECK(clock.next(0x18c2b5a4f00) == "018c2b5a4f000000.0123456789abcdef");
    CHECK(clock.next(0x18c2b5a4f00) == "018c2b5a4f000001.0123456789abcdef");
    CHECK(clock.high() == "018c2b5a4f000001.0123456789abcdef");
    // 63 bits, so that the writer is a positive number everywhere
    CHECK(VersionClock(~quint64{0}).writer() == "7fffffffffffffff");
}

TEST_CASE("Versions grow whatever the computer's clock does", "[storage][changes]")
{
    Random random(5);
    VersionClock clock = VersionClock::ofNewWriter();
    Instant wall = tests::testNow;
    QByteArray last;
    for (int i = 0; i < 20'000; ++i) {
        switch (random.below(8)) {
        case 0:
            wall -= static_cast<Instant>(random.below(400 * day));
            break;
        case 1:
            wall += static_cast<Instant>(random.below(tenYears / 100));
            break;
        case 2:
            wall = 0;
            break;
        case 3:
            wall = tests::testNow + static_cast<Instant>(random.below(1000));
            break;
        default:
            break; // many within one millisecond
        }
        const QByteArray version = clock.next(wall);
        REQUIRE(version.size() == VersionClock::versionLength);
        REQUIRE(version > last);
        last = version;
    }
}

TEST_CASE("Clocks before 1970 and beyond the calendar still give versions", "[storage][changes]")
{
    VersionClock clock(1);
    CHECK(clock.next(-5 * day) == "0000000000000001.0000000000000001");
    clock.setOffset(std::numeric_limits<Instant>::min() / 2);
    CHECK(clock.next(std::numeric_limits<Instant>::min()) == "0000000000000002.0000000000000001");
    clock.setOffset(0);
    const QByteArray latest = clock.next(std::numeric_limits<Instant>::max());
    CHECK(latest == "3fffffffffff0000.0000000000000001");
    CHECK(clock.next(0) > latest);
}

TEST_CASE("A thousand years of changes in one millisecond only borrow time", "[storage][changes]")
{
    VersionClock clock(1);
    QByteArray version;
    for (int i = 0; i < 70'000; ++i)
        version = clock.next(1000);
    CHECK(timeOf(version) == 1001); // the counter has 65,536 steps
}

TEST_CASE("What was seen raises the clock; what is no version is refused", "[storage][changes]")
{
    VersionClock clock(7);
    const QByteArray mine = clock.next(1000);
    REQUIRE(clock.saw("0000000007d00003.00000000000000aa").has_value()); // 2000 ms
    CHECK(clock.next(1000) == "0000000007d00004.0000000000000007");
    REQUIRE(clock.saw(mine).has_value()); // an older one changes nothing
    CHECK(clock.next(1000) == "0000000007d00005.0000000000000007");
    for (const char* wrong :
         {"",
          "0000000007d00003",
          "0000000007d00003-00000000000000aa",
          "0000000007D00003.00000000000000aa",
          "0000000007d0000g.00000000000000aa",
          "0000000007d00003.00000000000000a ",
          "0000000007d00003.00000000000000aab",
          "4000000000000000.00000000000000aa",
          "ffffffffffffffff.00000000000000aa"}) {
        CAPTURE(wrong);
        CHECK(clock.saw(wrong).error().key == "sync.version");
    }
    CHECK(clock.next(1000) == "0000000007d00006.0000000000000007");
}

TEST_CASE("The offset to the hub moves new versions, never back", "[storage][changes]")
{
    VersionClock clock(7);
    clock.setOffset(5000);
    CHECK(timeOf(clock.next(1000)) == 6000);
    clock.setOffset(-500);
    CHECK(timeOf(clock.next(1000)) == 6000);
    CHECK(timeOf(clock.next(10'000)) == 9500);
}

TEST_CASE("Two openings never are the same writer", "[storage][changes]")
{
    CHECK(VersionClock::ofNewWriter().writer() != VersionClock::ofNewWriter().writer());
}
