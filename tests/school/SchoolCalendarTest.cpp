// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/SchoolCalendar.h"

#include "core/school/CalendarText.h"
#include "core/school/DatedRules.h"
#include "core/school/SchoolActions.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::school;
using namespace edupro::tests;
using storage::Store;

namespace {

void weekOf(Store& store, int days, QDate since)
{
    DatedSetting week{
        .name = QString::fromLatin1(rules::weekDays),
        .since = since,
        .value = static_cast<double>(days)};
    REQUIRE(saveRule(store, week).has_value());
}

void name(Store& store, QDate day, const char* kind, const char* words)
{
    CalendarDay named{
        .day = day, .kind = QString::fromLatin1(kind), .name = QString::fromLatin1(words)};
    REQUIRE(store.save(named).has_value());
}

DayKind kindOn(Store& store, QDate day)
{
    return schoolDayOn(store, day)->kind;
}

} // namespace

TEST_CASE("A week of five days leaves Saturday free, one of six does not", "[school][calendar]")
{
    onEveryDialect([](Store& store) {
        REQUIRE(createSchool(store, QStringLiteral("SMP"), std::nullopt).has_value());
        const QDate saturday(2026, 3, 7);
        weekOf(store, 6, QDate(2025, 7, 1));
        weekOf(store, 5, saturday.addDays(7)); // counts on its first day
        CHECK(kindOn(store, saturday) == DayKind::School);
        CHECK(kindOn(store, saturday.addDays(1)) == DayKind::Weekend);
        CHECK(kindOn(store, saturday.addDays(7)) == DayKind::Weekend);
        // 2026-03-02 to 2026-03-15: six days, then five
        CHECK(countSchoolDays(store, QDate(2026, 3, 2), QDate(2026, 3, 15)).value() == 11);
    });
}

TEST_CASE("A day off has its reason: holiday, weekend, no term", "[school][calendar]")
{
    onEveryDialect([](Store& store) {
        REQUIRE(createSchool(store, QStringLiteral("SMP"), std::nullopt).has_value());
        weekOf(store, 5, QDate(2025, 7, 1));
        const QDate monday(2026, 3, 2);
        name(store, monday, "holiday", "Nyepi");
        name(store, monday.addDays(1), "event", "Ujian Sekolah");
        name(store, monday.addDays(5), "extra", "Kerja Bakti"); // Saturday
        name(store, monday.addDays(6), "event", "Jalan Sehat"); // Sunday stays free
        name(store, QDate(2027, 1, 1), "holiday", "Tahun Baru");
        const auto days = schoolCalendar(store, monday, monday.addDays(6)).value();
        REQUIRE(days.size() == 7);
        CHECK(days[0].kind == DayKind::Holiday);
        CHECK(days[0].name == QStringLiteral("Nyepi"));
        CHECK_FALSE(days[0].isSchoolDay());
        CHECK(days[1].kind == DayKind::Event);
        CHECK(days[1].isSchoolDay());
        CHECK(days[2].kind == DayKind::School);
        CHECK(days[2].name.isEmpty());
        CHECK(days[5].kind == DayKind::Extra);
        CHECK(days[5].isSchoolDay());
        CHECK(days[6].kind == DayKind::Weekend);
        CHECK_FALSE(days[6].isSchoolDay());
        CHECK(kindOn(store, QDate(2026, 7, 6)) == DayKind::Break); // behind the last term
        CHECK(kindOn(store, QDate(2027, 1, 1)) == DayKind::Holiday);
        CHECK(schoolCalendar(store, monday, monday.addDays(-1))->empty());
    });
}

TEST_CASE(
    "A holiday that was taken out of the calendar is a school day again", "[school][calendar]")
{
    const auto store = memoryStore();
    REQUIRE(createSchool(*store, QStringLiteral("SMP"), std::nullopt).has_value());
    CalendarDay day{.day = QDate(2026, 3, 2), .name = QStringLiteral("Nyepi")};
    REQUIRE(store->save(day).has_value());
    CHECK(kindOn(*store, day.day) == DayKind::Holiday);
    REQUIRE(store->remove(entityInfo<CalendarDay>(), day.id.value).has_value());
    CHECK(kindOn(*store, day.day) == DayKind::School);
}

TEST_CASE("A pasted list of holidays is read line by line", "[school][calendar]")
{
    const auto days = calendarFromText(
        QStringLiteral("17/08/2026 Proklamasi Kemerdekaan\n"
                       "\n"
                       "2026-03-20 - 2026-03-22;Libur Idulfitri\r\n"
                       "25 Desember 2026\tKelahiran Yesus Kristus\n"),
        QStringLiteral("holiday"));
    REQUIRE(days.has_value());
    REQUIRE(days->size() == 5);
    CHECK((*days)[0].day == QDate(2026, 8, 17));
    CHECK((*days)[0].name == QStringLiteral("Proklamasi Kemerdekaan"));
    CHECK((*days)[1].day == QDate(2026, 3, 20));
    CHECK((*days)[3].day == QDate(2026, 3, 22));
    CHECK((*days)[3].name == QStringLiteral("Libur Idulfitri"));
    CHECK((*days)[4].day == QDate(2026, 12, 25));
}

TEST_CASE("A line of the list that is no day is named by its number", "[school][calendar]")
{
    const auto days = calendarFromText(
        QStringLiteral("17/08/2026 Proklamasi\nIdulfitri\n31/02/2026 Tidak ada\n"
                       "20/03/2026 - 10/03/2026 Terbalik\n17/08/2026\n17/08/2026 X\n"),
        QStringLiteral("holiday"));
    REQUIRE_FALSE(days.has_value());
    std::vector<std::string> lines;
    for (const Issue& issue : days.error().issues) {
        CHECK(issue.rule == "calendar_line");
        lines.push_back(issue.limit);
    }
    CHECK(lines == std::vector<std::string>{"2", "3", "4", "5", "6"});
    CHECK(
        calendarFromText(QStringLiteral(" \n"), QStringLiteral("holiday")).error().issues[0].rule ==
        "required");
}
