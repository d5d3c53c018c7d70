// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Headings.h"

#include "tests/support/Catch.h"

#include <QHash>

using namespace edupro;
using namespace edupro::exchange;

namespace {

const QList<WantedField> wanted{
    {"nis", true}, {"name", true}, {"class", false}, {"birth_date", false}, {"gender", false}};

Error failure(const QStringList& headings, const QList<HeadingOverride>& overrides = {})
{
    const Result<HeadingMatch> match = matchHeadings(headings, wanted, overrides);
    REQUIRE_FALSE(match.has_value());
    return match.error();
}

} // namespace

TEST_CASE("Headings are found in both languages whatever their case and marks", "[exchange]")
{
    const QList<QStringList> files{
        {"nis", "nama", "kelas", "tanggal_lahir", "jenis_kelamin"},
        {"\uFEFFNIPD", " Nama Siswa ", "ROMBEL SAAT INI", "Tgl. Lahir", "JK"},
        {"Nomor Induk", "Full Name", "Class", "Date of birth", "Gender"},
        {"No. Induk", "NAME", "Rombel", "birth_date", "L/P"}};
    for (const QStringList& file : files)
        CHECK(matchHeadings(file, wanted).value().columnOf == QList<int>{0, 1, 2, 3, 4});
}

TEST_CASE("Columns may stand in any order; unknown ones are listed, unnamed ones not", "[exchange]")
{
    const auto match = matchHeadings({"Agama", "Nama", "", "NIS"}, wanted).value();
    CHECK(match.columnOf == QList<int>{3, 1, -1, -1, -1});
    CHECK(match.unmatched == QList<int>{0});
}

TEST_CASE("Every word of the vocabulary stands for one field only", "[exchange]")
{
    const QStringList fields{
        "nis",
        "name",
        "nisn",
        "nik",
        "class",
        "birth_date",
        "gender",
        "address",
        "status",
        "term",
        "academic_year",
        "subject",
        "mark",
        "effective_days",
        "present",
        "sick",
        "excused",
        "absent",
        "relation",
        "guardian",
        "amount",
        "band",
        "father_income",
        "mother_income",
        "guardian_income",
        "since",
        "title",
        "level",
        "rank",
        "date",
        "year",
        "province",
        "province_code",
        "unit",
        "code_kemendagri",
        "code_bps"};
    QHash<QString, QString> owner;
    for (const QString& field : fields) {
        REQUIRE_FALSE(synonymsOf(field).isEmpty());
        QStringList words = synonymsOf(field);
        words.removeDuplicates();
        for (const QString& word : words) {
            CAPTURE(word);
            CHECK_FALSE(owner.contains(word));
            owner.insert(word, field);
        }
    }
}

TEST_CASE("An override beats the match by itself", "[exchange]")
{
    const auto match =
        matchHeadings({"Nama", "Nama Lengkap", "Kode"}, wanted, {{"kode", "nis"}, {"Nama", "nama"}})
            .value();
    CHECK(match.columnOf == QList<int>{2, 0, -1, -1, -1});
    CHECK(match.unmatched == QList<int>{1});
    const auto left =
        matchHeadings({"Nama", "Nama Lengkap", "NIS"}, wanted, {{"Nama", ""}}).value();
    CHECK(left.columnOf == QList<int>{2, 1, -1, -1, -1});
}

TEST_CASE("Two columns for one field are an error that names both", "[exchange]")
{
    const Error byItself = failure({"NIS", "Nama", "Nama Siswa"});
    CHECK(byItself.key == "import.heading_twice");
    CHECK_THAT(byItself.detail, ContainsSubstring("\"Nama\" and \"Nama Siswa\""));
    const Error byHand = failure({"A", "B", "nama"}, {{"A", "nis"}, {"B", "nis"}});
    CHECK(byHand.key == "import.heading_twice");
    CHECK_THAT(byHand.detail, ContainsSubstring("\"A\" and \"B\""));
    CHECK(failure({"nis", "nama", "nis"}).key == "import.heading_twice");
}

TEST_CASE("A required field without a column names the headings and the way out", "[exchange]")
{
    const Error error = failure({"Kode", "Nama"});
    CHECK(error.key == "import.heading_missing");
    CHECK(error.issues.at(0).field == "nis");
    CHECK_THAT(error.detail, ContainsSubstring("\"Kode\", \"Nama\""));
    CHECK_THAT(error.detail, ContainsSubstring("--map \"Heading=nis\""));
}

TEST_CASE("An override of an unknown heading or field is refused", "[exchange]")
{
    CHECK_THAT(
        failure({"nis", "nama"}, {{"kode", "nis"}}).detail,
        ContainsSubstring("no heading \"kode\""));
    CHECK_THAT(
        failure({"nis", "nama"}, {{"nama", "colour"}}).detail,
        ContainsSubstring("no field \"colour\""));
    CHECK(parseOverride("Nama = Siswa=name").value().heading == u"Nama = Siswa");
    CHECK(parseOverride("x=").value().field.isEmpty());
    CHECK(parseOverride("name").error().key == "import.map");
    CHECK(parseOverride("=name").error().key == "import.map");
}
