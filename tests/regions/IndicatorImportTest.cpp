// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/regions/IndicatorImport.h"

#include "core/regions/HeadingBlock.h"
#include "core/regions/Indicator.h"
#include "tests/support/ImportFiles.h"
#include "tests/support/Paths.h"
#include "tests/support/Stores.h"

#include <QFileInfo>

using namespace edupro;
using namespace edupro::regions;
using namespace edupro::tests;

namespace {

Result<exchange::ImportReport> importTable(
    storage::Store& store,
    const QByteArray& text,
    const IndicatorImportOptions& options = {.fileName = "aps-2023.csv"},
    const QList<exchange::HeadingOverride>& map = {})
{
    return importText(store, indicatorImport(store, options).value(), text, {.map = map});
}

/// Each value as "code region year value", sorted.
QStringList valuesIn(storage::Store& store)
{
    QHash<QUuid, QString> codes;
    const auto indicators = store.list<Indicator>().value();
    for (const Indicator& indicator : indicators)
        codes.insert(indicator.id.value, indicator.code);
    QStringList all;
    const auto values = store.list<IndicatorValue>().value();
    for (const IndicatorValue& value : values)
        all.append(QStringLiteral("%1 %2 %3 %4")
                       .arg(
                           codes.value(value.indicator.value),
                           value.region,
                           QString::number(value.year),
                           QString::number(value.value)));
    all.sort();
    return all;
}

} // namespace

TEST_CASE("Provinces are found in every spelling", "[regions]")
{
    const auto store = memoryStore();
    const RegionDirectory regions = RegionDirectory::load(*store).value();
    const auto row = GENERATE(table<const char*, const char*>(
        {{"ACEH", "P11"},
         {"Prov. Aceh", "P11"},
         {"DI. ACEH", "P11"},
         {"DIY", "P34"},
         {"DI YOGYAKARTA", "P34"},
         {"D I YOGYAKARTA", "P34"},
         {"Prov. D.I. Yogyakarta", "P34"},
         {"DAERAH ISTIMEWA YOGYAKARTA", "P34"},
         {"Prov. D.K.I. Jakarta", "P31"},
         {"KEP. RIAU", "P21"},
         {"Riau", "P14"},
         {"Kep Bangka Belitung", "P19"},
         {"BANGKA BELITUNG", "P19"},
         {"NUSATENGGARA BARAT", "P52"},
         {"Aceh ", "P11"},
         {"Papua", "P91"},
         {"PAPUA BARAT DAYA", "P96"}}));
    CAPTURE(std::get<0>(row));
    CHECK(regions.byName(std::get<0>(row)).value_or("?") == std::get<1>(row));
}

TEST_CASE("Papua's codes are found in a stated numbering only", "[regions]")
{
    const auto store = memoryStore();
    const RegionDirectory regions = RegionDirectory::load(*store).value();
    CHECK(regions.byCode("94", CodeSystem::Bps) == QStringLiteral("P91"));
    CHECK(regions.byCode("94", CodeSystem::Kemendagri) == QStringLiteral("P94"));
    CHECK(regions.byCode("P91", CodeSystem::Kemendagri) == QStringLiteral("P91"));
    CHECK(regions.byCode(" 11", CodeSystem::Unknown) == QStringLiteral("P11"));
    for (int code = 91; code <= 97; ++code)
        CHECK_FALSE(regions.byCode(QString::number(code), CodeSystem::Unknown).has_value());
    for (const char* code : {"", "1", "99", "010000", "11.10", "X"})
        CHECK_FALSE(regions.byCode(code, CodeSystem::Kemendagri).has_value());
    CHECK_FALSE(regions.byName("Aceh Barat").has_value());
    CHECK_FALSE(regions.byName("").has_value());
}

TEST_CASE("Every column of numbers becomes an indicator of each province", "[regions][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        const QByteArray file =
            "\xEF\xBB\xBFNo;Provinsi;Satuan;Kelompok Umur 7-12;APS 13-15;Catatan\n"
            "1;ACEH;%;99,810;98,7;ok\n"
            "2;DIY;%;99,990;-;\n"
            ";INDONESIA;%;99,1;98,1;\n";
        const auto report = importTable(store, file);
        CHECK(countsOf(report) == "2/0/0/1 of 3");
        CHECK(issuesOf(*report) == QStringList{"4 Provinsi aggregate"});
        CHECK(
            valuesIn(store) == QStringList{
                                   "aps_13_15 P11 2023 98.7",
                                   "kelompok_umur_7_12 P11 2023 99.81",
                                   "kelompok_umur_7_12 P34 2023 99.99"});
        CHECK(store.list<Indicator>().value().at(0).unit == QStringLiteral("%"));
        CHECK(countsOf(importTable(store, file)) == "0/0/2/1 of 3");
    });
}

TEST_CASE("The year comes from the row, the headings, the caller or the file's name", "[regions]")
{
    const auto store = memoryStore();
    CHECK(
        countsOf(importTable(*store, "Provinsi,Tahun,A\nAceh,2015,1\nAceh,2016,2\n")) ==
        "2/0/0/0 of 2");
    CHECK(countsOf(importTable(*store, "Provinsi,B,B\n,2011,2012\nAceh,3,4\n")) == "1/0/0/0 of 1");
    CHECK(
        countsOf(importTable(
            *store, "Provinsi,C\nAceh,5\n", {.fileName = "x-2020.csv", .year = 2021})) ==
        "1/0/0/0 of 1");
    CHECK(countsOf(importTable(*store, "Provinsi,D\nAceh,6\n")) == "1/0/0/0 of 1");
    CHECK(
        valuesIn(*store) == QStringList{
                                "a P11 2015 1",
                                "a P11 2016 2",
                                "b P11 2011 3",
                                "b P11 2012 4",
                                "c P11 2021 5",
                                "d P11 2023 6"});
    for (const char* name : {"", "aps.csv", "2022-2023.csv", "20221.csv"})
        CHECK(
            countsOf(importTable(*store, "Provinsi,E\nAceh,1\n", {.fileName = name})) ==
            "import.year_missing");
    CHECK(
        issuesOf(importTable(*store, "Provinsi,Tahun,E\nAceh,dua,1\n").value()) ==
        QStringList{"2 Tahun year"});
}

TEST_CASE("Tables of codes ask which numbering they use where it matters", "[regions]")
{
    const auto store = memoryStore();
    const QByteArray file = "kode_provinsi,A\n11,1\n91,2\n94,3\n99,4\n";
    const auto asked = importTable(*store, file);
    CHECK(countsOf(asked) == "1/0/0/3 of 4");
    CHECK(
        issuesOf(*asked) == QStringList{
                                "3 kode_provinsi ambiguous_code",
                                "4 kode_provinsi ambiguous_code",
                                "5 province unknown_region"});
    importTable(*store, file, {.year = 2020, .codes = CodeSystem::Bps}).value();
    importTable(*store, file, {.year = 2021, .codes = CodeSystem::Kemendagri}).value();
    CHECK(
        valuesIn(*store) == QStringList{
                                "a P11 2020 1",
                                "a P11 2021 1",
                                "a P11 2023 1",
                                "a P91 2020 3",
                                "a P91 2021 2",
                                "a P92 2020 2",
                                "a P94 2021 3"});
}

TEST_CASE("A regency beside its province's code is not taken for the province", "[regions]")
{
    const auto store = memoryStore();
    const auto report =
        importTable(*store, "kode_provinsi,wilayah,A\n11,Aceh,1\n11,Aceh Barat,2\n11,Simeulue,3\n");
    CHECK(countsOf(report) == "1/0/0/2 of 3");
    CHECK(valuesIn(*store) == QStringList{"a P11 2023 1"});
}

TEST_CASE("Merged headings over several rows are joined for each column", "[regions]")
{
    const auto columns = headingsOf(
        {{"Judul tabel", "", "", "", "", ""},
         {"No", "Provinsi", "Baik", "", "Rusak", ""},
         {"", "", "Negeri", "Swasta", "2022", "2023"}},
        1);
    QStringList shown;
    for (const ColumnHeading& column : columns)
        shown.append(column.name + u'@' + QString::number(column.year.value_or(0)));
    CHECK(
        shown == QStringList{
                     "Judul tabel No@0",
                     "Provinsi@0",
                     "Baik Negeri@0",
                     "Baik Swasta@0",
                     "Rusak@2022",
                     "Rusak@2023"});
}

TEST_CASE("Rows of one province and year are told apart by a column of few words", "[regions]")
{
    const auto store = memoryStore();
    const auto report = importTable(
        *store,
        "Provinsi;Tahun;Jenjang;Persen\nACEH;2015;SD;96.5\nACEH;2015;SMP;85\nBALI;2015;SD;97.25\n");
    CHECK(countsOf(report) == "3/0/0/0 of 3");
    CHECK(
        valuesIn(*store) ==
        QStringList{
            "persen_sd P11 2015 96.5", "persen_sd P51 2015 97.25", "persen_smp P11 2015 85"});
    const auto twice = importTable(*store, "Provinsi,A\nAceh,1\nBali,2\nAceh,3\n");
    CHECK(issuesOf(twice.value()) == QStringList{"4 Provinsi duplicate"});
}

TEST_CASE(
    "Indicators can be named by hand, columns left out, and people's notes are kept", "[regions]")
{
    const auto store = memoryStore();
    const QByteArray file = "Provinsi,Melek aksara,Sisa\nAceh,99.65,1\n";
    const QList<exchange::HeadingOverride> map{{"Melek aksara", "angka_melek_huruf"}, {"Sisa", ""}};
    CHECK(countsOf(importTable(*store, file, {.year = 2023}, map)) == "1/0/0/0 of 1");
    CHECK(valuesIn(*store) == QStringList{"angka_melek_huruf P11 2023 99.65"});
    Indicator indicator = store->list<Indicator>().value().at(0);
    CHECK(indicator.direction == 1);
    indicator.name = "Angka melek huruf (15-59)";
    store->save(indicator).value();
    CHECK(countsOf(importTable(*store, file, {.year = 2024}, map)) == "1/0/0/0 of 1");
    CHECK(store->list<Indicator>().value().at(0).name == u"Angka melek huruf (15-59)");
    CHECK(
        countsOf(importTable(*store, file, {.year = 2024}, {{"Tidak ada", "x"}})) == "import.map");
}

TEST_CASE("Tables without provinces, numbers or clear columns are refused", "[regions]")
{
    const auto store = memoryStore();
    CHECK(countsOf(importTable(*store, "a,b\n1,2\n")) == "import.heading_missing");
    CHECK(countsOf(importTable(*store, "Aceh,1\nBali,2\n")) == "import.heading_missing");
    CHECK(countsOf(importTable(*store, "Provinsi,A\nAceh,tinggi\n")) == "import.no_numbers");
    CHECK(countsOf(importTable(*store, "Provinsi,A,a\nAceh,1,2\n")) == "import.heading_twice");
    const auto report = importTable(
        *store, "Provinsi,A,B\nAceh,1,2\nBali,-,\nRiau,3,4\nJambi,1e5,1\nCatatan: x,,\n");
    CHECK(countsOf(report) == "2/0/0/3 of 5");
    CHECK(
        issuesOf(*report) ==
        QStringList{"3 A required", "5 A digits_lost", "6 Provinsi unknown_region"});
}

TEST_CASE("The real tables of provinces are read as their descriptions say", "[regions][slow]")
{
    const QString folder = sharedFile("/data/provinsi/");
    if (!QFileInfo::exists(folder)) {
        saySkipped("real tables of provinces", "the shared data is not there");
        return;
    }
    const auto row = GENERATE(table<const char*, int, const char*, int>(
        {{"sma-2023-gabungan.csv", 0, "34/0/0/0 of 34", 19},
         {"sma-2023-indeks-pihak-ketiga.csv", 0, "34/0/0/0 of 34", 1},
         {"sma-2023-sekolah-guru-murid-bps.csv", 0, "38/0/0/4 of 42", 9},
         {"melek-aksara-15-59-2023-bps.csv", 0, "34/0/0/5 of 39", 1},
         {"sma-2023-internet-dua-kode.csv", 0, "38/0/0/2 of 40", 3},
         {"sma-2022-2023-ruang-kelas.csv", 0, "import.year_missing", 0},
         {"sma-2022-2023-ruang-kelas.csv", 2022, "34/0/0/2 of 36", 12},
         {"rls-ipm-2010-2023.csv", 0, "476/0/0/0 of 476", 1},
         {"rls-15plus-bps-2015.csv", 0, "34/0/0/5 of 39", 1},
         {"panel-ahh-rls-miskin-2015-2022.csv", 0, "272/0/0/0 of 272", 4},
         {"ipm-komponen-kabprov-2010-2018.csv", 0, "306/0/0/4635 of 4941", 5},
         {"melek-huruf-2015.csv", 0, "34/0/0/0 of 34", 1},
         {"aps-2011.csv", 0, "33/0/0/1 of 34", 4},
         {"pendidikan-2023-baris-kosong.csv", 0, "34/0/0/4 of 38", 6},
         {"klaster-sma-2023-6-indikator.csv", 0, "34/0/0/0 of 34", 6},
         {"internet-rumah-tangga-2022-bps.csv", 0, "34/0/0/5 of 39", 3},
         {"aps-2022-titik-koma-desimal-koma.csv", 0, "34/0/0/5 of 39", 3},
         {"literasi-digital-2022.csv", 0, "34/0/0/0 of 34", 1},
         {"penyelesaian-2015-2022.csv", 0, "816/0/0/120 of 936", 3},
         {"sd-2023-2024-kelayakan.csv", 2023, "38/0/0/1 of 39", 13},
         {"digital-desimal-hilang.csv", 2023, "34/0/0/0 of 34", 10},
         {"kegemaran-membaca-2024.csv", 0, "38/0/0/1 of 39", 6}}));
    const QString name = std::get<0>(row);
    CAPTURE(name);
    const auto store = memoryStore();
    IndicatorImportOptions options{.fileName = name};
    if (std::get<1>(row) > 0) options.year = std::get<1>(row);
    const auto import = indicatorImport(*store, options).value();
    const auto report = exchange::importFile(*store, folder + name, *import);
    if (report)
        INFO(issuesOf(*report)
                 .first(std::min<qsizetype>(8, issuesOf(*report).size()))
                 .join("; ")
                 .toStdString());
    CHECK(countsOf(report) == std::get<2>(row));
    CHECK(store->count(entityInfo<Indicator>()).value() == std::get<3>(row));
}
