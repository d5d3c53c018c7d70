// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/Cli.h"
#include "tests/support/Foreignly.h"

#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace edupro::tests;

namespace {

QString demoIn(const Cli& cli)
{
    const QString path = cli.path("school.edupro");
    (void)cli.mustRun({"demo", "create", path, "--students", "30"});
    return path;
}

} // namespace

TEST_CASE("The audit of a school is whole until somebody edits it", "[cli]")
{
    const Cli cli;
    const QString path = demoIn(cli);
    const QJsonObject whole = cli.mustRun({"audit", "verify", "--store", path, "--json"}).json();
    CHECK(whole.value("holds").toBool());
    CHECK(whole.value("events").toInt() > 1000);
    const QString code = whole.value("code").toString();
    CHECK(cli.mustRun({"audit", "verify", "--store", path, "--code", code}).err.isEmpty());

    const std::string changed = foreignly(
        path,
        "DROP TRIGGER edu_audit_fixed; UPDATE audit_event SET meta = replace(meta, "
        "'\"act\":\"ins', "
        "'\"act\":\"int') WHERE n = 17");
    REQUIRE(changed.empty());
    const CliAnswer answer = cli.run({"audit", "verify", "--store", path, "--json"});
    CHECK(answer.exit == 1);
    CHECK(answer.json().value("broken").toObject().value("n").toInt() == 17);
    CHECK(answer.json().value("broken").toObject().value("fault") == "link");
    CHECK(answer.err.contains("audit.damaged"));
    CHECK(answer.err.contains("event 17"));
}

TEST_CASE("A code of another file is not in the audit, and no code is wrong usage of it", "[cli]")
{
    const Cli cli;
    const QString path = demoIn(cli);
    const CliAnswer strange =
        cli.run({"audit", "verify", "--store", path, "--code", "12-0123-4567-89AB"});
    CHECK(strange.exit == 1);
    CHECK(strange.err.contains("audit.rolled_back"));
    CHECK(
        cli.run({"audit", "verify", "--store", path, "--code", "abc"}).err.contains("audit.code"));
}

TEST_CASE("The code on a printed report is found later, and a shortened log by it", "[cli]")
{
    const Cli cli;
    const QString path = demoIn(cli);
    const QStringList store{"--store", path};
    const CliAnswer printed =
        cli.mustRun(QStringList{"report", "readiness", "--pdf", cli.path("r.pdf")} + store);
    static const QRegularExpression form(
        "Log of changes +([0-9A-Z-]+), [0-9]{4}-[0-9]{2}-[0-9]{2}");
    const QString code = form.match(QString::fromUtf8(printed.out)).captured(1);
    REQUIRE_FALSE(code.isEmpty());
    CHECK(
        cli.mustRun(QStringList{"audit", "list", "--action", "print", "--json"} + store)
            .json()
            .value("events")
            .toArray()
            .size() == 1);

    const QString tool = QStandardPaths::findExecutable("pdftotext");
    if (!tool.isEmpty()) {
        QProcess text;
        text.start(tool, {"-layout", cli.path("r.pdf"), "-"});
        REQUIRE(text.waitForFinished());
        CHECK(QString::fromUtf8(text.readAllStandardOutput()).contains(code));
    }
    // Work goes on, and the code is still there.
    cli.write("s.csv", "nis,nama\n990001,Siswa Contoh\n");
    (void)cli.mustRun(QStringList{"import", "students", cli.path("s.csv")} + store);
    CHECK(cli.mustRun(QStringList{"audit", "verify", "--code", code} + store).exit == 0);

    // Somebody cuts the end off, and this computer has forgotten what it saw.
    const std::string cut = foreignly(
        path,
        ("DROP TRIGGER edu_audit_keep; DELETE FROM audit_event WHERE n >= " +
         code.section(u'-', 0, 0) + ';')
            .toUtf8()
            .constData());
    REQUIRE(cut.empty());
    cli.forgetFiles();
    CHECK(cli.mustRun(QStringList{"audit", "verify"} + store).exit == 0); // the chain alone holds
    const CliAnswer missing = cli.run(QStringList{"audit", "verify", "--code", code} + store);
    CHECK(missing.exit == 1);
    CHECK(missing.err.contains("audit.rolled_back"));
}

TEST_CASE("An older file is read, but written only when somebody has decided", "[cli]")
{
    const Cli cli;
    const QString path = demoIn(cli);
    const QStringList store{"--store", path};
    cli.write("older", cli.read("school.edupro"));
    cli.write("s.csv", "nis,nama\n990001,Siswa Contoh\n");
    (void)cli.mustRun(QStringList{"import", "students", cli.path("s.csv")} + store);
    cli.write("school.edupro", cli.read("older"));

    const CliAnswer read =
        cli.mustRun(QStringList{"report", "readiness", "--pdf", cli.path("r.pdf")} + store);
    CHECK(read.err.contains("only for reading"));
    const CliAnswer refused = cli.run(QStringList{"import", "students", cli.path("s.csv")} + store);
    CHECK(refused.exit == 1);
    CHECK(refused.err.contains("audit.rolled_back"));
    CHECK(refused.err.contains("audit accept"));
    CHECK(cli.run(QStringList{"audit", "verify"} + store).err.contains("audit.rolled_back"));
    CHECK(cli.run(QStringList{"audit", "accept"} + store).exit == 2); // why?
    CHECK(cli.run(QStringList{"audit", "accept", "--reason", " "} + store)
              .err.contains("audit.reason"));
    (void)cli.mustRun(QStringList{"audit", "accept", "--reason", "the old disk broke"} + store);
    (void)cli.mustRun(QStringList{"import", "students", cli.path("s.csv")} + store);
    const CliAnswer verified = cli.mustRun(QStringList{"audit", "verify"} + store);
    CHECK(verified.err.contains("went on with an older copy"));
    CHECK(cli.mustRun(QStringList{"audit", "accept", "--reason", "again"} + store)
              .out.contains("Nothing to decide"));
}

TEST_CASE("The log is listed, filtered and written to a file, without any values", "[cli]")
{
    const Cli cli;
    const QString path = demoIn(cli);
    const QJsonObject newest =
        cli.mustRun({"audit", "list", "--store", path, "--limit", "5", "--json"}).json();
    const QJsonArray events = newest.value("events").toArray();
    REQUIRE(events.size() == 5);
    const QJsonObject students = cli.mustRun({"audit",
                                              "list",
                                              "--store",
                                              path,
                                              "--table",
                                              "students",
                                              "--action",
                                              "insert",
                                              "--limit",
                                              "10000",
                                              "--json"})
                                     .json();
    CHECK(students.value("events").toArray().size() >= 30);
    for (const QJsonValue& event : students.value("events").toArray())
        CHECK(event.toObject().value("table") == "students");

    const QString csv = cli.path("audit.csv");
    const QJsonObject written =
        cli.mustRun(
               {"audit", "list", "--store", path, "--table", "students", "--csv", csv, "--json"})
            .json();
    const QByteArray text = cli.read("audit.csv");
    CHECK(text.count('\n') == written.value("events").toInt() + 1);
    CHECK(text.contains("students"));
    const QJsonObject export_ =
        cli.mustRun({"audit", "list", "--store", path, "--action", "export", "--json"}).json();
    CHECK(export_.value("events").toArray().size() == 1);

    CHECK(cli.run({"audit", "list", "--store", path, "--action", "smile"}).exit == 2);
    CHECK(cli.run({"audit", "list", "--store", path, "--from", "yesterday"}).exit == 2);
    CHECK(cli.run({"audit", "list", "--store", path, "--row", "x"}).exit == 2);
}
