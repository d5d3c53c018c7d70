// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Desktop.h"

#include "app/gui/Pages.h"
#include "app/gui/SessionWatch.h"
#include "tests/support/Program.h"
#include "ui/students/StudentForm.h"

#include <QDialog>
#include <QFile>
#include <QToolButton>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

TEST_CASE(
    "The first run welcomes; the school made there asks for a password the next time", "[ui][app]")
{
    TestComputer at;
    {
        Program program(at.folder, at.computer);
        program.start();
        REQUIRE(program.welcome());
        program.type("name", "SMP 2");
        program.press("createSchool");
        program.type("administratorName", "Dewi");
        program.type("administratorLogin", "dewi");
        program.type("newPassword", goodPassword);
        program.type("newPasswordAgain", goodPassword);
        program.press("makeSchool");
        auto* code = child<QLabel>(*program.desktop.window(), "recoveryCodeText");
        REQUIRE(soon([&] { return code->isVisible() && !code->text().isEmpty(); }));
        program.type("typedCode", code->text());
        program.press("finishSchool");
        REQUIRE(soon([&] { return program.school() != nullptr; }));
        CHECK(program.school()->windowTitle().contains("SMP 2"));
        CHECK(program.services.context.standing().encrypted);
        CHECK(program.services.context.person().name == "Dewi");
    }
    Program again(at.folder, at.computer);
    again.start();
    again.signIn(goodPassword);
    CHECK(again.services.context.school().name == "SMP 2");
    CHECK(again.services.context.school().terms.size() == 2);
}

TEST_CASE("A locked screen hides every window, dialogs too, until the password comes", "[ui][app]")
{
    TestComputer at;
    const ProtectedSchool made(at);
    Program program(at.folder, at.computer);
    program.start(made.path);
    program.signIn(goodPassword);
    QPointer<QWidget> window = program.desktop.window();
    program.services.context.requestPasswordChange();
    auto* dialog = window->findChild<QDialog*>("passwordDialog");
    REQUIRE(dialog);
    REQUIRE(soon([&] { return dialog->isVisible(); }));

    program.services.context.requestLock();
    REQUIRE(program.door());
    CHECK_FALSE(window->isVisible());
    CHECK_FALSE(dialog->isVisible());
    QWidget late(window, Qt::Dialog); // what a job opens meanwhile
    late.show();
    CHECK(soon([&] { return !late.isVisible(); }));
    program.type("password", otherPassword);
    program.press("signIn");
    REQUIRE(soon([&] { return !program.door()->isBusy(); }));
    CHECK_FALSE(window->isVisible());

    program.signIn(goodPassword);
    CHECK(program.desktop.window() == window);
    CHECK(window->isVisible());
    CHECK(dialog->isVisible());
}

TEST_CASE("Ten minutes without a touch lock the screen", "[ui][app]")
{
    TestComputer at;
    const ProtectedSchool made(at);
    Program program(at.folder, at.computer);
    program.start(made.path);
    program.signIn(goodPassword);
    at.pass(10 * 60'000 - 2'000);
    program.desktop.sessionWatch()->look();
    CHECK(program.school());
    at.pass(4'000);
    program.desktop.sessionWatch()->look();
    CHECK(program.door());
    program.signIn(goodPassword);
    CHECK(program.school());
}

TEST_CASE("A password renews the session before its end, on the page", "[ui][app]")
{
    TestComputer at;
    at.computer.idleMinutes = 60;
    const ProtectedSchool made(at);
    Program program(at.folder, at.computer);
    program.start(made.path);
    program.signIn(goodPassword);
    auto* bar = child<QWidget>(*program.school(), "renewBar");
    security::Session& session = program.desktop.sessionWatch()->session();
    const auto pass = [&](int minutes) {
        at.pass(minutes * 60'000LL);
        session.touched();
        program.desktop.sessionWatch()->look();
    };
    pass(58);
    pass(56);
    CHECK(bar->isHidden());
    pass(2); // 116 minutes
    CHECK(bar->isVisible());
    CHECK(child<QLabel>(*bar, "renewText")->text().contains("4"));
    typeInto(child<QLineEdit>(*bar, "renewPassword"), goodPassword);
    child<QPushButton>(*bar, "renewSession")->click();
    REQUIRE(soon([&] { return bar->isHidden(); }));
    pass(58);
    CHECK(program.school());
}

TEST_CASE("What was typed when the session ended is offered after the next sign-in", "[ui][app]")
{
    TestComputer at;
    const ProtectedSchool made(at);
    Program program(at.folder, at.computer);
    program.start(made.path);
    program.signIn(goodPassword);
    program.services.context.openPage("students");
    auto* form = program.school()->findChild<StudentForm*>();
    REQUIRE(form);
    form->add();
    typeInto(child<QLineEdit>(*form, "nis"), "77001");
    typeInto(child<QLineEdit>(*form, "name"), "Made Wiryawan");
    typeInto(child<QLineEdit>(*form, "birth_date"), "31 Februari");

    at.pass(121 * 60'000LL); // over night
    program.desktop.sessionWatch()->look();
    REQUIRE(soon([&] { return program.door() != nullptr; }));
    CHECK_FALSE(program.services.context.person().isSignedIn());
    auto refused = program.services.store.submit(
        [](storage::Store& store, const Progress&) { return store.count(entityInfo<User>()); });
    REQUIRE(soon([&] { return refused.isFinished(); }));
    CHECK(refused.result().error().key == "store.closed"); // the keys have gone

    program.signIn(goodPassword);
    auto* notice = child<QWidget>(*program.school(), "windowNotice");
    REQUIRE(soon([&] { return notice->isVisible(); }));
    child<QPushButton>(*notice, "windowNoticeAction")->click();
    form = program.school()->findChild<StudentForm*>();
    REQUIRE(form);
    REQUIRE(soon([&] { return form->isVisible(); }));
    CHECK(child<QLineEdit>(*form, "nis")->text() == "77001");
    CHECK(child<QLineEdit>(*form, "name")->text() == "Made Wiryawan");
    CHECK(child<QLineEdit>(*form, "birth_date")->text() == "31 Februari");
    CHECK(form->isChanged());
}

TEST_CASE("A page that a person may not use is not in the window", "[ui][app]")
{
    const auto listed = [](Roles roles) {
        QStringList ids;
        for (const PageRow& page : pagesFor(roles, gui::pages()))
            ids << page.id;
        return ids;
    };
    CHECK(listed(Role::Admin).contains("users"));
    CHECK(listed(Role::Principal).contains("users"));
    CHECK_FALSE(listed(Role::Teacher).contains("users"));
    CHECK_FALSE(listed(Role::Staff).contains("users"));
    CHECK(listed(Roles(Role::Teacher) | Role::Principal).contains("users"));
}

TEST_CASE("A school that cannot be opened leads to the welcome page, which says why", "[ui][app]")
{
    const QTemporaryDir folder;
    Program program(folder);
    program.start(folder.filePath("gone.edupro"));
    REQUIRE(program.welcome());
    CHECK(child<QLabel>(*program.welcome(), "welcomeProblemText")->text().contains("not found"));
}

TEST_CASE("One leaves a school for another, but not what was typed", "[ui][app]")
{
    const QTemporaryDir folder;
    const QString first = makeSchool(folder, "First");
    const QString second = makeSchool(folder, "Second");
    Program program(folder);
    program.start(first);
    REQUIRE(program.school());
    program.services.context.openPage("students");
    auto* form = program.school()->findChild<StudentForm*>();
    REQUIRE(form);
    form->add();
    QTest::keyClicks(child<QLineEdit>(*form, "name"), "Ani");
    program.school()->close(); // asks, and stays
    CHECK(program.school()->isVisible());
    QPointer<QWidget> question;
    REQUIRE(soon([&] {
        question = QApplication::activeModalWidget();
        return !question.isNull();
    }));
    QTest::keyClick(question, Qt::Key_Escape);
    CHECK(program.school()->isVisible());
    CHECK(form->isChanged());

    form->add(); // given up
    child<QToolButton>(*program.school(), "switchSchool")->click();
    REQUIRE(soon([&] { return program.welcome() != nullptr; }));
    program.welcome()->openFile(second);
    REQUIRE(soon([&] { return program.school() != nullptr; }));
    CHECK(program.services.context.school().name == "Second");
    CHECK(program.services.settings.value(settings::lastFile) == second);
}

TEST_CASE("Language and theme are remembered", "[ui][app]")
{
    const QTemporaryDir folder;
    {
        Program program(folder);
        program.services.language.setTongue(Tongue::Indonesian);
        program.services.theme.setScheme(Scheme::Dark);
    }
    const Services again(folder.filePath("edupro.ini"));
    CHECK(again.language.tongue() == Tongue::Indonesian);
    CHECK(again.theme.scheme() == Scheme::Dark);
}

TEST_CASE("The program ends while a job runs, and takes the job back", "[ui][app]")
{
    const QTemporaryDir folder;
    const QString path = makeSchool(folder, "Busy");
    auto began = std::make_shared<std::atomic<bool>>(false);
    {
        Program program(folder);
        program.start(path);
        const auto work = [began](storage::Store&, const Progress& progress) -> Result<int> {
            *began = true;
            while (progress(0.5))
                QThread::msleep(1);
            return cancelled();
        };
        const auto future = program.services.store.submit(work);
        program.services.context.jobs.follow<int>("Long", future, [](int) { return QString(); });
        REQUIRE(soon([&] { return began->load(); }));
    }
    CHECK_FALSE(QFile::exists(path + "-wal")); // closed in good order
}
