// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/Cli.h"
#include "tests/support/Catch.h"

#include <QJsonArray>

#include <sqlite3.h>

using namespace edupro::tests;

namespace {

/// Another program's SQL on a file.
void foreignly(const QString& path, const char* sql)
{
    sqlite3* file = nullptr;
    REQUIRE(
        sqlite3_open_v2(path.toUtf8().constData(), &file, SQLITE_OPEN_READWRITE, nullptr) ==
        SQLITE_OK);
    char* why = nullptr;
    sqlite3_exec(file, sql, nullptr, nullptr, &why);
    const std::string message = why ? why : "";
    sqlite3_free(why);
    sqlite3_close(file);
    REQUIRE(message == "");
}

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

    foreignly(
        path,
        "DROP TRIGGER edu_audit_fixed; UPDATE audit_event SET meta = replace(meta, "
        "'\"act\":\"ins', "
        "'\"act\":\"int') WHERE n = 17");
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
