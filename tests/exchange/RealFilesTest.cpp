// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/AttendanceImport.h"
#include "core/attendance/AttendanceTotal.h"
#include "core/exchange/Csv.h"
#include "core/grades/FinalMark.h"
#include "core/grades/MarkImport.h"
#include "core/people/Student.h"
#include "core/people/StudentImport.h"
#include "tests/support/ImportFiles.h"
#include "tests/support/Paths.h"
#include "tests/support/Stores.h"

#include <QDir>
#include <QFileInfo>

using namespace edupro;
using namespace edupro::exchange;
using namespace edupro::tests;

namespace {

const QString sharedData = sharedFile("/data/");

bool isSharedDataHere(const char* what)
{
    if (QFileInfo::exists(sharedData)) return true;
    saySkipped(what, "the shared data is not there");
    return false;
}

std::string
importCounts(storage::Store& store, const std::unique_ptr<RowImport>& import, const QString& file)
{
    return countsOf(importFile(store, sharedData + "siswa/sekolah-uci/" + file, *import));
}

} // namespace

TEST_CASE("A real school's students, marks and attendance come in, and only once", "[exchange]")
{
    if (!isSharedDataHere("import of a real school")) return;
    const auto store = memoryStore();
    CHECK(importCounts(*store, people::studentImport(), "siswa.csv") == "395/0/0/0 of 395");
    CHECK(importCounts(*store, grades::markImport(), "nilai.csv") == "1185/0/0/0 of 1185");
    CHECK(
        importCounts(*store, attendance::attendanceImport(), "presensi.csv") ==
        "1185/0/0/0 of 1185");
    CHECK(importCounts(*store, people::studentImport(), "siswa.csv") == "0/0/395/0 of 395");
    CHECK(importCounts(*store, grades::markImport(), "nilai.csv") == "0/0/1185/0 of 1185");
    CHECK(
        importCounts(*store, attendance::attendanceImport(), "presensi.csv") ==
        "0/0/1185/0 of 1185");
    CHECK(store->count(entityInfo<Student>()).value() == 395);
    CHECK(store->count(entityInfo<FinalMark>()).value() == 1185);
    CHECK(store->count(entityInfo<AttendanceTotal>()).value() == 1185);
}

TEST_CASE("Every real CSV file is read to its end with even rows", "[exchange]")
{
    if (!isSharedDataHere("reading of real CSV files")) return;
    for (const char* folder : {"provinsi", "siswa", "wilayah", "nama", "irt", "ujian"}) {
        const QDir dir(sharedData + QLatin1String(folder));
        for (const QFileInfo& file : dir.entryInfoList({"*.csv"}, QDir::Files)) {
            CAPTURE(file.fileName());
            Result<CsvReader> reader = CsvReader::open(file.filePath());
            REQUIRE(reader.has_value());
            CsvRow row;
            qint64 rows = 0;
            qint64 flawed = 0;
            while (reader->next(row).value()) {
                ++rows;
                if (row.flaw != CsvFlaw::None) ++flawed;
            }
            CHECK(rows > 1);
            CHECK(flawed == 0);
        }
    }
}

TEST_CASE("A sheet in the form of Dapodik finds its students", "[exchange]")
{
    const auto store = memoryStore();
    const QByteArray file =
        "Daftar Peserta Didik,,,,,,,,,\nSMP NEGERI 1,,,,,,,,,\n"
        "No,Nama,NIPD,JK,NISN,Tempat Lahir,Tanggal Lahir,NIK,Alamat,Rombel Saat Ini\n"
        "1,Ni Luh Ayu,00123,P,0132345678,Denpasar,2013-08-17,5171015708130001,\"Jl. Melati, "
        "5\",7A\n";
    const auto report = importText(*store, people::studentImport(), file);
    CHECK(countsOf(report) == "1/0/0/0 of 1");
    CHECK(report->unusedColumns == QStringList{"No", "Tempat Lahir"});
}
