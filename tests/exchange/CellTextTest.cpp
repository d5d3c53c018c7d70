// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/CellText.h"

#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::exchange;

namespace {

DecimalMark markOf(const QStringList& column)
{
    DecimalEvidence evidence;
    for (const QString& cell : column)
        evidence.see(cell);
    return evidence.verdict();
}

template<class T>
std::string ruleOf(const Result<T>& parsed)
{
    return parsed ? "" : parsed.error().key;
}

} // namespace

TEST_CASE("Empty cells, dashes and NA are missing; names are not", "[exchange]")
{
    for (const char* text : {"", "  ", "-", " – ", "—", "NA", "n/a", "N/A", "#N/A"})
        CHECK(isMissing(QString::fromUtf8(text)));
    for (const char* text : {"0", "Na", "--", "-5", "Nana"})
        CHECK_FALSE(isMissing(QString::fromUtf8(text)));
}

TEST_CASE("A column tells its decimal mark by the cells that have one reading only", "[exchange]")
{
    CHECK(markOf({"85,5", "99,810"}) == DecimalMark::Comma);
    CHECK(markOf({"85.5", "1,234"}) == DecimalMark::Point);
    CHECK(markOf({"1.234,5"}) == DecimalMark::Comma);
    CHECK(markOf({"1,234.5"}) == DecimalMark::Point);
    CHECK(markOf({"1.234.567"}) == DecimalMark::Comma);
    CHECK(markOf({"0,125"}) == DecimalMark::Comma);
    CHECK(markOf({"1234,567"}) == DecimalMark::Comma);
    CHECK(markOf({"99,810", "85", "Ani", "-"}) == DecimalMark::Unknown);
    CHECK(markOf({"85,5", "85.5"}) == DecimalMark::Mixed);
}

TEST_CASE("A column that tells nothing follows the file, then the separator", "[exchange]")
{
    DecimalEvidence other;
    other.see(u"85,5");
    CHECK(decimalMarkOfFile(other, u',') == DecimalMark::Comma);
    CHECK(decimalMarkOfFile({}, u';') == DecimalMark::Comma);
    CHECK(decimalMarkOfFile({}, u',') == DecimalMark::Point);
    CHECK(decimalMarkOfFile({}, u'\t') == DecimalMark::Unknown);
}

TEST_CASE("Numbers are read by the convention of their column", "[exchange]")
{
    const auto row = GENERATE(table<const char*, DecimalMark, double>(
        {{"85", DecimalMark::Unknown, 85},
         {" 85,5 ", DecimalMark::Unknown, 85.5},
         {"85.5", DecimalMark::Comma, 85.5},
         {"99,810", DecimalMark::Comma, 99.81},
         {"99,810", DecimalMark::Point, 99810},
         {"99.810", DecimalMark::Point, 99.81},
         {"1.234,5", DecimalMark::Point, 1234.5},
         {"1,234.5", DecimalMark::Comma, 1234.5},
         {"12.345.678", DecimalMark::Unknown, 12345678},
         {"1,234,567.25", DecimalMark::Unknown, 1234567.25},
         {"-7,5", DecimalMark::Comma, -7.5},
         {"+3", DecimalMark::Comma, 3},
         {"85,5", DecimalMark::Mixed, 85.5},
         {"-0", DecimalMark::Point, 0}}));
    const Result<double> number =
        parseNumber(QString::fromUtf8(std::get<0>(row)), std::get<1>(row));
    CAPTURE(std::get<0>(row));
    REQUIRE(number.has_value());
    CHECK(*number == Approx(std::get<2>(row)).epsilon(1e-15));
    CHECK_FALSE(std::signbit(*number + 0.0 == 0.0 ? *number : 1.0));
}

TEST_CASE("What is no number, or two numbers, is refused with its reason", "[exchange]")
{
    const auto row = GENERATE(table<const char*, const char*>(
        {{"1e3", "digits_lost"},
         {"1.23E+15", "digits_lost"},
         {"1,23e15", "digits_lost"},
         {"nan", "number"},
         {"inf", "number"},
         {"-", "number"},
         {"", "number"},
         {"85%", "number"},
         {"0x10", "number"},
         {"1.2.3", "number"},
         {"1.2,3.4", "number"},
         {"12,34,567", "number"},
         {"1.234.56", "number"},
         {".5", "number"},
         {"5.", "number"},
         {"٨٥", "number"},
         {"99,810", "ambiguous"}}));
    CAPTURE(std::get<0>(row));
    CHECK(
        ruleOf(parseNumber(QString::fromUtf8(std::get<0>(row)), DecimalMark::Unknown)) ==
        std::get<1>(row));
    CHECK(ruleOf(parseNumber(QString(400, u'9'), DecimalMark::Point)) == "number");
}

TEST_CASE("Whole numbers may carry zero decimals and nothing else", "[exchange]")
{
    CHECK(parseWhole(u"60", DecimalMark::Unknown).value() == 60);
    CHECK(parseWhole(u"60,0", DecimalMark::Unknown).value() == 60);
    CHECK(ruleOf(parseWhole(u"60,5", DecimalMark::Unknown)) == "whole");
    CHECK(ruleOf(parseWhole(u"99999999999999999999", DecimalMark::Unknown)) == "whole");
}

TEST_CASE("Only the form that spreadsheets give long identifiers counts as lost", "[exchange]")
{
    CHECK(hasLostDigits(u"1.23E+15"));
    CHECK(hasLostDigits(u" 3,27123E+15 "));
    CHECK(hasLostDigits(u"1E+15"));
    CHECK_FALSE(hasLostDigits(u"10E5"));
    CHECK_FALSE(hasLostDigits(u"12E1"));
    CHECK_FALSE(hasLostDigits(u"0012345678"));
}

TEST_CASE("Rupiah are whole amounts with any grouping", "[exchange]")
{
    for (const char* text :
         {"2300000",
          "Rp 2.300.000",
          "Rp. 2,300,000",
          "rp2.300.000,00",
          "2,300,000.00",
          "Rp2.300.000,-",
          "IDR 2300000",
          "2300000.0"})
        CHECK(parseRupiah(QString::fromUtf8(text)).value() == 2'300'000);
    CHECK(parseRupiah(u"500.000").value() == 500'000);
    CHECK(parseRupiah(u"0").value() == 0);
    for (const char* text : {"-5", "2.5", "2.300.00", "Rp", "2,3 juta", "2.300.000,50", ""})
        CHECK(ruleOf(parseRupiah(QString::fromUtf8(text))) == "rupiah");
    CHECK(ruleOf(parseRupiah(u"2.3E+06")) == "digits_lost");
}

TEST_CASE("Dates are read in the forms that schools write", "[exchange]")
{
    const QDate independence(2009, 8, 17);
    for (const char* text :
         {"2009-08-17",
          "17/08/2009",
          "17-08-2009",
          "17/8/2009",
          "17.08.2009",
          "17 Agustus 2009",
          "17 Agu 2009",
          "17 August 2009",
          "17-Aug-2009",
          "17 aug. 2009",
          "2009/08/17",
          "2009-08-17 00:00:00",
          " 2009-08-17T00:00 "})
        CHECK(parseDate(QString::fromUtf8(text)).value() == independence);
    CHECK(parseDate(u"5 Mei 2010").value() == QDate(2010, 5, 5));
    CHECK(parseDate(u"1 Nopember 2010").value() == QDate(2010, 11, 1));
    for (const char* text :
         {"",
          "2009-02-29",
          "31/04/2009",
          "12/25/2009",
          "17/08/09",
          "40042",
          "1 Foo 2009",
          "2009-08/17",
          "0009-08-17",
          "17082009",
          "2009-08-17 10:30:00"})
        CHECK(ruleOf(parseDate(QString::fromUtf8(text))) == "date");
}

TEST_CASE("Gender is read in Indonesian and English", "[exchange]")
{
    for (const char* text : {"L", "l", "Laki-laki", "LAKI LAKI", "M", "male", "Pria"})
        CHECK(parseGender(QString::fromUtf8(text)).value() == u'L');
    for (const char* text : {"P", "Perempuan", "F", "Female", "wanita"})
        CHECK(parseGender(QString::fromUtf8(text)).value() == u'P');
    CHECK(parseGender(u"x").value() == u'X');
    for (const char* text : {"", "1", "LP", "?"})
        CHECK(ruleOf(parseGender(QString::fromUtf8(text))) == "choice");
}
