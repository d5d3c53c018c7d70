// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/AttendanceImport.h"

#include "core/attendance/AttendanceTotal.h"
#include "core/people/StudentImport.h"
#include "tests/support/ImportFiles.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::attendance;
using namespace edupro::tests;

namespace {

std::unique_ptr<storage::Store> storeWithStudents()
{
    auto store = memoryStore();
    importText(*store, people::studentImport(), "nis,nama\n10001,Ani\n10002,Budi\n").value();
    return store;
}

} // namespace

TEST_CASE("Attendance totals are stored per student and term", "[attendance]")
{
    const auto store = storeWithStudents();
    const QByteArray file = "nis,semester,hari_efektif,sakit,izin,alpa\n"
                            "10001,20251,120,2,,1\n10001,20252,118,0,0,0\n";
    CHECK(countsOf(importText(*store, attendanceImport(), file)) == "2/0/0/0 of 2");
    CHECK(countsOf(importText(*store, attendanceImport(), file)) == "0/0/2/0 of 2");
    int effective = 0;
    int missed = 0;
    const auto stored = store->list<AttendanceTotal>().value();
    for (const AttendanceTotal& total : stored) {
        effective += total.effectiveDays;
        missed += total.sick + total.excused + total.absent;
    }
    CHECK(effective == 238);
    CHECK(missed == 3);
}

TEST_CASE(
    "Without effective days the days present are counted with the days missed", "[attendance]")
{
    const auto store = storeWithStudents();
    const auto report = importText(
        *store, attendanceImport(), "nis,term,present,sick,absent\n10001,20251,110,3,2\n");
    CHECK(countsOf(report) == "1/0/0/0 of 1");
    CHECK(store->list<AttendanceTotal>().value().at(0).effectiveDays == 115);
    CHECK(
        countsOf(importText(*store, attendanceImport(), "nis,term,sick\n10001,20251,1\n")) ==
        "import.heading_missing");
}

TEST_CASE("Impossible days are refused", "[attendance]")
{
    const auto store = storeWithStudents();
    const auto report = importText(
        *store,
        attendanceImport(),
        "nis,semester,hari efektif,sakit,izin,alpa\n"
        "10001,20251,60,50,10,1\n"
        "10001,20251,60,1.5,0,0\n"
        "10001,20251,-3,0,0,0\n"
        "10001,20251,,0,0,0\n"
        "10001,20251,99999999999,0,0,0\n"
        "10002,20251,60,60,0,0\n");
    CHECK(countsOf(report) == "1/0/0/5 of 6");
    CHECK(
        issuesOf(*report) == QStringList{
                                 "2 hari efektif days_missed",
                                 "3 sakit whole",
                                 "4 hari efektif range",
                                 "5 hari efektif required",
                                 "6 hari efektif range"});
    CHECK(report->issues[0].message.contains("61 days missed of only 60"));
}
