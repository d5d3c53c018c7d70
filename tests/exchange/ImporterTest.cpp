// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Importer.h"

#include "core/people/Student.h"
#include "core/people/StudentImport.h"
#include "tests/support/ImportFiles.h"
#include "tests/support/Stores.h"

#include <QJsonArray>

using namespace edupro;
using namespace edupro::exchange;
using namespace edupro::tests;

namespace {

qint64 students(storage::Store& store)
{
    return store.count(entityInfo<Student>()).value();
}

/// A thousand good students and one without a name in line 501.
QByteArray almostAThousand()
{
    QByteArray file = "nis,nama\n";
    for (int i = 0; i < 1001; ++i)
        file += QByteArray::number(20000 + i) + (i == 499 ? ",\n" : ",Siswa\n");
    return file;
}

Result<ImportReport>
importStudents(storage::Store& store, const QByteArray& text, const ImportOptions& options = {})
{
    return importText(store, people::studentImport(), text, options);
}

} // namespace

TEST_CASE("A bad row among a thousand is refused, the others are stored", "[exchange]")
{
    const auto store = memoryStore();
    const auto report = importStudents(*store, almostAThousand());
    CHECK(countsOf(report) == "1000/0/0/1 of 1001");
    CHECK(issuesOf(*report) == QStringList{"501 nama required"});
    CHECK(students(*store) == 1000);
}

TEST_CASE("Under all or nothing one bad row keeps every row out", "[exchange]")
{
    const auto store = memoryStore();
    const auto report = importStudents(*store, almostAThousand(), {.strict = true});
    CHECK(countsOf(report) == "0/0/1000/1 of 1001");
    CHECK_FALSE(report->stored);
    CHECK(students(*store) == 0);
    CHECK(
        countsOf(importStudents(*store, "nis,nama\n10001,Ani\n", {.strict = true})) ==
        "1/0/0/0 of 1");
    CHECK(students(*store) == 1);
}

TEST_CASE("A dry run says what would happen and stores nothing", "[exchange]")
{
    const auto store = memoryStore();
    const auto report = importStudents(*store, almostAThousand(), {.dryRun = true});
    CHECK(countsOf(report) == "1000/0/0/1 of 1001");
    CHECK_FALSE(report->stored);
    CHECK(students(*store) == 0);
}

TEST_CASE("Rejected rows are written back with the reason beside them", "[exchange]")
{
    const auto store = memoryStore();
    const QTemporaryDir dir;
    const QString rejects = dir.filePath("rejects.csv");
    const auto report = importStudents(
        *store,
        "nis;nama;catatan\n10001;Ani;x\n12;Budi;=cmd|' /C calc'!A0\n10003;\n\"a \"b\" c\";d;e\n",
        {.rejects = rejects});
    CHECK(countsOf(report) == "1/0/0/3 of 4");
    CHECK(
        QString::fromUtf8(contentOf(rejects)) ==
        QString::fromUtf8(
            "\xEF\xBB\xBFnis;nama;catatan;row;reason\r\n"
            "12;Budi;'=cmd|' /C calc'!A0;3;nis: must have 5 to 20 characters\r\n"
            "10003;;;4;\"has 2 cells but the headings are 3; put quotes around text that holds the "
            "separator\"\r\n"
            "\"a \"\"b\"\" c\"\"\";d;e;5;\"has text behind a closing quote; write \"\"\"\" for a "
            "quote inside\"\r\n"));
    CHECK(report->unusedColumns == QStringList{"catatan"});
}

TEST_CASE("The file of rejects never overwrites the imported file", "[exchange]")
{
    const auto store = memoryStore();
    const QTemporaryDir dir;
    const QString path = dir.filePath("a.csv");
    writeFile(path, "nis,nama\n1,x\n");
    const auto import = people::studentImport();
    const auto report = importFile(*store, path, *import, {.rejects = path});
    CHECK(countsOf(report) == "import.rejects");
    CHECK(contentOf(path) == "nis,nama\n1,x\n");
    CHECK(
        countsOf(importFile(*store, path, *import, {.rejects = dir.filePath("no/x.csv")})) ==
        "export.unwritable");
}

TEST_CASE("A file broken anywhere stores nothing at all", "[exchange]")
{
    const auto store = memoryStore();
    for (const QByteArray& broken :
         {QByteArray("nis,nama\n10001,Ani\n10002,\"Budi\n"),
          QByteArray("nis,nama\n10001,Ani\n10002,é\xE9\n"),
          QByteArray("nis,nama\n10001,Ani\n10002,") + QByteArray(10'001, 'x') + "\n",
          QByteArray("nis,nama,nama siswa\n10001,Ani,Ani\n"),
          QByteArray("nis,alamat\n10001,Ani\n"),
          QByteArray("nis,nama\n"),
          QByteArray("")}) {
        const auto report = importStudents(*store, broken);
        CHECK_FALSE(report.has_value());
        CHECK(students(*store) == 0);
    }
}

TEST_CASE("Title rows above the headings and blank rows below are skipped", "[exchange]")
{
    const auto store = memoryStore();
    const auto report = importStudents(
        *store,
        "Daftar Siswa SMP 1,,\n,,\nTahun 2025,,\nNo,NIS,Nama\n1,10001,Ani\n,,\n , "
        ",\n2,10002,Ida\n,,\n");
    CHECK(countsOf(report) == "2/0/0/0 of 2");
    CHECK(report->unusedColumns == QStringList{"No"});
}

TEST_CASE("A heading can be given by hand", "[exchange]")
{
    const auto store = memoryStore();
    const QByteArray file = "Kode,Nama\n10001,Ani\n";
    CHECK(countsOf(importStudents(*store, file)) == "import.heading_missing");
    CHECK(countsOf(importStudents(*store, file, {.map = {{"Kode", "nis"}}})) == "1/0/0/0 of 1");
}

TEST_CASE("A cancelled import stores nothing and leaves the store ready", "[exchange]")
{
    const auto store = memoryStore();
    const QTemporaryDir dir;
    writeFile(dir.filePath("a.csv"), almostAThousand());
    const auto import = people::studentImport();
    double last = 0.0;
    const auto report =
        importFile(*store, dir.filePath("a.csv"), *import, {}, [&last](double fraction) {
            CHECK(fraction >= last);
            last = fraction;
            return fraction < 0.6;
        });
    CHECK(countsOf(report) == "cancelled");
    CHECK(last >= 0.6);
    CHECK(students(*store) == 0);
    CHECK(countsOf(importStudents(*store, "nis,nama\n10001,Ani\n")) == "1/0/0/0 of 1");
}

TEST_CASE("The report as JSON has the documented members", "[exchange]")
{
    const auto store = memoryStore();
    const QJsonObject json = toJson(importStudents(*store, "nis,Nama\n10001,Ani\n1,Ida\n").value());
    CHECK(json["rows"].toInt() == 2);
    CHECK(json["added"].toInt() == 1);
    CHECK(json["updated"].toInt() == 0);
    CHECK(json["unchanged"].toInt() == 0);
    CHECK(json["rejected"].toInt() == 1);
    const QJsonObject issue = json["issues"].toArray().at(0).toObject();
    CHECK(issue["row"].toInt() == 3);
    CHECK(issue["column"].toString() == u"nis");
    CHECK(issue["value"].toString() == u"1");
    CHECK(issue["rule"].toString() == u"length");
    CHECK(issue["message"].toString() == u"must have 5 to 20 characters");
}

TEST_CASE("More issues than are kept are counted", "[exchange]")
{
    ImportReport report;
    for (std::size_t i = 0; i < ImportReport::keptIssues + 5; ++i)
        report.keep({.row = 1});
    CHECK(report.issues.size() == ImportReport::keptIssues);
    CHECK(report.issuesLeftOut == 5);
}
