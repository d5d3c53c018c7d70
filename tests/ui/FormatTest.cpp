// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Format.h"

#include "tests/support/Catch.h"
#include "ui/common/Language.h"

#include <limits>

using namespace edupro::ui;

namespace {

QString spaced(QString text)
{
    return text.replace(format::noBreakSpace, ' ');
}

} // namespace

TEST_CASE("Numbers, money and dates are written in Indonesian", "[ui]")
{
    const Language language(Tongue::Indonesian);
    CHECK(format::number(79.4) == "79,4");
    CHECK(format::number(12345.678, 2) == "12.345,68");
    CHECK(format::count(1204) == "1.204");
    CHECK(spaced(format::rupiah(2'300'000)) == "Rp 2.300.000");
    CHECK(spaced(format::percent(93.1)) == "93,1 %");
    CHECK(spaced(format::date(QDate(2026, 11, 21))) == "21 Nov 2026");
    CHECK(spaced(format::date(QDate(2026, 8, 5))) == "5 Agu 2026");
    CHECK(format::time(QTime(10, 42, 7)) == "10.42.07");
    CHECK(spaced(format::duration(18.2)) == "18 dtk");
    CHECK(spaced(format::duration(200)) == "3 mnt");
}

TEST_CASE("Numbers, money and dates are written in English", "[ui]")
{
    const Language language(Tongue::English);
    CHECK(format::number(79.4) == "79.4");
    CHECK(format::count(1204) == "1,204");
    CHECK(spaced(format::rupiah(2'300'000)) == "Rp 2,300,000");
    CHECK(format::percent(93.1) == "93.1%");
    CHECK(spaced(format::date(QDate(2026, 11, 21))) == "21 Nov 2026");
    CHECK(format::time(QTime(10, 42, 7)) == "10:42:07");
    CHECK(spaced(format::duration(18.2)) == "18 s");
    CHECK(spaced(format::duration(3 * 3600.0)) == "3 h");
}

TEST_CASE("What is missing is a dash, never a zero", "[ui]")
{
    const Language language(Tongue::Indonesian);
    CHECK(format::number(std::nullopt) == "—");
    CHECK(format::number(std::numeric_limits<double>::quiet_NaN()) == "—");
    CHECK(format::rupiah(std::nullopt) == "—");
    CHECK(format::percent(std::nullopt) == "—");
    CHECK(format::date({}) == "—");
    CHECK(format::duration(std::numeric_limits<double>::infinity()) == "—");
    CHECK(format::rupiah(0) != "—");
}

TEST_CASE("A change carries its sign, and no sign when it rounds to nothing", "[ui]")
{
    const Language language(Tongue::Indonesian);
    CHECK(format::change(0.64) == "+0,6");
    CHECK(format::change(-1.2) == "−1,2");
    CHECK(format::change(0.04) == "0,0");
    CHECK(format::change(-0.04) == "0,0");
}
