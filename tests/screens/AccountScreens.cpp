// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/AccountScreens.h"

#include "app/gui/Pages.h"
#include "core/accounts/SignIn.h"
#include "core/Entities.h"
#include "core/people/PeopleActions.h"
#include "tests/screens/StudentScreens.h"
#include "ui/accounts/NewSchoolPage.h"
#include "ui/accounts/OlderFileBar.h"
#include "ui/accounts/OlderFileDialog.h"
#include "ui/accounts/PasswordDialog.h"
#include "ui/accounts/RenewBar.h"
#include "ui/accounts/SignInPage.h"
#include "ui/common/RecordTable.h"
#include "ui/shell/MainWindow.h"

#include <QCheckBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <iostream>

namespace edupro::tests {

using namespace edupro::ui;
using security::SecretBytes;
using storage::Store;

namespace {

const QString password = QStringLiteral("tanjung-42-biru-lepas");

accounts::Computer computer()
{
    return {
        .store = {.actor = "screens", .device = "PC-TU", .entities = allEntities()},
        .cost = {.n = 1U << 15U}};
}

Done fill(Store& store)
{
    const accounts::NewUser people[] = {
        {.login = "budi", .name = "Budi Hartono", .roles = Role::Teacher},
        {.login = "sri", .name = "Sri Wahyuni", .roles = Role::Staff},
        {.login = "made",
         .name = "Made Suardana",
         .roles = Roles(Role::Principal) | Role::Teacher}};
    for (const accounts::NewUser& person : people) {
        const auto added = accounts::addUser(store, person, {.n = 1U << 15U});
        if (!added) return added.error();
    }
    Student ani{.nis = "10001", .name = "Ani", .nisn = "0123456789", .nik = "3173051703120001"};
    if (auto saved = people::saveStudent(store, ani, "8B", {}); !saved) return saved.error();
    ani.name = "Ani Wijaya";
    ani.birthDate = QDate(2012, 3, 17);
    ani.nik = "3173051703120002";
    ani.gender = "P";
    if (auto saved = people::saveStudent(store, ani, {}, {}); !saved) return saved.error();
    return done();
}

/// An encrypted school with four people, made once for all pictures; empty when it cannot be made.
QString schoolFile()
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath("smp-contoh.edupro");
    if (QFile::exists(path)) return path;
    const auto make = [&path](const storage::StoreOptions& options) {
        return school::createSchoolFile(path, {.name = "SMP Contoh Nusantara"}, options);
    };
    auto made = accounts::createProtectedSchool(
        path,
        make,
        {.login = "dewi", .name = "Dewi Lestari"},
        SecretBytes::ofPassword(password),
        computer());
    if (!made || !fill(*made->opened.store)) {
        std::cerr << "the school of the pictures cannot be made" << std::endl;
        return {};
    }
    return path;
}

Result<accounts::Opened> signInTo(const QString& path)
{
    return accounts::signIn(path, "dewi", SecretBytes::ofPassword(password), computer());
}

/// Older than its key file knows; empty when it cannot be made.
QString olderFile()
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath("smp-contoh.edupro");
    const QString copy = path + "-copy";
    QFile::copy(security::keyFileOf(schoolFile()), security::keyFileOf(path));
    QFile::copy(schoolFile(), path);
    if (!QFile::copy(path, copy)) return {};
    for (int i = 0; i < 2; ++i) {
        auto opened = signInTo(path);
        if (!opened || !accounts::signOut(*opened)) return {};
    }
    return QFile::remove(path) && QFile::rename(copy, path) ? path : QString();
}

/// Signs Dewi in on the desk.
std::shared_ptr<Entry> enter(Desk& desk, const QString& path = schoolFile())
{
    auto entry = std::make_shared<Entry>();
    const auto opened = desk.store.open(openInto(entry, [path] { return signInTo(path); }));
    waitFor([&] { return opened.isFinished(); });
    desk.context.setPerson(entry->person);
    desk.context.setSchool({.name = "SMP Contoh Nusantara", .terms = {"20251", "20252"}}, "20252");
    desk.context.setStanding({.file = "/home/ani/smp-contoh.edupro", .encrypted = true});
    return entry;
}

void type(const QWidget& page, const char* field, const QString& text)
{
    auto* line = page.findChild<QLineEdit*>(field);
    line->setFocus();
    QTest::keyClicks(line, text);
}

void press(const QWidget& page, const char* button)
{
    page.findChild<QPushButton*>(button)->click();
}

std::unique_ptr<SignInPage> signInPage(Desk& desk)
{
    auto page = std::make_unique<SignInPage>(desk.context, computer());
    page->askFor(schoolFile());
    page->resize(1366, 768);
    page->show();
    return page;
}

std::unique_ptr<QWidget> signIn(Desk& desk)
{
    return signInPage(desk);
}

std::unique_ptr<QWidget> signInWrong(Desk& desk)
{
    auto page = signInPage(desk);
    type(*page, "login", "dewi");
    type(*page, "password", "salah");
    press(*page, "signIn");
    waitFor([&] { return !page->isBusy(); });
    QTest::sendKeyEvent(
        QTest::Click,
        page->findChild<QLineEdit*>("password"),
        Qt::Key_A,
        QStringLiteral("A"),
        Qt::NoModifier);
    return page;
}

std::unique_ptr<QWidget> signInCode(Desk& desk)
{
    auto page = signInPage(desk);
    press(*page, "useRecoveryCode");
    return page;
}

std::unique_ptr<QWidget> locked(Desk& desk)
{
    const auto entry = enter(desk);
    auto page = signInPage(desk);
    page->askToUnlock(entry->session);
    return page;
}

std::unique_ptr<NewSchoolPage> newSchoolPage(Desk& desk)
{
    static const QTemporaryDir folder;
    static int number = 0;
    const QString path = folder.filePath(QString("baru-%1.edupro").arg(++number));
    auto page = std::make_unique<NewSchoolPage>(
        desk.context,
        computer(),
        NewSchoolPage::Wanted{.path = path, .school = {.name = "SMP Negeri 3 Yogyakarta"}});
    page->resize(1366, 768);
    page->show();
    type(*page, "administratorName", "Dewi Lestari");
    return page;
}

std::unique_ptr<QWidget> administrator(Desk& desk)
{
    auto page = newSchoolPage(desk);
    type(*page, "newPassword", "yogyakarta");
    type(*page, "newPasswordAgain", "yogya");
    return page;
}

std::unique_ptr<QWidget> paper(Desk& desk)
{
    auto page = newSchoolPage(desk);
    type(*page, "newPassword", password);
    type(*page, "newPasswordAgain", password);
    press(*page, "makeSchool");
    waitFor([&] { return page->step() == 1; });
    type(*page, "typedCode", "7K3M-Q9TZ");
    press(*page, "finishSchool");
    return page;
}

std::unique_ptr<MainWindow> openWindow(Desk& desk, const char* pageId)
{
    auto window = std::make_unique<MainWindow>(desk.context, gui::pages());
    window->resize(1366, 768);
    window->show();
    desk.context.openPage(pageId);
    return window;
}

std::unique_ptr<MainWindow> usersWindow(Desk& desk)
{
    enter(desk);
    auto window = openWindow(desk, "users");
    auto* table = window->findChild<RecordTable*>("peopleTable");
    waitFor([&] { return table->model()->rowCount() >= 4; });
    return window;
}

std::unique_ptr<QWidget> users(Desk& desk)
{
    auto window = usersWindow(desk);
    window->findChild<RecordTable*>("peopleTable")->selectRow(2);
    return window;
}

std::unique_ptr<QWidget> oneTimePassword(Desk& desk)
{
    auto window = usersWindow(desk);
    window->findChild<RecordTable*>("peopleTable")->selectRow(0);
    press(*window, "resetPassword");
    auto* shown = window->findChild<QWidget*>("oneTimePassword");
    waitFor([&] { return shown->isVisible(); });
    return window;
}

std::unique_ptr<QWidget> audit(Desk& desk)
{
    auto window = usersWindow(desk);
    window->findChild<QTabBar*>("usersTabs")->setCurrentIndex(1);
    auto* table = window->findChild<RecordTable*>("auditTable");
    waitFor([&] { return table->model()->rowCount() > 0; });
    press(*window, "verifyAudit");
    QTest::qWait(1'000);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        table->selectRow(row);
        const QString lines = window->findChild<QLabel*>("auditLines")->text();
        if (lines.contains("Ani Wijaya")) break;
    }
    return window;
}

std::unique_ptr<QWidget> nobody(Desk& desk)
{
    const auto opened = desk.store.open(
        [] { return Store::openMemory({.actor = "screens", .entities = allEntities()}); });
    waitFor([&] { return opened.isFinished(); });
    return openWindow(desk, "users");
}

std::unique_ptr<QWidget> older(Desk& desk)
{
    static const QString path = olderFile();
    enter(desk, path);
    auto window = openWindow(desk, "students");
    auto* bar = new OlderFileBar(desk.context, window.get());
    window->addBar(bar);
    waitFor([&] { return bar->isVisible(); });
    return window;
}

template<class Dialog>
std::unique_ptr<QWidget> shown(std::unique_ptr<Dialog> dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

std::unique_ptr<QWidget> olderDialog(Desk& desk)
{
    return shown(std::make_unique<OlderFileDialog>(desk.context, 14));
}

std::unique_ptr<QWidget> changePassword(Desk& desk)
{
    enter(desk);
    auto dialog = std::make_unique<PasswordDialog>(desk.context, computer().cost);
    type(*dialog, "oldPassword", "salah");
    type(*dialog, "newPassword", password + "-baru");
    type(*dialog, "newPasswordAgain", password + "-baru");
    press(*dialog, "takePassword");
    auto* problem = dialog->findChild<QLabel*>("passwordProblem");
    waitFor([&] { return !problem->text().isEmpty(); });
    return shown(std::move(dialog));
}

std::unique_ptr<QWidget> newPerson(Desk& desk)
{
    auto window = usersWindow(desk);
    press(*window, "addPerson");
    type(*window, "personName", "Ketut Wijaya");
    type(*window, "personLogin", "Ketut W");
    window->findChild<QCheckBox*>("role_teacher")->setChecked(true);
    press(*window, "savePerson");
    auto* problem = window->findChild<QLabel*>("personProblem");
    waitFor([&] { return problem->isVisible(); });
    return window;
}

std::unique_ptr<QWidget> history(Desk& desk)
{
    const auto entry = enter(desk);
    auto window = openWindow(desk, "students");
    auto* bar = new RenewBar(desk.context, computer(), entry->session, window.get());
    window->addBar(bar);
    bar->warn(4 * 60'000 + 12'000);
    auto* table = window->findChild<RecordTable*>("studentsTable");
    waitFor([&] { return table->model()->rowCount() > 0; });
    table->selectRow(0);
    press(*window, "showHistory");
    QTest::qWait(500);
    return window;
}

} // namespace

std::vector<Screen> accountScreens()
{
    return {
        {.name = "sign-in", .make = signIn},
        {.name = "sign-in-wrong", .make = signInWrong},
        {.name = "sign-in-code", .make = signInCode},
        {.name = "sign-in-locked", .make = locked},
        {.name = "new-school-administrator", .make = administrator},
        {.name = "new-school-paper", .make = paper},
        {.name = "users", .make = users},
        {.name = "users-password", .make = oneTimePassword},
        {.name = "users-audit", .make = audit},
        {.name = "users-nobody", .make = nobody},
        {.name = "users-new", .make = newPerson},
        {.name = "change-password", .make = changePassword},
        {.name = "older-file", .make = older},
        {.name = "older-file-dialog", .make = olderDialog},
        {.name = "students-history", .make = history},
    };
}

} // namespace edupro::tests
