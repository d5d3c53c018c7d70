// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/DayImport.h"

#include "tests/attendance/SmallClass.h"
#include "tests/support/ImportFiles.h"

using namespace edupro;
using namespace edupro::attendance;
using namespace edupro::tests;

TEST_CASE("A file of days becomes submitted lists, twice the same", "[attendance][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        SmallClass small(store);
        const QByteArray file = "NIS;Tanggal;Presensi;Catatan\n"
                                "10001;2026-02-27;H;\n"
                                "10002;2026-02-27;sakit;demam\n"
                                "10002;2026-03-02;T;\n";
        CHECK(countsOf(importText(store, dayImport(), file)) == "3/0/0/0 of 3");
        const DayList friday = small.stored(QDate(2026, 2, 27));
        CHECK(friday.state == ListState::Submitted);
        CHECK(friday.entryOf(small.budi) == entry(small.budi, "S", "demam"));
        CHECK(friday.entries.size() == 1);
        CHECK(small.stored(small.monday).entryOf(small.budi).late);
        CHECK(countsOf(importText(store, dayImport(), file)) == "0/0/3/0 of 3");
    });
}

TEST_CASE("A draft is finished by an import, a submitted list is kept", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    const QDate friday(2026, 2, 27);
    REQUIRE(takeList(*store, small.group, small.monday, {entry(small.ani, "I")}, ListState::Draft)
                .has_value());
    REQUIRE(takeList(*store, small.group, friday, {entry(small.ani, "I")}, ListState::Submitted)
                .has_value());
    const auto report = importText(
        *store,
        dayImport(),
        "nis,tanggal,presensi\n10002,2026-03-02,A\n10002,2026-02-27,A\n10001,2026-02-27,I\n");
    CHECK(countsOf(report) == "1/0/1/1 of 3");
    CHECK(edupro::tests::issuesOf(*report) == QStringList{"3 presensi submitted"});
    CHECK(small.stored(small.monday).state == ListState::Submitted);
    CHECK(small.stored(small.monday).entries.size() == 2);
    CHECK(small.stored(friday).entries.size() == 1);
}

TEST_CASE("Wrong days are refused, each with its own reason", "[attendance]")
{
    const auto store = memoryStore();
    SmallClass small(*store);
    REQUIRE(school::ensureTerm(*store, QStringLiteral("20251")).has_value());
    Term locked = school::ensureTerm(*store, QStringLiteral("20251")).value();
    locked.state = QStringLiteral("locked");
    REQUIRE(store->save(locked).has_value());
    const auto report = importText(
        *store,
        dayImport(),
        "nis,tanggal,presensi,catatan\n"
        "10001,2026-02-28,H,\n" // a Saturday
        "10001,2026-03-03,H,\n" // tomorrow
        "10003,2026-02-13,H,\n" // came on the 16th
        "10001,2025-10-01,H,\n" // locked
        "10001,2026-02-27,X,\n"
        "10001,2026-02-31,H,\n"
        "10001,,H,\n"
        "99999,2026-02-27,H,\n"
        "10001,2026-02-27,H,\n"
        "10001,2026-02-27,S,\n"); // twice
    CHECK(countsOf(report) == "1/0/0/9 of 10");
    CHECK(
        edupro::tests::issuesOf(*report) == QStringList{
                                                "2 tanggal weekend",
                                                "3 tanggal future",
                                                "4 tanggal before_enrolment",
                                                "5 tanggal locked",
                                                "6 presensi choice",
                                                "7 tanggal date",
                                                "8 tanggal required",
                                                "9 nis unknown_student",
                                                "11 nis duplicate"});
}
