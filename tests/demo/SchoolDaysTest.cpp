// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/SchoolDays.h"

#include "core/demo/Households.h"
#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::demo;

TEST_CASE("Public holidays are known", "[demo]")
{
    CHECK(isPublicHoliday(QDate(2026, 8, 17)));
    CHECK(isPublicHoliday(QDate(2024, 3, 29))); // Good Friday: Easter was on 31 March
    CHECK(isPublicHoliday(QDate(2025, 4, 18))); // Easter was on 20 April
    CHECK(isPublicHoliday(QDate(2038, 4, 23))); // the latest Easter of the century, 25 April
    CHECK(isPublicHoliday(QDate(2025, 5, 29))); // Ascension
    CHECK_FALSE(isPublicHoliday(QDate(2026, 9, 15)));
    // 1 Syawal 1445 was announced for 10 April 2024; the tabular calendar may be a day off.
    CHECK((isPublicHoliday(QDate(2024, 4, 10)) && isPublicHoliday(QDate(2024, 4, 11))));
}

TEST_CASE("A term's school days are weekdays without holidays, up to a day", "[demo]")
{
    const Term term = usualTerm(QStringLiteral("20241"));
    const auto days = schoolDays(term, QDate(2030, 1, 1));
    REQUIRE(days.size() > 80);
    CHECK(days.front() == QDate(2024, 7, 15));
    CHECK(days.back() <= QDate(2024, 12, 19));
    for (const QDate day : days) {
        CHECK(day.dayOfWeek() <= Qt::Friday);
        CHECK_FALSE(isPublicHoliday(day));
    }
    CHECK(schoolDays(term, QDate(2024, 7, 17)).size() == 3);
    CHECK(schoolDays(term, QDate(2024, 7, 1)).empty());
}

TEST_CASE("An amount falls into its income band, bounds included", "[demo]")
{
    CHECK(incomeBandOf(0) == u"11");
    CHECK(incomeBandOf(499'999) == u"11");
    CHECK(incomeBandOf(500'000) == u"12");
    CHECK(incomeBandOf(999'999) == u"12");
    CHECK(incomeBandOf(1'000'000) == u"13");
    CHECK(incomeBandOf(2'000'000) == u"14");
    CHECK(incomeBandOf(4'999'999) == u"14");
    CHECK(incomeBandOf(5'000'000) == u"15");
    CHECK(incomeBandOf(20'000'000) == u"15");
    CHECK(incomeBandOf(20'000'001) == u"16");
}
