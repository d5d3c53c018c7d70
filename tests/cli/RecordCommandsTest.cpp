// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Entities.h"
#include "tests/cli/Cli.h"
#include "tests/support/Catch.h"

#include <QJsonArray>

using namespace edupro;
using namespace edupro::tests;

namespace {

const QStringList inStore{"--store", "s.edupro"};
const QStringList asJson{"--store", "s.edupro", "--json"};

Cli withSchool()
{
    Cli cli;
    cli.mustRun({"school", "create", "s.edupro", "--name", "Sekolah Contoh", "--plain"});
    return cli;
}

QJsonObject mustGive(const Cli& cli, const QStringList& words, const QByteArray& input = {})
{
    return cli.mustRun(words + asJson, input).json();
}

/// What the command says when it refuses, for `exit` 1, or is called wrongly.
QByteArray refusal(const Cli& cli, const QStringList& words, int exit = 1)
{
    const CliAnswer answer = cli.run(words + inStore);
    CHECK(answer.exit == exit);
    CHECK(answer.out.isEmpty());
    return answer.err;
}

qint64 rowsOf(const Cli& cli, const char* table)
{
    return mustGive(cli, {"list", table}).value("total").toInteger(-1);
}

} // namespace

TEST_CASE("Every table can be listed", "[cli]")
{
    const Cli cli = withSchool();
    for (const EntityInfo* entity : allEntities()) {
        const QJsonObject list = mustGive(cli, {"list", entity->table});
        CHECK(list.value("table") == entity->table);
        CHECK(list.value("rows").toArray().size() == list.value("total").toInteger(-1));
    }
    CHECK(rowsOf(cli, "terms") == 2);
}

TEST_CASE("A row is added, shown, changed, removed and brought back by its names", "[cli]")
{
    const Cli cli = withSchool();
    cli.mustRun(QStringList{"add", "students", "nis=10001", "name=Contoh Satu"} + inStore);
    const QString year = mustGive(cli, {"list", "academic_years"})
                             .value("rows")
                             .toArray()
                             .at(0)
                             .toObject()
                             .value("start_year")
                             .toVariant()
                             .toString();
    cli.mustRun(
        QStringList{"add", "class_groups", "academic_year_id=" + year, "name=7A"} + inStore);
    cli.mustRun(
        QStringList{
            "add",
            "enrolments",
            "student_id=10001",
            "class_group_id=" + year + "/7A",
            "starts_on=" + year + "-07-14"} +
        inStore);
    const QByteArray list = cli.mustRun(QStringList{"list", "enrolments"} + inStore).out;
    CHECK(list.contains("10001"));
    CHECK(list.contains("7A")); // names, not identities

    const QJsonObject set =
        mustGive(cli, {"set", "students", "10001", "name=Contoh Dua", "gender=P"});
    CHECK(set.value("outcome") == "updated");
    const QJsonObject shown = mustGive(cli, {"show", "students", "10001"});
    CHECK(shown.value("version") == 2);
    CHECK(shown.value("values").toObject().value("name") == "Contoh Dua");
    CHECK(shown.value("values").toObject().value("gender") == "P");
    const QJsonObject cleared = mustGive(cli, {"set", "students", "10001", "gender="});
    CHECK_FALSE(cleared.value("values").toObject().contains("gender"));
    CHECK(
        mustGive(cli, {"set", "students", "10001", "name=Contoh Dua"}).value("outcome") ==
        "unchanged");

    CHECK(refusal(cli, {"remove", "students", "10001"}).contains("store.referred"));
    const QString id =
        mustGive(cli, {"remove", "students", "10001", "--even-used"}).value("id").toString();
    CHECK(rowsOf(cli, "students") == 0);
    CHECK(refusal(cli, {"show", "students", "10001"}).contains("record.unknown"));
    cli.mustRun(QStringList{"restore", "students", id} + inStore);
    CHECK(rowsOf(cli, "students") == 1);
    CHECK(refusal(cli, {"restore", "students", id}).contains("store.no_row"));
}

TEST_CASE("A list is narrowed by what rows say", "[cli]")
{
    const Cli cli = withSchool();
    for (const char* nis : {"10001", "10002", "10003"})
        cli.mustRun(
            QStringList{
                "add",
                "students",
                QStringLiteral("nis=") + nis,
                "name=Contoh",
                QStringLiteral("gender=") + (nis[4] == '2' ? "L" : "P")} +
            inStore);
    const auto total = [&](const QStringList& where) {
        return mustGive(cli, QStringList{"list", "students"} + where).value("total").toInt(-1);
    };
    CHECK(total({"--where", "gender=P"}) == 2);
    CHECK(total({"--where", "gender=P", "--where", "nis=10003"}) == 1);
    CHECK(total({"--where", "gender="}) == 0);
    CHECK(total({"--where", "nisn="}) == 3);
    const CliAnswer two = cli.mustRun(QStringList{"list", "students", "--limit", "2"} + inStore);
    CHECK(two.out.count("Contoh") == 2);
    CHECK(two.err.contains("the first 2 of 3"));
    CHECK(refusal(cli, {"list", "students", "--where", "nik=1"}, 2).contains("sealed"));
}

TEST_CASE(
    "Values come from a file or standard input, too, and stay out of the list of commands", "[cli]")
{
    const Cli cli = withSchool();
    cli.write("one.json", R"({"nis": "10001", "name": "Contoh Satu", "nisn": null})");
    cli.mustRun(QStringList{"add", "students", "--values", "one.json"} + inStore);
    mustGive(
        cli,
        {"set", "students", "10001", "gender=L", "--values", "-"},
        R"({"nik": "3201010101100001"})");
    const QJsonObject masked = mustGive(cli, {"show", "students", "10001"});
    CHECK(masked.value("values").toObject().value("gender") == "L");
    CHECK(masked.value("values").toObject().value("nik").toString().endsWith("001"));
    CHECK_FALSE(masked.value("values").toObject().value("nik").toString().contains("320101"));
    const auto reads = [&] {
        return mustGive(cli, {"audit", "list", "--action", "read_masked"})
            .value("events")
            .toArray()
            .size();
    };
    CHECK(reads() == 0);
    const QJsonObject whole = mustGive(cli, {"show", "students", "10001", "--sealed"});
    CHECK(whole.value("values").toObject().value("nik") == "3201010101100001");
    CHECK(reads() == 1);

    for (const char* bad : {"", "[]", "{", "{\"nis\": {}}", "\xff\xfe"}) {
        cli.write("bad.json", bad);
        CHECK(refusal(cli, {"add", "students", "--values", "bad.json"}, 2).contains("--values"));
    }
    CHECK(refusal(cli, {"add", "students", "--values", "none.json"}, 2).contains("--values"));
    CHECK(rowsOf(cli, "students") == 1);
}

TEST_CASE("What a row refuses is told for each column, and nothing is written", "[cli]")
{
    const Cli cli = withSchool();
    const QByteArray faults = refusal(
        cli,
        {"add",
         "students",
         "nis=1",
         "name=",
         "gender=Q",
         "birth_date=2999-01-01",
         "nisn=123456789"});
    for (const char* fault :
         {"nis: length", "name: required", "gender: choice", "birth_date: past", "nisn: pattern"}) {
        INFO(faults.toStdString());
        CHECK(faults.contains(fault));
    }
    const QByteArray unread =
        refusal(cli, {"add", "students", "nis=10001", "birth_date=1/2/2010", "hobby=chess"});
    CHECK(unread.contains("birth_date: date"));
    CHECK(unread.contains("hobby: column"));
    CHECK(refusal(cli, {"add", "students", "nis"}, 2).contains("COLUMN=VALUE"));
    CHECK(refusal(cli, {"add", "pupils", "nis=1"}).contains("record.no_table"));
    CHECK(refusal(cli, {"set", "students", "10001"}, 2).contains("COLUMN=VALUE"));
    CHECK(rowsOf(cli, "students") == 0);

    cli.mustRun(QStringList{"add", "students", "nis=10001", "name=Contoh"} + inStore);
    CHECK(refusal(cli, {"add", "students", "nis=10001", "name=Contoh"}).contains("nis: unique"));
}

TEST_CASE("A fact is added once and stays whose it is", "[cli]")
{
    const Cli cli = withSchool();
    for (const char* nis : {"10001", "10002"})
        cli.mustRun(
            QStringList{"add", "students", QStringLiteral("nis=") + nis, "name=Contoh"} + inStore);
    cli.mustRun(QStringList{"add", "subjects", "name=Matematika", "passing_mark=70,5"} + inStore);
    const QString term = mustGive(cli, {"list", "terms"})
                             .value("rows")
                             .toArray()
                             .at(0)
                             .toObject()
                             .value("code")
                             .toString();
    const QStringList mark{
        "add",
        "final_marks",
        "student_id=10001",
        "subject_id=Matematika",
        "term_id=" + term,
        "mark=88"};
    const QString id = mustGive(cli, mark).value("id").toString();
    CHECK(refusal(cli, mark).contains("record.exists"));
    const QByteArray moved = refusal(cli, {"set", "final_marks", id, "student_id=10002"});
    CHECK(moved.contains("record.identity"));
    CHECK(moved.contains("student_id: identity"));
    CHECK(refusal(cli, {"set", "final_marks", id, "mark=100,5"}).contains("mark: range"));
    cli.mustRun(QStringList{"set", "final_marks", id, "mark=100"} + inStore);
    CHECK(
        mustGive(cli, {"show", "final_marks", id}).value("values").toObject().value("mark") == 100);
}

TEST_CASE("Tables whose rows are more than their values are written by their own commands", "[cli]")
{
    const Cli cli = withSchool();
    for (const char* table :
         {"users",
          "sessions",
          "attendance_sessions",
          "attendance_days",
          "erasures",
          "breaches",
          "privacy_requests",
          "model_versions",
          "predictions",
          "cluster_assignments"}) {
        CHECK(refusal(cli, {"add", table, "name=x"}).contains("record.own_commands"));
        CHECK(refusal(cli, {"remove", table, "x"}).contains("record.own_commands"));
    }
}

TEST_CASE("A mark goes through the action of marks, so that the final mark follows", "[cli]")
{
    const Cli cli = withSchool();
    const QString term = mustGive(cli, {"list", "terms"})
                             .value("rows")
                             .toArray()
                             .at(0)
                             .toObject()
                             .value("code")
                             .toString();
    const QString year = term.left(4);
    for (const QStringList& row : std::vector<QStringList>{
             {"students", "nis=10001", "name=Contoh Satu"},
             {"students", "nis=10002", "name=Contoh Dua"},
             {"subjects", "name=Matematika"},
             {"class_groups", "academic_year_id=" + year, "name=7A"},
             {"enrolments",
              "student_id=10001",
              "class_group_id=7A",
              "starts_on=" + year + "-07-14"}})
        cli.mustRun(QStringList{"add"} + row + inStore);
    QStringList tests;
    for (const char* kind : {"material", "end_of_term"})
        tests.append(mustGive(
                         cli,
                         {"add",
                          "assessments",
                          "class_group_id=7A",
                          "subject_id=Matematika",
                          "term_id=" + term,
                          QStringLiteral("kind=") + kind,
                          QStringLiteral("title=") + kind,
                          "position=1"})
                         .value("id")
                         .toString());
    for (const QString& test : tests)
        cli.mustRun(
            QStringList{"add", "marks", "student_id=10001", "assessment_id=" + test, "value=80"} +
            inStore);
    const auto finalMark = [&] {
        return mustGive(cli, {"list", "final_marks"})
            .value("rows")
            .toArray()
            .at(0)
            .toObject()
            .value("mark");
    };
    CHECK(finalMark() == 80);
    const QStringList other{
        "add", "marks", "student_id=10002", "assessment_id=" + tests[0], "value=80"};
    CHECK(refusal(cli, other).contains("not_enrolled"));
    CHECK(refusal(
              cli, {"add", "marks", "student_id=10002", "assessment_id=" + tests[0], "value=100,5"})
              .contains("value: range"));
}
