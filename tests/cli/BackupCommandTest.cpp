// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/Cli.h"
#include "tests/support/Catch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

using namespace edupro::tests;

namespace {

const QByteArray adminPassword = "tanjung-42-biru\n";
const QStringList store{"--store", "a.edupro"};
const QStringList signedIn = store + QStringList{"--password-stdin"};

void createEncrypted(const Cli& cli, const char* file = "a.edupro")
{
    cli.mustRun({"school", "create", file, "--name", "SMP Uji", "--password-stdin"}, adminPassword);
}

void createPlain(const Cli& cli, const char* file = "a.edupro")
{
    cli.mustRun({"school", "create", file, "--name", "SMP Uji", "--plain"});
}

/// Backs a.edupro up; answers the path of the backup.
QString backUp(const Cli& cli, const QByteArray& password = adminPassword)
{
    const QStringList words = QStringList{"backup", "create", "--json"} + signedIn;
    return cli.mustRun(words, password).json().value("file").toString();
}

void checkRefused(const CliAnswer& answer, const QByteArray& key)
{
    INFO(answer.err.toStdString());
    CHECK(answer.exit == 1);
    CHECK(answer.err.contains('[' + key + ']'));
    CHECK(answer.err.contains("What to do: "));
}

QStringList keptFiles(const Cli& cli)
{
    return cli.files().filter("_before-restore_").filter(QRegularExpression("\\.edupro$"));
}

/// Adds a person who has chosen the password "kuda-laut-4711".
const QByteArray theirPassword = "kuda-laut-4711\n";
void addPerson(const Cli& cli, const QString& login, const QString& roles)
{
    const QStringList add{"user", "add", login, "--name", "Orang", "--roles", roles, "--json"};
    const QByteArray oneTime = cli.mustRun(add + signedIn, adminPassword)
                                   .json()
                                   .value("one_time_password")
                                   .toString()
                                   .toUtf8();
    cli.mustRun(
        QStringList{"password", "change", "--user", login} + signedIn,
        oneTime + '\n' + theirPassword);
}

} // namespace

TEST_CASE("A school is backed up, listed, verified and restored by commands", "[cli][backup]")
{
    const Cli cli;
    const bool encrypted = GENERATE(true, false);
    encrypted ? createEncrypted(cli) : createPlain(cli);
    const QByteArray password = encrypted ? adminPassword : QByteArray();
    const QString backup = backUp(cli, password);
    CHECK(QFile::exists(cli.path(backup)));

    const QJsonObject list = cli.mustRun(QStringList{"backup", "list", "--json"} + store).json();
    REQUIRE(list.value("backups").toArray().size() == 1);
    CHECK(list.value("backups")[0].toObject().value("encrypted").toBool() == encrypted);
    CHECK(list.value("unreadable").toArray().isEmpty());

    const QJsonObject verified =
        cli.mustRun(QStringList{"backup", "verify", backup, "--json"} + signedIn, password).json();
    CHECK(verified.value("opened").toBool());
    CHECK(verified.value("rows").toObject().value("schools") == 1);
    CHECK(verified.contains("key") == encrypted);
    const QJsonObject unopened = cli.mustRun({"backup", "verify", backup, "--json"}).json();
    CHECK(unopened.value("opened").toBool() == !encrypted);

    cli.write("nis.csv", "NIPD;Nama;Rombel;JK\n10001;Budi Contoh;7A;L\n");
    cli.mustRun(QStringList{"import", "students", "nis.csv"} + signedIn, password);
    const QStringList restore = QStringList{"backup", "restore", backup, "--json"} + signedIn;
    const QJsonObject shown = cli.mustRun(restore + QStringList{"--preview"}, password).json();
    CHECK(shown.value("kinship") == "same-line");
    CHECK_FALSE(shown.value("restored").toBool());
    CHECK(keptFiles(cli).isEmpty());
    const QJsonObject restored = cli.mustRun(restore, password).json();
    CHECK(restored.value("restored").toBool());
    CHECK(restored.value("people") == (encrypted ? "today" : "backup"));
    CHECK(restored.value("people_of_backup").toArray().isEmpty());
    CHECK(keptFiles(cli).size() == 1);
    const QStringList count{"sql", "SELECT COUNT(*) AS n FROM students", "--json"};
    const QByteArray now = cli.mustRun(count + signedIn, password).out;
    // What is kept has another end of its history: an administrator has to want it back.
    const QStringList kept{"--store", keptFiles(cli).constFirst(), "--password-stdin"};
    checkRefused(cli.run(count + kept, password), "audit.rolled_back");
    cli.mustRun(QStringList{"audit", "accept", "--reason", "a row was lost"} + kept, password);
    CHECK(cli.mustRun(count + kept, password).out != now);
}

TEST_CASE("Verifying says which passwords a backup needs", "[cli][backup]")
{
    const Cli cli;
    createEncrypted(cli);
    const QString backup = backUp(cli);
    const QStringList verify{"backup", "verify", backup, "--json"};
    const auto needs = [&](const QByteArray& passwords) {
        return cli.mustRun(verify + signedIn, passwords)
            .json()
            .value("key")
            .toObject()
            .value("needs")
            .toString();
    };
    CHECK(needs(adminPassword) == "today");
    cli.mustRun(QStringList{"password", "change"} + signedIn, adminPassword + "mendung-tipis-77\n");
    CHECK(needs("mendung-tipis-77\n") == "today");
    checkRefused(cli.run(verify + signedIn, adminPassword), "key.wrong");
    cli.mustRun(QStringList{"key", "rotate"} + signedIn, "mendung-tipis-77\n");
    checkRefused(cli.run(verify + signedIn, "mendung-tipis-77\n"), "backup.key");
    CHECK(needs("mendung-tipis-77\n" + adminPassword) == "its-day");
    const QJsonObject unopened = cli.mustRun(verify).json().value("key").toObject();
    CHECK(unopened.value("needs") == "unknown");
    CHECK(unopened.value("slots") == 2);
    CHECK(unopened.value("recovery_code").toBool());
    // Restored, the school has the key and the password of today.
    const QStringList restore = QStringList{"backup", "restore", backup, "--json"} + signedIn;
    checkRefused(cli.run(restore, "mendung-tipis-77\n"), "backup.key");
    const QJsonObject restored = cli.mustRun(restore, "mendung-tipis-77\n" + adminPassword).json();
    CHECK(restored.value("people") == "today");
    CHECK(cli.run(QStringList{"user", "list"} + signedIn, adminPassword).exit == 1);
    cli.mustRun(QStringList{"user", "list"} + signedIn, "mendung-tipis-77\n");
}

TEST_CASE("A restore of another school or line asks, and keeps the old file", "[cli][backup]")
{
    const Cli cli;
    createEncrypted(cli);
    const QString backup = backUp(cli);
    const QStringList restore = QStringList{"backup", "restore", backup} + signedIn;
    SECTION("another line: the school was restored since")
    {
        cli.mustRun(restore, adminPassword);
        checkRefused(cli.run(restore, adminPassword), "backup.other_line");
        CHECK(keptFiles(cli).size() == 1);
        cli.mustRun(restore + QStringList{"--force"}, adminPassword);
        CHECK(keptFiles(cli).size() == 2);
    }
    SECTION("another school")
    {
        createEncrypted(cli, "b.edupro");
        const QStringList over{
            "backup", "restore", backup, "--store", "b.edupro", "--password-stdin", "--json"};
        const QByteArray before = cli.read("b.edupro-keys");
        checkRefused(cli.run(over, adminPassword), "backup.other_school");
        CHECK(keptFiles(cli).isEmpty());
        const QJsonObject restored =
            cli.mustRun(over + QStringList{"--force"}, adminPassword).json();
        CHECK(restored.value("people") == "backup");
        CHECK(restored.value("people_of_backup")[0].toObject().value("login") == "admin");
        REQUIRE(keptFiles(cli).size() == 1);
        cli.mustRun(
            {"user", "list", "--store", keptFiles(cli).constFirst(), "--password-stdin"},
            adminPassword);
    }
    SECTION("nothing there")
    {
        REQUIRE(QFile::rename(cli.path("a.edupro"), cli.path("gone")));
        REQUIRE(QFile::rename(cli.path("a.edupro-keys"), cli.path("gone-keys")));
        QFile::remove(cli.path("a.edupro-keys.old"));
        const CliAnswer answer = cli.mustRun(restore, adminPassword);
        CHECK(answer.err.contains("admin: admin")); // who can sign in again is named
        cli.mustRun(QStringList{"user", "list"} + signedIn, adminPassword);
    }
}

TEST_CASE("Plain and encrypted replace each other only when told to", "[cli][backup]")
{
    const Cli cli;
    createEncrypted(cli);
    const QString encrypted = backUp(cli);
    cli.mustRun(QStringList{"school", "decrypt"} + signedIn, adminPassword);
    const QString plain = backUp(cli);
    const auto restore = [&](const QString& backup, const QStringList& more = {}) {
        return cli.run(QStringList{"backup", "restore", backup} + signedIn + more, adminPassword);
    };
    checkRefused(restore(encrypted), "backup.encrypted");
    checkRefused(restore(encrypted, {"--force"}), "backup.encrypted");
    CHECK(restore(encrypted, {"--even-encrypted"}).exit == 0);
    CHECK(cli.read("a.edupro").startsWith(QByteArray("EDUPRO1\0", 8)));
    checkRefused(restore(plain, {"--force"}), "backup.plain");
    CHECK(restore(plain, {"--force", "--even-plain"}).exit == 0);
    CHECK(cli.read("a.edupro").startsWith("SQLite format 3"));
}

TEST_CASE("Backups are for administrators", "[cli][backup]")
{
    const Cli cli;
    createEncrypted(cli);
    addPerson(cli, "kepala", "principal");
    addPerson(cli, "guru", "teacher");
    const QString backup = backUp(cli);
    for (const char* login : {"kepala", "guru"}) {
        const QStringList as = signedIn + QStringList{"--user", login};
        checkRefused(cli.run(QStringList{"backup", "create"} + as, theirPassword), "access.denied");
        for (const QStringList& more :
             {QStringList{}, QStringList{"--preview"}, QStringList{"--force"}})
            checkRefused(
                cli.run(QStringList{"backup", "restore", backup} + as + more, theirPassword),
                "access.denied");
    }
    CHECK(keptFiles(cli).isEmpty());
    CHECK(QDir(cli.path("a.edupro-backups")).entryList(QDir::Files).size() == 1);
    checkRefused(
        cli.run(QStringList{"backup", "restore", backup} + signedIn, "salah-sekali-77\n"),
        "key.wrong");
    checkRefused(cli.run(QStringList{"backup", "restore", backup} + store), "password.none");
}

TEST_CASE("What is no whole backup is refused by name and changes nothing", "[cli][backup]")
{
    const Cli cli;
    createPlain(cli);
    const QString path = backUp(cli, {});
    const QByteArray whole = cli.read(path);
    const QByteArray school = cli.read("a.edupro");
    const std::vector<std::pair<QByteArray, QByteArray>> bad{
        {"no backup at all", "backup.foreign"},
        {{}, "backup.foreign"},
        {whole.left(whole.size() / 2), "backup.foreign"},
        {whole.chopped(1), "backup.foreign"},
        {QByteArray(whole).replace(
             whole.size() / 2, 1, whole.at(whole.size() / 2) == 'x' ? "y" : "x"),
         "backup.damaged"}};
    for (const auto& [bytes, key] : bad) {
        cli.write("bad.edupro-backup", bytes);
        INFO(bytes.size() << " bytes");
        checkRefused(cli.run({"backup", "verify", "bad.edupro-backup"}), key);
        checkRefused(cli.run(QStringList{"backup", "restore", "bad.edupro-backup"} + store), key);
    }
    checkRefused(cli.run({"backup", "verify", "none.edupro-backup"}), "backup.missing");
    checkRefused(
        cli.run(QStringList{"backup", "restore", "none.edupro-backup"} + store), "backup.missing");
    checkRefused(
        cli.run(QStringList{"backup", "create", "--to", "a.edupro/x"} + store), "backup.folder");
    CHECK(cli.run({"backup", "verify"}).exit == 2);
    CHECK(cli.run({"backup", "list"}).exit != 0);
    CHECK(keptFiles(cli).isEmpty());
    // The signs of use are all that differ.
    CHECK(cli.read("a.edupro").size() == school.size());
}

TEST_CASE("The recovery code restores a school of which only a backup is left", "[cli][backup]")
{
    const Cli cli;
    const QByteArray code =
        cli.mustRun(
               {"school", "create", "a.edupro", "--name", "SMP Uji", "--password-stdin", "--json"},
               adminPassword)
            .json()
            .value("recovery_code")
            .toString()
            .toUtf8() +
        '\n';
    const QString backup = backUp(cli);
    for (const char* file : {"a.edupro", "a.edupro-keys", "a.edupro-keys.old"})
        QFile::remove(cli.path(file));
    const QStringList byCode = signedIn + QStringList{"--recovery-code", "--json"};
    const QJsonObject verified =
        cli.mustRun(QStringList{"backup", "verify", backup} + byCode, code).json();
    CHECK(verified.value("opened").toBool());
    CHECK(verified.value("key").toObject().value("needs") == "its-day");
    const QStringList restore = QStringList{"backup", "restore", backup} + byCode;
    checkRefused(cli.run(restore, "AAAA" + code.mid(4)), "key.code");
    checkRefused(cli.run(restore), "password.none");
    CHECK_FALSE(cli.files().contains("a.edupro"));
    CHECK(cli.mustRun(restore, code).json().value("people") == "backup");
    cli.mustRun(QStringList{"password", "recover"} + signedIn, code + "mendung-tipis-77\n");
    cli.mustRun(QStringList{"user", "list"} + signedIn, "mendung-tipis-77\n");
}

TEST_CASE("An import is preceded by a backup where something was written since", "[cli][backup]")
{
    const Cli cli;
    createPlain(cli);
    cli.write("nis.csv", "NIPD;Nama;Rombel;JK\n10001;Budi Contoh;7A;L\n");
    const QStringList import = QStringList{"import", "students", "nis.csv", "--json"} + store;
    const auto backups = [&](const QString& folder) {
        return QDir(cli.path(folder)).entryList({"*before-import*"}, QDir::Files).size();
    };
    const QString beside = "a.edupro-backups";
    cli.mustRun(import + QStringList{"--dry-run"});
    cli.mustRun(import + QStringList{"--no-backup"});
    checkRefused(cli.run(QStringList{"import", "students", "none.csv"} + store), "import.missing");
    CHECK(backups(beside) == 0);
    SECTION("beside the school, unless another folder was chosen for it")
    {
        const CliAnswer first = cli.mustRun(import);
        const QString path = first.json().value("backup").toString();
        CHECK(first.err.contains(path.toUtf8()));
        CHECK(backups(beside) == 1);
        const QJsonObject manifest = cli.mustRun({"backup", "verify", path, "--json"}).json();
        CHECK(manifest.value("rows").toObject().value("students") == 1);
        cli.write("more.csv", "NIPD;Nama;Rombel;JK\n10002;Ani Contoh;7A;P\n");
        const QString id = manifest.value("file_id").toString().remove('-');
        QDir(cli.path("")).mkpath(".config/edupro");
        cli.write(
            ".config/edupro/edupro.ini",
            "[school_" + id.toLatin1() + "]\nbackup_folder=" + cli.path("stick").toUtf8() + '\n');
        REQUIRE(QDir(cli.path("")).mkdir("stick"));
        CHECK(cli.mustRun(import).json().contains("backup"));       // the stick has none yet
        CHECK_FALSE(cli.mustRun(import).json().contains("backup")); // nothing was written since
        cli.mustRun(QStringList{"import", "students", "more.csv", "--no-backup"} + store);
        CHECK(cli.mustRun(import).json().contains("backup"));
        CHECK(backups(beside) == 1);
        CHECK(backups("stick") == 2);
    }
    SECTION("none where automatic backups are switched off")
    {
        QDir(cli.path("")).mkpath(".config/edupro");
        cli.write(".config/edupro/edupro.ini", "[General]\nautomatic_backups=false\n");
        CHECK_FALSE(cli.mustRun(import).json().contains("backup"));
        CHECK(backups(beside) == 0);
    }
    SECTION("nothing is imported where it cannot be made, unless --no-backup says so")
    {
        cli.write("a.edupro-backups", "a file where the folder should be");
        cli.write("nis.csv", "NIPD;Nama;Rombel;JK\n10003;Citra Contoh;7A;P\n");
        const CliAnswer refused = cli.run(import);
        checkRefused(refused, "backup.folder");
        CHECK(refused.err.contains("nothing was imported"));
        CHECK(cli.mustRun(import + QStringList{"--no-backup"}).json().value("added") == 1);
    }
}
