// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/SignInPage.h"

#include "core/accounts/UserActions.h"
#include "tests/support/ProtectedSchool.h"
#include "tests/support/SchoolDesk.h"
#include "ui/accounts/NewSchoolPage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using storage::Store;

namespace {

struct Door {
    TestComputer at;
    ProtectedSchool school{at};
    Desk desk;
    SignInPage page{desk.context, at.computer};
    std::optional<Entry> entry;

    Door()
    {
        QObject::connect(&page, &SignInPage::signedIn, [this](const Entry& in) { entry = in; });
        page.askFor(school.path);
        showActive(page);
    }
    void type(const char* field, const QString& text)
    {
        typeInto(child<QLineEdit>(page, field), text);
    }
    void press(const char* button) { child<QPushButton>(page, button)->click(); }
    void signIn(const QString& login, const QString& password)
    {
        type("login", login);
        type("password", password);
        press("signIn");
        REQUIRE(soon([&] { return !page.isBusy(); }));
    }
};

} // namespace

TEST_CASE("The right password opens the school; a wrong one says neither what", "[ui][accounts]")
{
    Door door;
    door.signIn("dewi", "salah sama sekali");
    CHECK_FALSE(door.entry);
    const QString wrong = door.page.problem();
    CHECK(wrong.contains("User name or password is wrong"));
    CHECK(child<QLineEdit>(door.page, "password")->text().isEmpty());
    door.signIn("nobody", goodPassword);
    CHECK(door.page.problem() == wrong); // does not tell whether a login exists
    door.signIn("dewi", goodPassword);
    REQUIRE(door.entry);
    CHECK(door.entry->encrypted);
    CHECK(door.entry->person.name == "Dewi");
    CHECK(door.entry->person.roles == security::Roles(security::Role::Admin));
    REQUIRE(door.entry->session);
    CHECK(door.entry->session->state() == security::SessionState::Active);
    CHECK(inStore(door.desk, [](Store& store) { return store.count(entityInfo<User>()); }) == 1);
}

TEST_CASE("After some failures the wait is told in seconds and counts down", "[ui][accounts]")
{
    Door door;
    for (int i = 0; i < 5; ++i)
        door.signIn("dewi", "salah sama sekali");
    auto* button = child<QPushButton>(door.page, "signIn");
    door.signIn("dewi", goodPassword);
    CHECK_FALSE(door.entry);
    CHECK(door.page.problem().contains("second"));
    CHECK_FALSE(button->isEnabled());
    const QString first = door.page.problem();
    REQUIRE(soon([&] { return door.page.problem() != first; }));
    door.at.pass(60'000);
    REQUIRE(soon([&] { return button->isEnabled(); }));
    door.signIn("dewi", goodPassword);
    CHECK(door.entry);
}

TEST_CASE("A one-time password leads to one of the person's own", "[ui][accounts]")
{
    Door door;
    QString oneTime;
    {
        auto opened = accounts::signIn(
            door.school.path,
            "dewi",
            security::SecretBytes::ofPassword(goodPassword),
            door.at.computer);
        REQUIRE(opened.has_value());
        const auto invited = accounts::addUser(
            *opened->store,
            {.login = "budi", .name = "Budi", .roles = security::Role::Teacher},
            door.at.computer.cost);
        REQUIRE(invited.has_value());
        oneTime = invited->password;
    }
    door.signIn("budi", oneTime);
    CHECK_FALSE(door.entry); // not before a password was chosen
    auto* take = child<QPushButton>(door.page, "choosePassword");
    REQUIRE(soon([&] { return take->isVisible(); }));
    CHECK_FALSE(take->isEnabled());
    door.type("newPassword", "budi-budi-budi");
    door.type("newPasswordAgain", "budi-budi-budi");
    CHECK_FALSE(take->isEnabled()); // contains the login
    door.type("newPassword", otherPassword);
    CHECK_FALSE(take->isEnabled()); // not the same twice
    door.type("newPasswordAgain", otherPassword);
    REQUIRE(take->isEnabled());
    take->click();
    REQUIRE(soon([&] { return door.entry.has_value(); }));
    CHECK(door.entry->person.login == "budi");

    door.entry.reset();
    door.page.askFor(door.school.path);
    door.signIn("budi", oneTime);
    CHECK_FALSE(door.entry);
    door.signIn("budi", otherPassword);
    CHECK(door.entry);
}

TEST_CASE("The recovery code opens what no password opens any more", "[ui][accounts]")
{
    Door door;
    door.press("useRecoveryCode");
    door.type("recoveryCode", "ABCD-EFGH");
    door.press("signInWithCode");
    CHECK(door.page.problem().contains("mistyped"));
    door.type("recoveryCode", door.school.recoveryCode.toLower());
    door.press("signInWithCode");
    auto* take = child<QPushButton>(door.page, "choosePassword");
    REQUIRE(soon([&] { return take->isVisible(); }));
    door.type("newPassword", otherPassword);
    door.type("newPasswordAgain", otherPassword);
    take->click();
    REQUIRE(soon([&] { return door.entry.has_value(); }));
    CHECK(door.entry->person.login == "dewi");
}

TEST_CASE("A new school opens when its recovery code was typed from the paper", "[ui][accounts]")
{
    TestComputer at;
    Desk desk;
    const QString path = at.folder.filePath("baru/smp-baru.edupro");
    NewSchoolPage page(desk.context, at.computer, {.path = path, .school = {.name = "SMP Baru"}});
    std::optional<Entry> entry;
    QObject::connect(&page, &NewSchoolPage::made, [&](const Entry& in) { entry = in; });
    showActive(page);
    auto* create = child<QPushButton>(page, "makeSchool");
    const auto choose = [&](const QString& password) {
        typeInto(child<QLineEdit>(page, "newPassword"), password);
        typeInto(child<QLineEdit>(page, "newPasswordAgain"), password);
    };
    choose("smp baru 2026");
    CHECK_FALSE(create->isEnabled()); // the school's name
    choose(goodPassword);
    REQUIRE(create->isEnabled());
    create->click();
    CHECK(page.problem().contains("Your name")); // has not been typed
    typeInto(child<QLineEdit>(page, "administratorName"), "Dewi");
    create->click();
    auto* code = child<QLabel>(page, "recoveryCodeText");
    REQUIRE(soon([&] { return code->isVisible() && !page.isBusy(); }));
    const QString text = code->text();

    auto* typed = child<QLineEdit>(page, "typedCode");
    typeInto(typed, security::RecoveryCode::random().text());
    child<QPushButton>(page, "finishSchool")->click();
    CHECK(page.problem().contains("another code"));
    CHECK_FALSE(entry);
    desk.dialogs.path = at.folder.filePath("paper.pdf");
    child<QPushButton>(page, "printCode")->click();
    CHECK(QFile(desk.dialogs.path).size() > 1000);
    const QString right = text.toLower().remove('-');
    typeInto(typed, right.chopped(1) + (right.endsWith('a') ? 'b' : 'a'));
    child<QPushButton>(page, "finishSchool")->click();
    CHECK_FALSE(entry);
    QTest::keyClick(typed, Qt::Key_Backspace); // one letter is corrected, not all typed anew
    QTest::keyClicks(typed, right.right(1));
    child<QPushButton>(page, "finishSchool")->click();
    REQUIRE(entry);
    CHECK(code->text().isEmpty()); // shown once
    CHECK(entry->file == path);
    CHECK(accounts::isEncrypted(path));
    const School school = inStore(desk, [](Store& store) { return school::theSchool(store); });
    CHECK(school.name == "SMP Baru");
}
