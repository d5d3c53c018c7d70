// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/Cli.h"
#include "tests/support/Catch.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace edupro::tests;

namespace {

constexpr qsizetype pageSize = 4096;
const QByteArray adminPassword = "tanjung-42-biru\n";
const QStringList store{"--store", "a.edupro"};
const QStringList signedIn = store + QStringList{"--password-stdin"};

QString findingOf(const QJsonObject& document, const QString& what)
{
    for (const QJsonValue& one : document.value("examined").toArray()) {
        if (one["what"].toString() == what) return one["finding"].toString();
    }
    return QStringLiteral("not examined");
}

/// A school with a backup.
void create(const Cli& cli, bool encrypted)
{
    const QStringList make{"school", "create", "a.edupro", "--name", "SMP Uji"};
    cli.mustRun(make + QStringList{encrypted ? "--password-stdin" : "--plain"}, adminPassword);
    cli.write("nis.csv", "NIPD;Nama;Rombel;JK\n10001;Budi Contoh;7A;L\n");
    cli.mustRun(QStringList{"import", "students", "nis.csv"} + signedIn, adminPassword);
    cli.mustRun(QStringList{"backup", "create"} + signedIn, adminPassword);
}

} // namespace

TEST_CASE("The doctor calls a healthy school so, and names what it looked at", "[cli][backup]")
{
    const Cli cli;
    const bool encrypted = GENERATE(true, false);
    create(cli, encrypted);
    const QByteArray before = cli.read("a.edupro");
    const QStringList doctor = QStringList{"doctor", "--json"} + signedIn;
    const QJsonObject document = cli.mustRun(doctor, adminPassword).json();
    for (const char* what :
         {"file",
          "permissions",
          "side-files",
          "log",
          "backups",
          "open",
          "schema",
          "pages",
          "check",
          "references",
          "triggers",
          "audit",
          "clock"}) {
        INFO(what);
        CHECK(findingOf(document, what) == "fine");
    }
    CHECK(findingOf(document, "key-file") == (encrypted ? "fine" : "not examined"));
    CHECK(cli.read("a.edupro") == before);
    const QJsonObject outside = cli.mustRun(QStringList{"doctor", "--json"} + store).json();
    CHECK(findingOf(outside, "open") == (encrypted ? "skipped" : "fine"));
    if (!encrypted) return;
    const CliAnswer wrong = cli.run(doctor, "salah-sekali-77\n");
    CHECK(wrong.exit == 1);
    CHECK(wrong.out.contains("key.wrong"));
}

TEST_CASE("A damaged school is called bad, and rescued into another file", "[cli][backup]")
{
    const Cli cli;
    const bool encrypted = GENERATE(true, false);
    create(cli, encrypted);
    QByteArray bytes = cli.read("a.edupro");
    // A page in the middle: some table's or index's.
    bytes.replace(60 * pageSize, pageSize, QByteArray(pageSize, '\x5A'));
    cli.write("a.edupro", bytes);
    const CliAnswer bad = cli.run(QStringList{"doctor"} + signedIn, adminPassword);
    INFO(bad.out.toStdString() << bad.err.toStdString());
    CHECK(bad.exit == 1);
    CHECK(bad.err.contains("[doctor.bad]"));
    CHECK(bad.err.contains("--repair"));
    CHECK(bad.out.contains("bad "));

    const QStringList repair{"doctor", "--json", "--repair", "b.edupro"};
    const QJsonObject document = cli.mustRun(repair + signedIn, adminPassword).json();
    CHECK(document.value("worst") == "bad");
    CHECK(document.value("rescued").toArray().size() > 20);
    CHECK(cli.read("a.edupro") == bytes);
    const QJsonObject rescued =
        cli.mustRun({"doctor", "--json", "--store", "b.edupro", "--password-stdin"}, adminPassword)
            .json();
    CHECK(rescued.value("worst") != "bad");
    cli.mustRun(
        {"sql", "SELECT COUNT(*) FROM schools", "--store", "b.edupro", "--password-stdin"},
        adminPassword);
    const CliAnswer again = cli.run(repair + signedIn, adminPassword);
    CHECK(again.exit == 1);
    CHECK(again.err.contains("[store.exists]"));
}

TEST_CASE("The doctor answers for files that are none", "[cli][backup]")
{
    const Cli cli;
    cli.write("text.edupro", QByteArray("no school\n").repeated(1000));
    cli.write("empty.edupro", {});
    for (const char* name : {"none.edupro", "text.edupro", "empty.edupro"}) {
        const CliAnswer answer = cli.run({"doctor", "--store", name, "--json"});
        INFO(name << answer.err.toStdString());
        CHECK(answer.exit == 1);
        CHECK(answer.err.contains("[doctor.bad]"));
        CHECK(findingOf(answer.json(), "file") == "bad");
    }
    CHECK(cli.files() == QStringList{"empty.edupro", "text.edupro"});
    CHECK(cli.run({"doctor"}).exit == 2);
}
