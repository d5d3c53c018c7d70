// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/DataPage.h"

#include "app/gui/ImportChoices.h"
#include "tests/support/BackedUpSchool.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/data/BackupsModel.h"
#include "ui/imports/ImportDialog.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using storage::Store;

namespace {

constexpr Instant day = 24LL * 60 * 60 * 1000;

struct OpenPage : BackedUpSchool {
    std::unique_ptr<DataPage> page;
    std::optional<RestoreOrder> order;

    void show()
    {
        page = std::make_unique<DataPage>(desk.context);
        QObject::connect(
            &desk.context, &Context::restoreRequested, page.get(), [this](const RestoreOrder& one) {
                order = one;
            });
        page->resize(1140, 640);
        showActive(*page);
        REQUIRE(soon([&] { return states()->state() != StateStack::State::Loading; }));
    }
    StateStack* states() const { return child<StateStack>(*page, "backupsStates"); }
    RecordTable* table() const { return child<RecordTable>(*page, "backupsTable"); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    QPushButton* button(const char* name) const { return child<QPushButton>(*page, name); }
    QString text(const char* name) const { return child<QLabel>(*page, name)->text(); }
    void compare()
    {
        button("previewRestore")->click();
        REQUIRE(soon([&] { return button("restoreBackup")->isVisible(); }));
    }
    /// The differences as one line for each table.
    QStringList changes() const
    {
        QStringList words;
        for (const QLabel* label : child<QWidget>(*page, "restoreChanges")->findChildren<QLabel*>())
            words << label->text();
        return words;
    }
};

} // namespace

TEST_CASE("A school without a backup is told so, and gets its first one from there", "[ui][data]")
{
    OpenPage open;
    open.show();
    CHECK(open.states()->state() == StateStack::State::Empty);
    CHECK(open.text("backupAge").contains("no backup"));
    open.addStudent("10001");
    open.button("backUp")->click();
    CHECK_FALSE(open.button("backUp")->isEnabled());
    REQUIRE(soon([&] { return open.table()->model()->rowCount() == 1; }));
    CHECK(open.button("backUp")->isEnabled());
    CHECK(open.text("backupAge").contains("24 hours"));
    CHECK(open.cell(0, BackupsModel::Kind) == "by hand");
    CHECK(open.cell(0, BackupsModel::Students) == "1");
    CHECK(open.cell(0, BackupsModel::State) == "checked when made");
    const QDir folder(open.school.path + "-backups");
    CHECK(folder.entryList(QDir::Files).size() == 1);
    const QAbstractItemModelTester tester(
        open.table()->model(), QAbstractItemModelTester::FailureReportingMode::Warning);
}

TEST_CASE("After seven days without a backup the page warns", "[ui][data]")
{
    OpenPage open;
    open.backUp();
    const int days = GENERATE(6, 7);
    open.at.pass(days * day);
    open.signIn("dewi", goodPassword);
    open.show();
    auto* age = child<QLabel>(*open.page, "backupAge");
    CHECK(age->text().contains(QString::number(days)));
    CHECK(age->property("look").toString() == (days < 7 ? "fine" : "risk"));
}

TEST_CASE("A backup is checked; a changed byte is found", "[ui][data]")
{
    OpenPage open;
    const storage::BackupFile made = open.backUp();
    open.show();
    open.button("verifyBackup")->click();
    REQUIRE(soon([&] { return open.cell(0, BackupsModel::State).startsWith("checked at"); }));
    CHECK(open.text("backupTold").contains("opened, checked and counted"));

    QFile file(made.path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(made.size / 2));
    const QByteArray byte = file.peek(1);
    file.write(QByteArray(1, static_cast<char>(byte.at(0) ^ 1)));
    file.close();
    open.button("verifyBackup")->click();
    REQUIRE(soon([&] { return open.cell(0, BackupsModel::State) == "damaged"; }));
    CHECK(open.text("backupTold").contains("damaged"));
}

TEST_CASE("A file that is no backup is listed as one that cannot be read", "[ui][data]")
{
    OpenPage open;
    open.backUp();
    QFile odd(open.school.path + "-backups/stray.edupro-backup");
    REQUIRE(odd.open(QIODevice::WriteOnly));
    odd.write("no container");
    odd.close();
    open.show();
    REQUIRE(open.table()->model()->rowCount() == 2);
    CHECK(open.cell(1, BackupsModel::Made) == "stray.edupro-backup");
    CHECK(open.cell(1, BackupsModel::State) == "cannot be read");
    open.table()->selectRow(1);
    CHECK_FALSE(open.button("previewRestore")->isEnabled());
}

TEST_CASE("What a restore would change is shown before it is asked for", "[ui][data]")
{
    OpenPage open;
    open.addStudent("10001");
    const storage::BackupFile made = open.backUp();
    open.addStudent("10002");
    open.addStudent("10003");
    open.show();
    open.compare();
    CHECK(open.text("restoreText").contains("earlier state"));
    const QStringList changes = open.changes();
    const auto student = changes.indexOf("Student");
    REQUIRE(student >= 0);
    CHECK(changes.mid(student, 4) == QStringList{"Student", "—", "—", "2"});
    CHECK_FALSE(changes.contains("Session"));

    open.desk.dialogs.accepts = false;
    open.button("restoreBackup")->click();
    CHECK_FALSE(open.order);
    open.desk.dialogs.accepts = true;
    open.button("restoreBackup")->click();
    REQUIRE(open.order);
    CHECK(open.order->backup == made.path);
    CHECK(open.order->kinship == storage::Kinship::SameLine);
    CHECK(open.order->keys != nullptr);
    open.button("leaveRestore")->click();
    CHECK(child<QWidget>(*open.page, "fileCard")->isVisible());
}

TEST_CASE(
    "The backup of another school asks for its password and for an explicit yes", "[ui][data]")
{
    OpenPage other;
    other.addStudent("20001");
    const storage::BackupFile made = other.backUp();
    OpenPage open;
    open.show();
    open.desk.dialogs.path = made.path;
    // The login and the password are the same there, but the keys are not: nothing is tried
    // unasked.
    open.button("restoreFile")->click();
    REQUIRE(soon([&] { return open.button("openBackup")->isVisible(); }));
    auto* password = child<QLineEdit>(*open.page, "backupPassword");
    typeInto(password, otherPassword);
    open.button("openBackup")->click();
    REQUIRE(soon([&] { return open.text("restoreProblem").contains("wrong"); }));
    CHECK(password->text().isEmpty());
    typeInto(child<QLineEdit>(*open.page, "backupLogin"), "dewi");
    typeInto(password, goodPassword);
    QTest::keyClick(password, Qt::Key_Return);
    REQUIRE(soon([&] { return open.button("restoreBackup")->isVisible(); }));
    CHECK(open.text("restoreText").contains("another school"));
    CHECK_FALSE(open.button("restoreBackup")->isEnabled());
    child<QCheckBox>(*open.page, "restoreSure")->setChecked(true);
    REQUIRE(open.button("restoreBackup")->isEnabled());
    open.button("restoreBackup")->click();
    REQUIRE(open.order);
    CHECK(open.order->kinship == storage::Kinship::OtherSchool);
    CHECK(open.order->keys != nullptr);
}

TEST_CASE("Passwords are tried on a backup at the pace of sign-ins", "[ui][data]")
{
    OpenPage other;
    const storage::BackupFile made = other.backUp();
    OpenPage open;
    open.desk.context.backups.setThrottle(open.at.computer.throttle);
    open.show();
    open.desk.dialogs.path = made.path;
    open.button("restoreFile")->click();
    REQUIRE(soon([&] { return open.button("openBackup")->isVisible(); }));
    typeInto(child<QLineEdit>(*open.page, "backupLogin"), "dewi");
    auto* password = child<QLineEdit>(*open.page, "backupPassword");
    const auto answerTo = [&](const QString& typed, const QString& answer) {
        typeInto(password, typed);
        open.button("openBackup")->click();
        return soon([&] {
            return open.button("openBackup")->isVisible() &&
                   open.text("restoreProblem").contains(answer);
        });
    };
    for (int i = 0; i < 5; ++i)
        REQUIRE(answerTo(otherPassword, "wrong"));
    REQUIRE(answerTo(goodPassword, "Too many attempts"));
    open.at.pass(60'000);
    typeInto(password, goodPassword);
    open.button("openBackup")->click();
    CHECK(soon([&] { return open.button("restoreBackup")->isVisible(); }));
}

TEST_CASE("A recovery code opens the backup of its day", "[ui][data]")
{
    OpenPage other;
    const storage::BackupFile made = other.backUp();
    OpenPage open;
    open.show();
    open.desk.dialogs.path = made.path;
    open.button("restoreFile")->click();
    REQUIRE(soon([&] { return open.button("openBackup")->isVisible(); }));
    auto* code = child<QLineEdit>(*open.page, "backupCode");
    typeInto(code, "ABCD-EFGH");
    open.button("openBackup")->click();
    CHECK(open.text("restoreProblem").contains("mistyped"));
    typeInto(code, other.school.recoveryCode);
    open.button("openBackup")->click();
    REQUIRE(soon([&] { return open.button("restoreBackup")->isVisible(); }));
    CHECK(code->text().isEmpty());
}

TEST_CASE("A chosen folder is used and named, until the own one is wanted again", "[ui][data]")
{
    OpenPage open;
    open.show();
    int chosen = 0;
    QObject::connect(
        &open.desk.context.backups, &Backups::folderChosen, open.page.get(), [&] { ++chosen; });
    open.desk.dialogs.path = open.at.folder.filePath("stick");
    open.button("chooseBackupFolder")->click();
    CHECK(chosen == 1);
    open.button("backUp")->click();
    REQUIRE(soon([&] { return open.table()->model()->rowCount() == 1; }));
    CHECK(QDir(open.desk.dialogs.path).entryList(QDir::Files).size() == 1);
    CHECK(open.text("backupFolder").contains("stick"));
    REQUIRE(open.button("ownBackupFolder")->isVisible());
    open.button("ownBackupFolder")->click();
    REQUIRE(soon([&] { return open.states()->state() == StateStack::State::Empty; }));
    CHECK_FALSE(open.button("ownBackupFolder")->isVisible());
}

TEST_CASE("A folder that cannot be written is told in place", "[ui][data]")
{
    OpenPage open;
    QFile file(open.at.folder.filePath("no-folder"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();
    open.desk.context.backups.chooseFolder(file.fileName() + "/backups");
    open.show();
    open.button("backUp")->click();
    auto* told = child<QLabel>(*open.page, "backupTold");
    REQUIRE(soon([&] { return told->isVisible(); }));
    CHECK(told->property("look").toString() == "risk");
    CHECK(open.button("backUp")->isEnabled());
}

TEST_CASE("A principal sees and checks the backups and changes nothing", "[ui][data]")
{
    OpenPage open;
    open.backUp();
    Person principal = open.entry->person;
    principal.roles = security::Role::Principal;
    open.desk.context.setPerson(principal);
    open.show();
    CHECK(open.table()->model()->rowCount() == 1);
    for (const char* name :
         {"backUp", "previewRestore", "restoreFile", "chooseBackupFolder", "newFileKey"})
        CHECK_FALSE(open.button(name)->isVisible());
    CHECK(open.button("verifyBackup")->isVisible());
}

namespace {

/// An import that has been checked and may begin.
std::unique_ptr<ImportDialog> checkedImport(OpenPage& open)
{
    QFile file(open.at.folder.filePath("siswa.csv"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("NIS;Nama Siswa;Kelas;Tgl Lahir\r\n20001;Contoh 1;7A;2012-03-04\r\n");
    file.close();
    auto dialog =
        std::make_unique<ImportDialog>(open.desk.context, gui::importChoices(), file.fileName());
    dialog->open();
    auto* next = child<QPushButton>(*dialog, "importNext");
    REQUIRE(soon([&] { return next->isVisible() && next->isEnabled(); }));
    next->click();
    REQUIRE(soon([&] { return next->isVisible() && next->text() == "Import"; }));
    return dialog;
}

} // namespace

TEST_CASE("What is there before an import is backed up first", "[ui][data]")
{
    OpenPage open;
    open.addStudent("10001");
    const auto dialog = checkedImport(open);
    auto* next = child<QPushButton>(*dialog, "importNext");
    next->click();
    REQUIRE(soon([&] { return next->isVisible() && next->text() == "Close"; }));
    const auto backups = storage::listBackups(open.desk.context.backups.folder());
    REQUIRE(backups->backups.size() == 1);
    CHECK(backups->backups.front().manifest.cause == storage::BackupCause::BeforeImport);
    CHECK(backups->backups.front().manifest.rows.value("students") == 1);
    CHECK(inStore(open.desk, [](Store& store) { return store.count(entityInfo<Student>()); }) == 2);
}

TEST_CASE("An import without the backup before it is the person's choice", "[ui][data]")
{
    OpenPage open;
    QFile stick(open.at.folder.filePath("stick"));
    REQUIRE(stick.open(QIODevice::WriteOnly));
    stick.close();
    open.desk.context.backups.chooseFolder(stick.fileName() + "/backups");
    const auto dialog = checkedImport(open);
    const bool accepts = GENERATE(false, true);
    open.desk.dialogs.accepts = accepts;
    auto* next = child<QPushButton>(*dialog, "importNext");
    next->click();
    REQUIRE(soon([&] { return !open.desk.dialogs.questions.isEmpty(); }));
    CHECK(open.desk.dialogs.questions == QStringList{"Import without a backup?"});
    if (accepts)
        REQUIRE(soon([&] { return next->isVisible() && next->text() == "Close"; }));
    else
        CHECK(next->text() == "Import");
    CHECK(inStore(open.desk, [](Store& store) {
              return store.count(entityInfo<Student>());
          }) == (accepts ? 1 : 0));
}

TEST_CASE("Switched off, an import waits for no backup", "[ui][data]")
{
    OpenPage open;
    open.desk.context.backups.setAutomatic(false);
    const auto dialog = checkedImport(open);
    auto* next = child<QPushButton>(*dialog, "importNext");
    next->click();
    REQUIRE(soon([&] { return next->isVisible() && next->text() == "Close"; }));
    CHECK_FALSE(QDir(open.desk.context.backups.folder()).exists());
}
