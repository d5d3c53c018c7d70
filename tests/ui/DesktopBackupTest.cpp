// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop and the school file as a whole: restores, keys, automatic backups.
#include "tests/support/OpenProgram.h"

#include <QDialog>
#include <QFile>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using storage::Store;

TEST_CASE("A restored backup brings its day back, and keeps the file before it", "[ui][app]")
{
    OpenProgram open;
    open.addStudent("10001");
    open.backUp();
    open.addStudent("10002");
    open.askToRestore();
    REQUIRE(soon([&] { return open.program.door() != nullptr; }));
    const QStringList kept = QDir(open.at.folder.path()).entryList({"*before-restore*.edupro"});
    REQUIRE(kept.size() == 1);
    open.program.signIn(goodPassword);
    CHECK(open.students() == QStringList{"10001"});
    auto* notice = child<QWidget>(*open.program.school(), "windowNotice");
    REQUIRE(soon([&] { return notice->isVisible(); }));
    CHECK(textOf(*notice, "windowNoticeText").contains(kept.first()));

    // The kept file is whole and opens.
    open.program.services.store.close().waitForFinished();
    const auto before = accounts::signIn(
        open.at.folder.filePath(kept.first()),
        "dewi",
        security::SecretBytes::ofPassword(goodPassword),
        open.at.computer);
    REQUIRE(before.has_value());
    CHECK(before->store->list<Student>()->size() == 2);
}

TEST_CASE("A restore that fails leaves the school as it was and says so", "[ui][app]")
{
    OpenProgram open;
    open.backUp();
    open.addStudent("10002");
    open.openData();
    open.program.press("previewRestore");
    auto* restore = child<QPushButton>(*open.program.school(), "restoreBackup");
    REQUIRE(soon([&] { return restore->isVisible(); }));
    QFile backup(open.backups().front().path); // torn between the preview and the yes
    REQUIRE(backup.resize(backup.size() / 2));
    restore->click();
    answer("Restore");
    REQUIRE(soon([&] { return open.program.door() != nullptr; }));
    bool told = false;
    for (const QLabel* label : open.program.door()->findChildren<QLabel*>())
        told = told || label->text().contains("was not restored");
    CHECK(told);
    CHECK(QDir(open.at.folder.path()).entryList({"*before-restore*"}).isEmpty());
    open.program.signIn(goodPassword);
    CHECK(open.students() == QStringList{"10002"});
}

TEST_CASE("A plain school is restored without a sign-in", "[ui][app]")
{
    const QTemporaryDir folder;
    const QString path = makeSchool(folder, "Plain");
    Program program(folder);
    program.start(path);
    REQUIRE(program.school());
    const auto made = program.services.context.backups.backUp();
    REQUIRE(soon([&] { return made.isFinished(); }));
    REQUIRE(made.result().has_value());
    QPointer<QWidget> first = program.school();
    program.services.context.requestRestore({.backup = made.result()->path, .keys = {}});
    REQUIRE(soon([&] { return program.school() != nullptr && first.isNull(); }));
    auto* notice = child<QWidget>(*program.school(), "windowNotice");
    REQUIRE(soon([&] { return notice->isVisible(); }));
    CHECK(textOf(*notice, "windowNoticeText").contains("before-restore"));
}

TEST_CASE("The first backup of the day is made by itself", "[ui][app]")
{
    OpenProgram open;
    REQUIRE(soon([&] { return open.backups().size() == 1; }));
    CHECK(open.backups().front().manifest.cause == storage::BackupCause::Daily);
    CHECK_FALSE(child<QWidget>(*open.program.school(), "backupNotice")->isVisible());
}

TEST_CASE("Switched off, nothing is backed up unasked, and the window warns", "[ui][app]")
{
    TestComputer at;
    const ProtectedSchool made(at);
    {
        settings::Settings(at.folder.filePath("edupro.ini")).set(settings::automaticBackups, false);
    }
    Program program(at.folder, at.computer);
    program.start(made.path);
    program.signIn(goodPassword);
    auto* notice = child<QWidget>(*program.school(), "backupNotice");
    REQUIRE(soon([&] { return notice->isVisible(); }));
    CHECK(textOf(*notice, "backupNoticeText").contains("never been backed up"));
    const QDir folder(storage::defaultBackupFolder(made.path));
    CHECK_FALSE(folder.exists());
    child<QPushButton>(*notice, "backupNoticeAction")->click();
    REQUIRE(soon([&] { return folder.entryList(QDir::Files).size() == 1; }));
    CHECK(soon([&] { return !notice->isVisible(); }));
}

TEST_CASE("A folder that is gone is told in the window and stops nobody", "[ui][app]")
{
    TestComputer at;
    const ProtectedSchool made(at);
    Program program(at.folder, at.computer);
    program.start(made.path);
    program.signIn(goodPassword);
    QFile stick(at.folder.filePath("stick"));
    REQUIRE(stick.open(QIODevice::WriteOnly));
    stick.close();
    program.services.context.backups.chooseFolder(stick.fileName() + "/backups");
    auto* notice = child<QWidget>(*program.school(), "backupNotice");
    REQUIRE(soon([&] { return notice->isVisible(); }));
    CHECK(textOf(*notice, "backupNoticeText").contains("could not be backed up"));
    program.services.context.openPage("students");
    CHECK(program.school()->currentPage() == "students");

    program.school()->close(); // cannot back up: asks
    auto* told = child<QWidget>(*program.school(), "windowNotice");
    REQUIRE(soon([&] { return told->isVisible(); }));
    CHECK(program.school()->isVisible());
    QPointer<QWidget> window = program.school();
    child<QPushButton>(*told, "windowNoticeAction")->click();
    CHECK(soon([&] { return !window->isVisible(); }));
}

TEST_CASE("Closing backs up what was changed, and only that", "[ui][app]")
{
    OpenProgram open;
    REQUIRE(soon([&] { return open.backups().size() == 1; }));
    const QString ofTheMorning = open.backups().front().path;
    const bool changes = GENERATE(true, false);
    if (changes) open.addStudent("10001");
    open.program.school()->close();
    REQUIRE(soon([&] { return !open.program.services.context.person().isSignedIn(); }));
    REQUIRE(open.backups().size() == 1); // the newest of the day
    CHECK((open.backups().front().path != ofTheMorning) == changes);
    CHECK(open.backups().front().manifest.rows.value("students") == (changes ? 1 : 0));
    auto refused = open.program.services.store.submit(
        [](Store& store, const Progress&) { return store.count(entityInfo<Student>()); });
    REQUIRE(soon([&] { return refused.isFinished(); }));
    CHECK(refused.result().error().key == "store.closed");
}

TEST_CASE("The folder of backups is remembered for the school", "[ui][app]")
{
    TestComputer at;
    const ProtectedSchool made(at);
    const QString stick = at.folder.filePath("stick");
    {
        Program program(at.folder, at.computer);
        program.start(made.path);
        program.signIn(goodPassword);
        program.services.context.backups.chooseFolder(stick);
    }
    Program again(at.folder, at.computer);
    again.start(made.path);
    again.signIn(goodPassword);
    CHECK(again.services.context.backups.folder() == stick);
}

TEST_CASE("A new file key shuts out old passwords and codes, and shows the new ones", "[ui][app]")
{
    OpenProgram open;
    const auto added = open.inStore([&](Store& store) {
        return accounts::addUser(
            store,
            {.login = "budi", .name = "Budi", .roles = security::Role::Teacher},
            open.at.computer.cost);
    });
    open.program.services.context.requestNewKey();
    auto* dialog = open.program.school()->findChild<QDialog*>("fileKeyDialog");
    REQUIRE(dialog);
    REQUIRE(soon([&] { return dialog->isVisible(); }));
    auto* password = child<QLineEdit>(*dialog, "keyPassword");
    typeInto(password, otherPassword);
    child<QPushButton>(*dialog, "changeKey")->click();
    REQUIRE(soon([&] { return textOf(*dialog, "keyProblem").contains("wrong"); }));
    CHECK(open.program.school()); // still open
    typeInto(password, goodPassword);
    child<QPushButton>(*dialog, "changeKey")->click();
    const auto page = [&] {
        QWidget* window = open.program.desktop.window();
        return window && window->objectName() == "handOverPage" ? window : nullptr;
    };
    REQUIRE(soon([&] { return page() != nullptr; }));
    QString code = textOf(*page(), "recoveryCodeText");
    code.detach();
    open.program.type("typedCode", code);
    open.program.press("compareCode");
    QString oneTime = textOf(*page(), "oneTimePassword");
    oneTime.detach();
    open.program.press("handedOver");
    REQUIRE(soon([&] { return open.program.door() != nullptr; }));
    open.program.signIn(goodPassword);

    open.program.services.store.close().waitForFinished();
    const auto opens = [&](const QString& login, const QString& secret) {
        return accounts::signIn(
                   open.made.path,
                   login,
                   security::SecretBytes::ofPassword(secret),
                   open.at.computer)
            .has_value();
    };
    CHECK_FALSE(opens("budi", added.password));
    CHECK(opens("budi", oneTime));
    const auto recovery = [&](const QString& text) {
        return accounts::signInWithRecoveryCode(
                   open.made.path, *security::RecoveryCode::parse(text), open.at.computer)
            .has_value();
    };
    CHECK_FALSE(recovery(open.made.recoveryCode));
    CHECK(recovery(code));
}

TEST_CASE("A plain school is encrypted and asks for the password from then on", "[ui][app]")
{
    TestComputer at;
    const QString path = makeSchool(at.folder, "Plain");
    Program program(at.folder, at.computer);
    program.start(path);
    REQUIRE(program.school());
    program.services.context.requestNewKey();
    auto* dialog = program.school()->findChild<QDialog*>("fileKeyDialog");
    REQUIRE(dialog);
    REQUIRE(soon([&] { return dialog->isVisible(); }));
    typeInto(child<QLineEdit>(*dialog, "newPassword"), goodPassword);
    typeInto(child<QLineEdit>(*dialog, "newPasswordAgain"), goodPassword);
    child<QPushButton>(*dialog, "changeKey")->click();
    CHECK(dialog->isVisible()); // the name is missing
    typeInto(child<QLineEdit>(*dialog, "administratorName"), "Dewi");
    typeInto(child<QLineEdit>(*dialog, "administratorLogin"), "dewi");
    child<QPushButton>(*dialog, "changeKey")->click();
    REQUIRE(soon([&] {
        QWidget* window = program.desktop.window();
        return window && window->objectName() == "handOverPage";
    }));
    CHECK(accounts::isEncrypted(path));
    QString code = textOf(*program.desktop.window(), "recoveryCodeText");
    code.detach();
    program.type("typedCode", code);
    program.press("compareCode");
    REQUIRE(soon([&] { return program.door() != nullptr; }));
    program.signIn(goodPassword);
    CHECK(program.services.context.standing().encrypted);
}
