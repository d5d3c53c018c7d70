// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/Cli.h"
#include "tests/support/Catch.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace edupro::tests;

namespace {

const QStringList store{QStringLiteral("--store"), QStringLiteral("a.edupro")};

Cli withSchool()
{
    Cli cli;
    cli.mustRun({"school", "create", "a.edupro", "--plain", "--name", "SMP Contoh"});
    return cli;
}

QByteArray students(int rows)
{
    QByteArray csv = "nis,nama,kelas,tanggal_lahir\n";
    for (int i = 0; i < rows; ++i)
        csv += QByteArray::number(20000 + i) + ",Siswa Contoh,7A,2013-01-02\n";
    return csv;
}

/// The refusal names its key, and whatever it was left no trace in the school.
void checkRefused(const Cli& cli, const QStringList& words, const char* key)
{
    const QByteArray before = cli.read("a.edupro");
    const CliAnswer answer = cli.run(words + store);
    INFO(answer.err.toStdString());
    CHECK(answer.exit == 1);
    CHECK(answer.out.isEmpty());
    CHECK(answer.err.contains(key));
    CHECK(cli.read("a.edupro") == before);
}

} // namespace

TEST_CASE("A wrong call exits with 2 and says how to call", "[cli]")
{
    const Cli cli;
    const std::vector<QStringList> calls{
        {},
        {"nonsense"},
        {"school", "create"},
        {"school", "create", "a.edupro"},
        {"school", "create", "a.edupro", "--name"},
        {"school", "create", "a.edupro", "--nam", "X"},
        {"school", "create", "a.edupro", "b.edupro", "--name", "X"},
        {"demo", "create", "a.edupro", "--students", "many"},
        {"demo", "create", "a.edupro", "--students", "-5"},
        {"import", "students", "x.csv"},
        {"import", "teachers", "x.csv", "--store", "a.edupro"},
        {"import", "students", "x.csv", "--store", "a.edupro", "--map", "Nama"},
        {"train", "--store", "a.edupro", "--target", "tomorrow"},
        {"cluster", "--store", "a.edupro", "--k", "1"},
        {"report", "readiness", "--store", "a.edupro"}};
    for (const QStringList& call : calls) {
        INFO(call.join(u' ').toStdString());
        const CliAnswer answer = cli.run(call);
        CHECK(answer.exit == 2);
        CHECK(answer.out.isEmpty());
        CHECK_FALSE(answer.err.isEmpty());
    }
    CHECK(cli.files().isEmpty());
}

TEST_CASE("A store that cannot be used is refused by name and nothing is made", "[cli]")
{
    const Cli cli;
    cli.write("text.edupro", "nis,nama\n1,2\n");
    cli.write("empty.edupro", {});
    QDir(cli.path(".")).mkdir("folder");
    for (const auto& [file, key] : std::vector<std::pair<const char*, const char*>>{
             {"none.edupro", "store.missing"},
             {"text.edupro", "store.foreign"},
             {"empty.edupro", "store.empty"},
             {"folder", "store.directory"}}) {
        for (const QStringList& words :
             std::vector<QStringList>{{"train"}, {"predict"}, {"cluster"}, {"explain", "1"}}) {
            const CliAnswer answer =
                cli.run(words + QStringList{"--store", QString::fromLatin1(file)});
            INFO(answer.err.toStdString());
            CHECK(answer.exit == 1);
            CHECK(answer.err.contains(key));
        }
    }
    CHECK(cli.files() == QStringList{"empty.edupro", "text.edupro"});
    CHECK(cli.run({"school", "create", "no/such/a.edupro", "--plain", "--name", "X Y"})
              .err.contains("store.missing_folder"));
    CHECK(
        cli.run({"school", "create", "a.edupro", "--plain", "--name", "X Y", "--npsn", "12"})
            .exit == 1);
    CHECK(cli.files() == QStringList{"empty.edupro", "text.edupro"});
}

TEST_CASE("A damaged or newer school file is refused and left as it is", "[cli]")
{
    const Cli cli = withSchool();
    cli.write("s.csv", students(500));
    cli.mustRun(QStringList{"import", "students", "s.csv"} + store);
    const QByteArray good = cli.read("a.edupro");
    SECTION("damaged in the middle")
    {
        QByteArray bytes = good;
        bytes.replace(16384, bytes.size() - 16384, QByteArray(bytes.size() - 16384, '\x13'));
        cli.write("a.edupro", bytes);
        checkRefused(cli, {"train"}, "store.damaged");
    }
    SECTION("cut short")
    {
        cli.write("a.edupro", good.left(good.size() / 8192 * 4096));
        checkRefused(cli, {"predict"}, "store.damaged");
    }
    SECTION("newer")
    {
        QByteArray bytes = good;
        bytes[62] = 0x70;
        cli.write("a.edupro", bytes);
        checkRefused(cli, {"import", "students", "s.csv"}, "store.newer");
    }
}

TEST_CASE("A file that cannot be imported is refused by name and nothing is stored", "[cli]")
{
    const Cli cli = withSchool();
    QDir(cli.path(".")).mkdir("folder");
    cli.write("empty.csv", {});
    cli.write("heading.csv", "nis,nama\n");
    cli.write("broken.csv", "nis,nama\n10001,Ani \xC3\xA4 \xFF\xFE\n");
    cli.write("twice.csv", "NIS,Nomor Induk,Nama\n10001,10002,Ani\n");
    cli.write("wrong.csv", "alpha,beta\n1,2\n");
    cli.write("quote.csv", "nis,nama\n10001,\"Ani\n10002,Budi\n");
    checkRefused(cli, {"import", "students", "none.csv"}, "import.missing");
    checkRefused(cli, {"import", "students", "folder"}, "import.directory");
    checkRefused(cli, {"import", "students", "empty.csv"}, "import.empty");
    checkRefused(cli, {"import", "students", "heading.csv"}, "import.empty");
    checkRefused(cli, {"import", "students", "broken.csv"}, "import.encoding");
    checkRefused(cli, {"import", "students", "wrong.csv"}, "import.");
    checkRefused(cli, {"import", "students", "quote.csv"}, "import.");
    checkRefused(
        cli,
        {"import", "students", "twice.csv", "--map", "Nomor Induk=nis", "--map", "NIS=nis"},
        "import.");
}

TEST_CASE("A file of 200 MB in one line is refused at once", "[cli]")
{
    const Cli cli = withSchool();
    {
        QFile file(cli.path("huge.csv"));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.resize(200'000'000)); // sparse: costs no disk
        file.write("nis,nama");
    }
    checkRefused(cli, {"import", "students", "huge.csv"}, "import.too_big");
}

TEST_CASE(
    "One bad row among a thousand is rejected with its reason, and the others are stored", "[cli]")
{
    const Cli cli = withSchool();
    QByteArray csv = students(999);
    const QByteArray tomorrow = QDate::currentDate().addDays(1).toString(Qt::ISODate).toLatin1();
    csv += "20999,Besok Lahir,7A," + tomorrow + "\n";
    cli.write("s.csv", csv);

    // --strict: none at all, and exit 1.
    const QByteArray before = cli.read("a.edupro");
    const CliAnswer strict =
        cli.run(QStringList{"import", "students", "s.csv", "--strict", "--no-backup"} + store);
    CHECK(strict.exit == 1);
    CHECK(strict.err.contains("1001")); // the line of the file
    CHECK(cli.read("a.edupro") == before);

    // --dry-run: the same counts, nothing stored.
    const QJsonObject dry =
        cli.mustRun(QStringList{"import", "students", "s.csv", "--dry-run", "--json"} + store)
            .json();
    CHECK(dry.value("added").toInt() == 999);
    CHECK(dry.value("rejected").toInt() == 1);
    CHECK(cli.read("a.edupro") == before);

    const QJsonObject report =
        cli.mustRun(
               QStringList{"import", "students", "s.csv", "--rejects", "bad.csv", "--json"} + store)
            .json();
    CHECK(report.value("rows").toInt() == 1000);
    CHECK(report.value("added").toInt() == 999);
    CHECK(report.value("rejected").toInt() == 1);
    const QJsonObject issue = report.value("issues").toArray().at(0).toObject();
    CHECK(issue.value("row").toInt() == 1001);
    CHECK(issue.value("column") == QStringLiteral("tanggal_lahir"));
    CHECK(issue.value("rule") == QStringLiteral("past"));
    CHECK(issue.value("value").toString().toLatin1() == tomorrow);
    CHECK_FALSE(issue.value("message").toString().isEmpty());
    CHECK(cli.read("bad.csv").contains("Besok Lahir"));
    CHECK_FALSE(cli.read("bad.csv").contains("Siswa Contoh"));
}

TEST_CASE("Bad cells are named one by one", "[cli]")
{
    const Cli cli = withSchool();
    cli.write("s.csv", "nis,nama\n10001,Ani\n10001,Ani Kembar\n123,Pendek\n10003,\n");
    const QJsonObject people =
        cli.mustRun(QStringList{"import", "students", "s.csv", "--json"} + store).json();
    CHECK(people.value("added").toInt() == 1);
    CHECK(people.value("rejected").toInt() == 3);

    cli.write(
        "m.csv",
        "nis;semester;mapel;nilai\n10001;20251;IPA;101\n10001;20251;IPS;-1\n10001;20251;PAI;85,"
        "5\n10001;20253;PAI;80\n99999;20251;PAI;80\n");
    const QJsonObject marks =
        cli.mustRun(QStringList{"import", "marks", "m.csv", "--json"} + store).json();
    CHECK(marks.value("added").toInt() == 1);
    CHECK(marks.value("rejected").toInt() == 4);
    QStringList found;
    for (const QJsonValue& issue : marks.value("issues").toArray())
        found.append(
            QString::number(issue.toObject().value("row").toInt()) + u':' +
            issue.toObject().value("column").toString());
    CHECK(found.join(u' ') == QStringLiteral("2:nilai 3:nilai 5:semester 6:nis"));
}

TEST_CASE("Training, predicting and clustering without data say what is missing", "[cli]")
{
    const Cli cli = withSchool();
    checkRefused(cli, {"train"}, "train.no_terms");
    checkRefused(cli, {"predict"}, "model.none");
    checkRefused(cli, {"explain", "10001"}, "student.unknown");
    checkRefused(cli, {"cluster"}, "cluster.");
}

TEST_CASE("A refusal does not repeat whom it was asked about", "[cli][secrecy]")
{
    const Cli cli = withSchool();
    cli.write("s.csv", "nis,nama\n10001,Ani Contoh\n10002,Budi Contoh\n");
    cli.mustRun(QStringList{"import", "students", "s.csv"} + store);
    for (const QStringList& words : std::vector<QStringList>{
             {"explain", "Contoh"},
             {"explain", "99999"},
             {"student", "dossier", "99999", "--json", "x.json"},
             {"student", "erase", "99999"},
             {"privacy", "request", "99999", "--kind", "access", "--by", "Wali"}}) {
        const CliAnswer answer = cli.run(words + store);
        INFO(answer.err.toStdString());
        CHECK(answer.exit == 1);
        CHECK(answer.err.contains("student."));
        CHECK_FALSE(answer.err.contains("Contoh"));
        CHECK_FALSE(answer.err.contains("99999"));
    }
}
