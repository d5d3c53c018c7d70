// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/Cli.h"
#include "tests/support/Catch.h"

#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace edupro::tests;

namespace {

const QByteArray adminPassword = "tanjung-42-biru";
const QStringList store{QStringLiteral("--store"), QStringLiteral("a.edupro")};

QStringList as(const char* login)
{
    return store + QStringList{
                       QStringLiteral("--user"),
                       QString::fromLatin1(login),
                       QStringLiteral("--password-stdin")};
}

QByteArray lines(std::initializer_list<QByteArray> all)
{
    return QByteArrayList(all).join('\n') + '\n';
}

QJsonObject createSchool(const Cli& cli, const QStringList& more = {})
{
    return cli
        .mustRun(
            QStringList{
                "school", "create", "a.edupro", "--name", "SMP Uji", "--password-stdin", "--json"} +
                more,
            lines({adminPassword}))
        .json();
}

/// The code of the term that students imported today go into.
QByteArray termOfToday()
{
    const QDate today = QDate::currentDate();
    return today.month() >= 7 ? QByteArray::number(today.year()) + '1'
                              : QByteArray::number(today.year() - 1) + '2';
}

/// A file of marks in mathematics of two students.
QByteArray marks(int first, int second)
{
    const QByteArray middle = ';' + termOfToday() + ";Matematika;";
    return "nis;semester;mapel;nilai\n20001" + middle + QByteArray::number(first) + "\n20002" +
           middle + QByteArray::number(second) + '\n';
}

/// Adds a person, who chooses the password "<login>-pohon-77".
QByteArray addPerson(const Cli& cli, const char* login, const char* roles)
{
    const QString name = QString::fromLatin1(login);
    const QJsonObject added = cli.mustRun(
                                     QStringList{
                                         "user",
                                         "add",
                                         name,
                                         "--name",
                                         "Orang Uji",
                                         "--roles",
                                         QString::fromLatin1(roles),
                                         "--json"} +
                                         as("admin"),
                                     lines({adminPassword}))
                                  .json();
    const QByteArray oneTime = added.value("one_time_password").toString().toUtf8();
    REQUIRE_FALSE(oneTime.isEmpty());
    const QByteArray chosen = "kuda-laut-" + QByteArray::number(qHash(name) % 90000 + 10000);
    cli.mustRun(QStringList{"password", "change"} + as(login), lines({oneTime, chosen}));
    return chosen;
}

void checkDenied(const CliAnswer& answer, const char* key)
{
    INFO(answer.err.toStdString());
    CHECK(answer.exit == 1);
    CHECK(answer.err.contains(key));
    CHECK(answer.out.isEmpty());
}

} // namespace

TEST_CASE("A new school is encrypted, and without a password nothing is made", "[cli]")
{
    const Cli cli;
    const CliAnswer none = cli.run({"school", "create", "a.edupro", "--name", "SMP Uji"});
    checkDenied(none, "password.none");
    CHECK(none.err.contains("--plain"));
    checkDenied(
        cli.run(
            {"school", "create", "a.edupro", "--name", "SMP Uji", "--password-stdin"}, "rahasia\n"),
        "password.weak");
    CHECK(cli.files().isEmpty());

    const QJsonObject made = createSchool(cli);
    CHECK(made.value("admin") == QStringLiteral("admin"));
    static const QRegularExpression code(QStringLiteral("\\A([0-9A-Z]{4}-){6}[0-9A-Z]{4}\\z"));
    CHECK(code.match(made.value("recovery_code").toString()).hasMatch());
    CHECK(cli.read("a.edupro").startsWith(QByteArray("EDUPRO1\0", 8)));
    CHECK_FALSE(cli.read("a.edupro").contains("SMP Uji"));
    CHECK(cli.files().contains("a.edupro-keys"));
    CHECK_FALSE(cli.read("a.edupro-keys").contains(adminPassword));

    checkDenied(cli.run(QStringList{"user", "list"} + store), "password.none");
    checkDenied(
        cli.run(QStringList{"user", "list"} + as("admin"), "salah-sekali-9\n"), "key.wrong");
    checkDenied(
        cli.run(QStringList{"user", "list"} + as("orang"), "salah-sekali-9\n"), "key.wrong");
    const QJsonObject list =
        cli.mustRun(QStringList{"user", "list", "--json"} + as("admin"), lines({adminPassword}))
            .json();
    CHECK(list.value("users").toArray().size() == 1);
    // A second school never takes the place of the first.
    checkDenied(
        cli.run(
            {"school", "create", "a.edupro", "--name", "SMP Lain", "--password-stdin"},
            lines({adminPassword})),
        "store.exists");
}

TEST_CASE("The password may come from a file, and the example school asks for none", "[cli]")
{
    const Cli cli;
    cli.mustRun({"demo", "create", "demo.edupro", "--students", "60"});
    CHECK(cli.read("demo.edupro").startsWith("SQLite format 3"));
    cli.write("pw.txt", lines({adminPassword}));
    qputenv("EDUPRO_TEST_PASSWORD_FILE", QFile::encodeName(cli.path("pw.txt")));
    cli.mustRun({"school", "create", "a.edupro", "--name", "SMP Uji"});
    cli.mustRun(QStringList{"user", "list"} + store);
    cli.mustRun({"demo", "create", "kunci.edupro", "--students", "60"});
    CHECK(cli.read("kunci.edupro").startsWith("EDUPRO1"));
    cli.mustRun({"demo", "create", "polos.edupro", "--students", "60", "--plain"});
    CHECK(cli.read("polos.edupro").startsWith("SQLite format 3"));
    qunsetenv("EDUPRO_TEST_PASSWORD_FILE");
}

TEST_CASE("A one-time password opens nothing but the choice of another", "[cli]")
{
    const Cli cli;
    createSchool(cli);
    const QJsonObject added =
        cli.mustRun(
               QStringList{
                   "user", "add", "guru", "--name", "Bu Guru", "--roles", "teacher", "--json"} +
                   as("admin"),
               lines({adminPassword}))
            .json();
    const QByteArray oneTime = added.value("one_time_password").toString().toUtf8();
    checkDenied(
        cli.run(QStringList{"user", "list"} + as("guru"), lines({oneTime})), "access.password");
    checkDenied(
        cli.run(QStringList{"password", "change"} + as("guru"), lines({oneTime, "guruguru12"})),
        "password.weak");
    cli.mustRun(QStringList{"password", "change"} + as("guru"), lines({oneTime, "pohon-jati-77"}));
    checkDenied(cli.run(QStringList{"user", "list"} + as("guru"), lines({oneTime})), "key.wrong");
    const QJsonObject list =
        cli.mustRun(QStringList{"user", "list", "--json"} + as("guru"), lines({"pohon-jati-77"}))
            .json();
    CHECK(list.value("users").toArray().size() == 1); // themselves
    cli.mustRun(QStringList{"user", "disable", "guru"} + as("admin"), lines({adminPassword}));
    checkDenied(
        cli.run(QStringList{"user", "list"} + as("guru"), lines({"pohon-jati-77"})), "key.wrong");
    checkDenied(
        cli.run(QStringList{"user", "disable", "admin"} + as("admin"), lines({adminPassword})),
        "user.last_admin");
}

TEST_CASE("The recovery code gives the administrator a new password once", "[cli]")
{
    const Cli cli;
    const QByteArray code = createSchool(cli).value("recovery_code").toString().toUtf8();
    const QStringList recover = QStringList{"password", "recover", "--json"} + as("admin");
    checkDenied(cli.run(recover, lines({"0000-0000", "bulan-sabit-31"})), "key.code");
    const QJsonObject recovered = cli.mustRun(recover, lines({code, "bulan-sabit-31"})).json();
    CHECK(recovered.value("login") == QStringLiteral("admin"));
    CHECK(recovered.value("recovery_code").toString().toUtf8() != code);
    checkDenied(
        cli.run(QStringList{"user", "list"} + as("admin"), lines({adminPassword})), "key.wrong");
    cli.mustRun(QStringList{"user", "list"} + as("admin"), lines({"bulan-sabit-31"}));
    checkDenied(cli.run(recover, lines({code, "bulan-sabit-32"})), "key.wrong");
}

TEST_CASE("The command line refuses what the role may not do", "[cli]")
{
    const Cli cli;
    createSchool(cli, {"--plain", "--admin", "admin"});
    const QByteArray admin = lines({adminPassword});
    cli.write("s.csv", "nis,nama,kelas\n20001,Siswa Satu,7A\n20002,Siswa Dua,7B\n");
    cli.mustRun(QStringList{"import", "students", "s.csv"} + as("admin"), admin);
    cli.write("m.csv", marks(80, 70));
    const QByteArray teacher = lines({addPerson(cli, "guru", "teacher")});
    const QByteArray staff = lines({addPerson(cli, "tata", "staff")});
    const QByteArray principal = lines({addPerson(cli, "kepala", "principal")});

    cli.mustRun(QStringList{"import", "marks", "m.csv"} + as("admin"), admin);
    cli.write("m.csv", marks(81, 71));
    checkDenied(
        cli.run(QStringList{"import", "marks", "m.csv"} + as("admin"), admin), "access.reason");
    cli.mustRun(
        QStringList{"import", "marks", "m.csv", "--reason", "salah ketik"} + as("admin"), admin);

    checkDenied(cli.run(QStringList{"import", "marks", "m.csv"} + as("tata"), staff), "access.");
    checkDenied(
        cli.run(QStringList{"import", "marks", "m.csv"} + as("kepala"), principal), "access.");
    for (const auto& [login, password] :
         {std::pair("guru", teacher), std::pair("tata", staff), std::pair("kepala", principal)}) {
        checkDenied(cli.run(QStringList{"sql", "SELECT 1"} + as(login), password), "access.denied");
        checkDenied(
            cli.run(
                QStringList{"user", "add", "lagi", "--name", "Lagi", "--roles", "admin"} +
                    as(login),
                password),
            "access.denied");
    }

    cli.mustRun(QStringList{"user", "teaches", "guru", "7A", "Matematika"} + as("admin"), admin);
    cli.write("m.csv", marks(90, 91));
    const QJsonObject imported =
        cli.mustRun(QStringList{"import", "marks", "m.csv", "--json"} + as("guru"), teacher).json();
    CHECK(imported.value("updated").toInt() == 1);
    CHECK(imported.value("rejected").toInt() == 1); // 20002 is in another class
    const CliAnswer stored = cli.mustRun(
        QStringList{"sql", "SELECT mark FROM final_marks ORDER BY mark", "--json"} + as("admin"),
        admin);
    const QJsonArray rows = QJsonDocument::fromJson(stored.out).array();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].toObject().value("mark").toDouble() == 71);
    CHECK(rows[1].toObject().value("mark").toDouble() == 90);
}

TEST_CASE("SQL reads columns in order and writes nothing", "[cli]")
{
    const Cli cli;
    cli.mustRun({"demo", "create", "a.edupro", "--students", "60"});
    const QByteArray before = cli.read("a.edupro");
    const CliAnswer answer = cli.mustRun(
        QStringList{
            "sql",
            "SELECT status, nis, 1.5 AS half, NULL AS missing, 9007199254740993 AS big, nis FROM "
            "siswa ORDER BY nis LIMIT 2;  -- the first two",
            "--json"} +
        store);
    CHECK(answer.out.contains("\"big\": 9007199254740993"));
    CHECK(answer.out.indexOf("\"status\"") < answer.out.indexOf("\"nis\""));
    CHECK(answer.out.indexOf("\"nis\"") < answer.out.indexOf("\"half\""));
    const QJsonArray rows = QJsonDocument::fromJson(answer.out).array();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].toObject().value("half").toDouble() == 1.5);
    CHECK(rows[0].toObject().value("missing").isNull());
    CHECK(rows[0].toObject().value("nis") == rows[0].toObject().value("nis_2"));
    const CliAnswer table =
        cli.mustRun(QStringList{"sql", "SELECT COUNT(*) AS n FROM nilai_raport"} + store);
    CHECK(table.out.split('\n').size() == 4); // heading, rule, figure, end
    CHECK(QJsonDocument::fromJson(
              cli.mustRun(QStringList{"sql", "SELECT 1 WHERE 0", "--json"} + store).out)
              .array()
              .isEmpty());

    for (const char* statement :
         {"DELETE FROM students",
          "UPDATE students SET name = 'x'",
          "INSERT INTO terms SELECT * FROM terms",
          "DROP TABLE students",
          "CREATE TABLE x (y)",
          "CREATE TEMP TABLE x (y)",
          "ATTACH 'b.edupro' AS b",
          "PRAGMA journal_mode=DELETE",
          "PRAGMA user_version=9",
          "PRAGMA query_only=0",
          "VACUUM",
          "BEGIN",
          "WITH x AS (SELECT 1) DELETE FROM students",
          "SELECT load_extension('x')"}) {
        INFO(statement);
        checkDenied(cli.run(QStringList{"sql", statement} + store), "sql.write");
    }
    checkDenied(cli.run(QStringList{"sql", "SELECT 1; SELECT 2"} + store), "sql.several");
    checkDenied(cli.run(QStringList{"sql", "SELECT 1; DROP TABLE students"} + store), "sql.");
    checkDenied(cli.run(QStringList{"sql", ""} + store), "sql.several");
    checkDenied(cli.run(QStringList{"sql", "SELEC 1"} + store), "sql.syntax");
    CHECK_FALSE(QFile::exists(cli.path("b.edupro")));
    const CliAnswer count = cli.mustRun(
        QStringList{"sql", "SELECT (SELECT COUNT(*) FROM students) AS n", "--json"} + store);
    CHECK(QJsonDocument::fromJson(count.out).array()[0].toObject().value("n").toInt() > 0);
}
