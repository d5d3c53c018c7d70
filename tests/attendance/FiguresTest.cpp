// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/Figures.h"

#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::attendance;

namespace {

/// One letter for each recorded day, T for late.
Figures figures(const char* codes)
{
    std::vector<ListEntry> entries;
    for (const QChar code : QString::fromLatin1(codes))
        entries.push_back(entryOfCode({}, code));
    return figuresOf(entries);
}

const AttendanceRules rules{.high = 80, .medium = 75, .minimum = 75, .consecutive = 3};

} // namespace

TEST_CASE("Days are counted by code, and late counts as present", "[attendance]")
{
    const Figures counted = figures("HHSTIAHPAA");
    CHECK(counted.effective == 10);
    CHECK(counted.present == 5);
    CHECK(counted.sick == 1);
    CHECK(counted.excused == 1);
    CHECK(counted.absent == 3);
    CHECK(counted.late == 1);
    CHECK(counted.leftEarly == 1);
    CHECK(counted.missed() == 5);
    CHECK(counted.percent() == 50.0);
}

TEST_CASE("Without a record there is neither a percentage nor a category", "[attendance]")
{
    CHECK_FALSE(figures("").percent().has_value());
    CHECK(categoryOf(figures(""), rules).isEmpty());
}

TEST_CASE("Runs end at the last record and the longest is kept", "[attendance]")
{
    const auto [codes, absent, away, longest] = GENERATE(table<const char*, int, int, int>({
        {"HHH", 0, 0, 0},
        {"AAH", 0, 0, 2},
        {"HAA", 2, 2, 2},
        {"SIA", 1, 3, 1},
        {"AAS", 0, 3, 2},
        {"AAAHAT", 0, 0, 3},
    }));
    const Figures counted = figures(codes);
    INFO(codes);
    CHECK(counted.absentRun == absent);
    CHECK(counted.awayRun == away);
    CHECK(counted.longestAbsentRun == longest);
}

TEST_CASE("Categories begin at their percentage", "[attendance]")
{
    CHECK(categoryOf(figures("HHHHA"), rules) == u"Tinggi"); // 80
    CHECK(categoryOf(figures("HHHA"), rules) == u"Sedang");  // 75
    CHECK(categoryOf(figures("HHA"), rules) == u"Rendah");   // 66.7
}

TEST_CASE("Days to spare tell when a minimum cannot be reached any more", "[attendance]")
{
    // 6 of 10 days; 75 % of 10 + 10 days are 15, and 6 + 10 = 16 can be reached: 1 to spare.
    CHECK(daysToSpare(figures("HHHHHHAAAA"), 10, 75) == 1);
    // With 6 days left: 75 % of 16 are 12 = 6 + 6.
    CHECK(daysToSpare(figures("HHHHHHAAAA"), 6, 75) == 0);
    // With 5 days left: 75 % of 15 are 11.25, so 12 days; 11 can be reached.
    CHECK(daysToSpare(figures("HHHHHHAAAA"), 5, 75) == -1);
    CHECK(daysToSpare(figures(""), 0, 75) == 0);
    CHECK(daysToSpare(figures(""), 100, 75) == 25);
    // 57 % of 100 days is 57.000000000000007 in binary.
    CHECK(daysToSpare(figures(""), 100, 57) == 43);
}

TEST_CASE("A term's total gives the same figures without runs", "[attendance]")
{
    const Figures counted =
        figuresOf(AttendanceTotal{.effectiveDays = 100, .sick = 5, .excused = 3, .absent = 2});
    CHECK(counted.present == 90);
    CHECK(counted.percent() == 90.0);
    CHECK(counted.absentRun == 0);
    CHECK(counted.fromTotal);
}
