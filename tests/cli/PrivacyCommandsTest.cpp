// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/Cli.h"
#include "tests/support/Catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>

using namespace edupro::tests;

namespace {

const QStringList store = {"--store", "s.edupro"};

const QByteArray nik = "3273015708130077";

Cli withStudents()
{
    Cli cli;
    cli.mustRun({"school", "create", "s.edupro", "--name", "SMP Contoh", "--plain"});
    cli.write(
        "students.csv",
        "NIPD;Nama;Rombel;Tanggal Lahir;JK;NIK;No KK;Alamat;Status\n"
        "kn-7731;Qwzxana Canaria;7A;2013-08-17;P;" +
            nik +
            ";3273010101010077;Jalan Kanari 77;keluar\n"
            "10002;Budi Contoh;7A;2013-01-02;L;;;;aktif\n");
    cli.write("incomes.csv", "nis;penghasilan ayah;nik ayah\nkn-7731;2512345;3273010101800077\n");
    cli.mustRun(QStringList{"import", "students", "students.csv"} + store);
    cli.mustRun(QStringList{"import", "incomes", "incomes.csv"} + store);
    cli.mustRun(
        {"import", "students", "students.csv", "--dry-run", "--store", "s.edupro"}); // reads again
    return cli;
}

/// The names of files below the program's own folders that hold one of the texts.
QStringList holding(const Cli& cli, const QString& folder, const QList<QByteArray>& texts)
{
    QStringList found;
    QDirIterator walk(cli.path(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray& text : texts)
            if (bytes.contains(text)) found.append(file.fileName() + ": " + text);
    }
    return found;
}

} // namespace

TEST_CASE("A student's dossier is written as pages and as one complete document", "[cli]")
{
    const Cli cli = withStudents();
    const auto answer = cli.mustRun(
        QStringList{"student", "dossier", nik, "--pdf", "d.pdf", "--json", "d.json"} + store);
    CHECK(answer.json().value("rows").toInt() >= 4);
    CHECK(cli.read("d.pdf").startsWith("%PDF"));
    const QByteArray document = cli.read("d.json");
    for (const QByteArray& value :
         {QByteArray("Qwzxana Canaria"), nik, QByteArray("2512345"), QByteArray("Jalan Kanari 77")})
        CHECK(document.contains(value));
    CHECK_FALSE(document.contains("Budi Contoh"));
#ifndef Q_OS_WIN
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    CHECK((QFile::permissions(cli.path("d.json")) & others) == 0);
#endif
    const auto nobody = cli.run(QStringList{"student", "dossier", "99999"} + store);
    CHECK(nobody.exit == 2); // neither --pdf nor --json
    const auto unknown =
        cli.run(QStringList{"student", "dossier", "99999", "--pdf", "x.pdf"} + store);
    CHECK(unknown.exit == 1);
    CHECK(unknown.err.contains("student.unknown"));
    CHECK_FALSE(QFile::exists(cli.path("x.pdf")));
}

TEST_CASE("An erasure is shown first, done with --yes, and leaves nothing in the file", "[cli]")
{
    const Cli cli = withStudents();
    const QStringList erase = QStringList{"student", "erase", "kn-7731", "--json"} + store;
    const QString kept = "s_before-restore_2026-01-31_120000.edupro";
    cli.write(kept, "what a restore put aside");
    const QJsonObject plan = cli.mustRun(erase).json();
    CHECK_FALSE(plan.value("erased").toBool());
    CHECK(plan.value("kept_files").toArray() == QJsonArray{kept}); // an erasure does not reach it
    CHECK(cli.read("s.edupro").contains("Qwzxana"));
    const QJsonObject done = cli.mustRun(erase + QStringList{"--yes"}).json();
    CHECK(done.value("erased").toBool());
    CHECK(done.value("events").toInt() >= 1);
    for (const QString& file : cli.files()) {
        if (!file.startsWith(QStringLiteral("s.edupro")))
            continue; // what was imported is the person's
        INFO(file.toStdString());
        for (const QByteArray& text :
             {QByteArray("Qwzxana"), nik, QByteArray("Jalan Kanari"), QByteArray("kn-7731")})
            CHECK_FALSE(cli.read(file).contains(text));
    }
    const auto again = cli.run(erase);
    CHECK(again.exit == 1);
    CHECK(again.err.contains("student.unknown"));
}

TEST_CASE("Requests and breaches have their clocks on the command line", "[cli]")
{
    const Cli cli = withStudents();
    const QString id = cli.mustRun(
                              QStringList{
                                  "privacy",
                                  "request",
                                  "10002",
                                  "--kind",
                                  "access",
                                  "--by",
                                  "Ibu Budi",
                                  "--json"} +
                              store)
                           .json()
                           .value("id")
                           .toString();
    const auto listed = [&] {
        return cli.mustRun(QStringList{"privacy", "requests", "--json"} + store)
            .json()
            .value("requests")
            .toArray();
    };
    REQUIRE(listed().size() == 1);
    CHECK(listed()[0].toObject().value("hours_left").toInt() == 71);
    CHECK_FALSE(listed()[0].toObject().value("overdue").toBool());
    const QStringList decide =
        QStringList{"privacy", "decide", id, "--state", "done", "--decision", "diserahkan"} + store;
    cli.mustRun(decide);
    CHECK(listed().isEmpty());
    CHECK(cli.run(decide).err.contains("privacy.decided"));

    const QString breach =
        cli.mustRun(
               QStringList{
                   "privacy", "breach", "--what", "Laptop dicuri", "--data", "nilai", "--json"} +
               store)
            .json()
            .value("id")
            .toString();
    CHECK(cli.run(QStringList{"privacy", "told", breach, "closed"} + store).exit == 1);
    cli.mustRun(QStringList{"privacy", "told", breach, "people-told"} + store);
    cli.mustRun(QStringList{"privacy", "told", breach, "authority-told"} + store);
    cli.mustRun(QStringList{"privacy", "told", breach, "closed"} + store);
    CHECK(cli.run(QStringList{"privacy", "told", breach, "away"} + store).exit == 2);

    const QJsonArray rules = cli.mustRun(QStringList{"privacy", "retention", "--json"} + store)
                                 .json()
                                 .value("rules")
                                 .toArray();
    CHECK(rules.size() == 4);
}

TEST_CASE("What the command line leaves behind besides the school names nobody", "[cli]")
{
    const Cli cli = withStudents();
    (void)cli.run(QStringList{"student", "dossier", nik + "9", "--pdf", "x.pdf"} + store);
    (void)cli.run(QStringList{"explain", "Qwzxana Canaria"} + store);
    (void)cli.run(QStringList{"import", "students", "incomes.csv"} + store);
    (void)cli.run(QStringList{"student", "erase", "Qwzxana Canaria"} + store);
    const QList<QByteArray> canaries = {
        "Qwzxana", "kn-7731", nik, "3273010101010077", "2512345", "3273010101800077", "Kanari"};
    for (const char* folder : {".state", ".config", ".cache"})
        CHECK(holding(cli, folder, canaries).join(", ").toStdString().empty());
    CHECK(QDir(cli.path(".state/edupro/log")).entryList({"*.jsonl"}, QDir::Files).size() == 1);
    CHECK(cli.read(".state/edupro/log/edupro-cli.jsonl").contains("student.unknown"));
}
