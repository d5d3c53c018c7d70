// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/achievements/AchievementImport.h"
#include "core/attendance/AttendanceImport.h"
#include "core/base/Random.h"
#include "core/exchange/Csv.h"
#include "core/grades/MarkImport.h"
#include "core/income/IncomeImport.h"
#include "core/people/StudentImport.h"
#include "core/regions/IndicatorImport.h"
#include "tests/support/ImportFiles.h"
#include "tests/support/Stores.h"

#include <map>

using namespace edupro;
using namespace edupro::exchange;
using namespace edupro::tests;

namespace {

using Make = std::unique_ptr<RowImport> (*)(storage::Store&);

struct Kind {
    const char* headings;
    const char* right; ///< for each column what may stand there, separated by '|'
    Make make;
};

// clang-format off
const std::vector<Kind> kinds{
    {"nis,nama,kelas,tanggal_lahir,jenis_kelamin,nisn,alamat,status",
     "10001|10003|10004,Ani|Budi,7A|7B|,2013-05-01|17/08/2013,L|P|,,Jl. A|,aktif|lulus|", [](storage::Store&) { return people::studentImport(); }},
    {"nis,semester,mapel,nilai",
     "10001|10002,20251|20252,IPA|Matematika,85|70.5", [](storage::Store&) { return grades::markImport(); }},
    {"nis,semester,hari_efektif,sakit,izin,alpa",
     "10001|10002,20251|20252,60|70,1|,2|,0|3", [](storage::Store&) { return attendance::attendanceImport(); }},
    {"nis,hubungan,penghasilan,penghasilan ayah,sejak",
     "10001|10002,ibu|wali,2300000|14|,1000000|,2025-07-01|2024-07-01|", [](storage::Store&) { return income::incomeImport(); }},
    {"nis,prestasi,tingkat,tanggal,peringkat",
     "10001|10002,Lomba|Debat,nasional|sekolah,2025-10-02|2025-08-17,Juara 1|", [](storage::Store&) { return achievements::achievementImport(); }},
    {"provinsi,tahun,a,b,jenjang",
     "Aceh|Bali|DIY,2015|2016,1|2.5,3|,SD|SMP", [](storage::Store& store) { return regions::indicatorImport(store, {}).value(); }},
};

// What cells really hold, right and wrong, so that every branch is met.
const QStringList cells{
    "10001", "10002", "10003", "", "-", "20251", "20252", "2025/2026 Ganjil", "Matematika", "IPA", "85", "85,5", "85.5",
    "99,810", "101", "1e3", "0", "3", "60", "200", "Ani", "7A", "2013-05-01", "17/08/2025", "31/02/2013", "L", "P", "?",
    "ayah", "ibu", "Rp 2.300.000", "14", "Rp. 500,000 - Rp. 999,999", "Lomba", "nasional", "sekolah", "Aceh", "Bali",
    "DIY", "Indonesia", "2015", "2016", "SD", "SMP", "=1+1", "\"x\"y", "a\nb", "\u202E", "1.23E+15", "aktif"};
// clang-format on

const QString& oneOf(const QStringList& texts, Random& random)
{
    return texts[static_cast<qsizetype>(random.below(texts.size()))];
}

/// Rows that are right but for one cell in ten.
QByteArray randomFile(const Kind& kind, Random& random)
{
    QString text = QString::fromLatin1(kind.headings) + u'\n';
    for (std::uint64_t rows = 1 + random.below(30); rows > 0; --rows) {
        QStringList row;
        for (const QString& right : QString::fromLatin1(kind.right).split(u','))
            row.append(oneOf(random.chance(0.1) ? cells : right.split(u'|'), random));
        text += csvLine(row);
    }
    return text.toUtf8();
}

} // namespace

TEST_CASE(
    "Whatever a file holds, the counts add up and a second import changes nothing", "[exchange]")
{
    Random random(77);
    std::map<std::string, qint64> added;
    std::map<std::string, qint64> rejected;
    for (int round = 0; round < 120; ++round) {
        const Kind& kind = kinds[static_cast<std::size_t>(round) % kinds.size()];
        const QByteArray file = randomFile(kind, random);
        CAPTURE(kind.headings, file);
        const auto store = memoryStore();
        importText(*store, people::studentImport(), "nis,nama\n10001,Ani\n10002,Budi\n").value();
        const auto tried = importText(*store, kind.make(*store), file, {.dryRun = true});
        const auto first = importText(*store, kind.make(*store), file);
        REQUIRE(countsOf(tried) == countsOf(first));
        if (!first) continue;
        added[kind.headings] += first->added;
        rejected[kind.headings] += first->rejected;
        const auto second = importText(*store, kind.make(*store), file);
        REQUIRE(second.has_value());
        CHECK(second->added == 0);
        CHECK(second->updated == 0);
        CHECK(second->rejected == first->rejected);
        for (const ImportIssue& issue : first->issues) {
            CHECK(issue.row > 1);
            CHECK_FALSE(issue.rule.isEmpty());
            CHECK_FALSE(issue.message.isEmpty());
        }
    }
    // Neither all right nor all wrong: both ways were walked.
    for (const Kind& kind : kinds) {
        CAPTURE(kind.headings);
        CHECK(added[kind.headings] > 0);
        CHECK(rejected[kind.headings] > 0);
    }
}
