// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/achievements/AchievementImport.h"

#include "core/achievements/Achievement.h"
#include "core/people/StudentImport.h"
#include "tests/support/ImportFiles.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::achievements;
using namespace edupro::tests;

TEST_CASE("Achievements are read with their level in Indonesian or English", "[achievements]")
{
    const auto store = memoryStore();
    importText(*store, people::studentImport(), "nis,nama\n10001,Ani\n").value();
    const QByteArray file = "NIS;Prestasi;Tingkat;Juara;Tanggal\n"
                            "10001;Olimpiade Matematika;Kab/Kota;Juara 1;17 Agustus 2025\n"
                            "10001;Lomba Tari;Nasional;;2025-10-02\n"
                            "10001;Chess;district;3;02/10/2025\n";
    CHECK(countsOf(importText(*store, achievementImport(), file)) == "3/0/0/0 of 3");
    CHECK(countsOf(importText(*store, achievementImport(), file)) == "0/0/3/0 of 3");
    QStringList stored;
    const auto all = store->list<Achievement>().value();
    for (const Achievement& achievement : all)
        stored.append(achievement.level + u' ' + achievement.rank.value_or("-"));
    stored.sort();
    CHECK(stored == QStringList{"district 3", "national -", "regency Juara 1"});
}

TEST_CASE("Achievements without level, day or student are refused", "[achievements]")
{
    const auto store = memoryStore();
    importText(*store, people::studentImport(), "nis,nama\n10001,Ani\n").value();
    const auto report = importText(
        *store,
        achievementImport(),
        "nis,prestasi,tingkat,tanggal\n"
        "10001,Lomba Tari,galaksi,2025-10-02\n"
        "10001,Lomba Tari,nasional,2027-10-02\n"
        "10001,Lomba Tari,nasional,\n"
        "10009,Lomba Tari,nasional,2025-10-02\n"
        "10001,,nasional,2025-10-02\n"
        "10001,Lomba Tari,nasional,2025-10-02\n"
        "10001,LOMBA TARI,provinsi,2025-10-02\n");
    CHECK(countsOf(report) == "1/0/0/6 of 7");
    CHECK(
        issuesOf(*report) == QStringList{
                                 "2 tingkat choice",
                                 "3 tanggal past",
                                 "4 tanggal required",
                                 "5 nis unknown_student",
                                 "6 prestasi required",
                                 "8 nis duplicate"});
}
