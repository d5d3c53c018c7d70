// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a bad day: the system ends it, or its school file is older than it should be.
#include "app/gui/StopSignals.h"
#include "core/accounts/UserActions.h"
#include "core/storage/audit/AuditLog.h"
#include "core/storage/Drafts.h"
#include "tests/support/Program.h"
#include "tests/support/ProtectedSchool.h"
#include "ui/students/StudentForm.h"

#include <QDialog>
#include <QFile>
#include <QLabel>

#include <csignal>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

namespace {

accounts::Opened
enter(const QString& path, TestComputer& at, const char* login, const QString& password)
{
    auto opened = accounts::signIn(
        path, QString::fromLatin1(login), security::SecretBytes::ofPassword(password), at.computer);
    if (!opened) FAIL(opened.error().key);
    return std::move(opened).value();
}

/// A school whose file is older than its key file knows; with a teacher.
struct OlderSchool {
    explicit OlderSchool(TestComputer& at)
        : school(at)
    {
        auto admin = enter(school.path, at, "dewi", goodPassword);
        const auto invited = accounts::addUser(
            *admin.store,
            {.login = "guru1", .name = "Bu Guru", .roles = security::Role::Teacher},
            at.computer.cost);
        REQUIRE(invited.has_value());
        REQUIRE(accounts::signOut(admin).has_value());
        admin.store.reset();
        auto teacher = enter(school.path, at, "guru1", invited->password);
        REQUIRE(accounts::changeOwnPassword(
                    *teacher.store,
                    security::SecretBytes::ofPassword(invited->password),
                    security::SecretBytes::ofPassword(otherPassword),
                    at.computer.cost)
                    .has_value());
        REQUIRE(accounts::signOut(teacher).has_value());
        teacher.store.reset();
        REQUIRE(QFile::copy(school.path, school.path + "-copy"));
        admin = enter(school.path, at, "dewi", goodPassword);
        REQUIRE(accounts::signOut(admin).has_value());
        admin.store.reset();
        REQUIRE(QFile::remove(school.path));
        REQUIRE(QFile::rename(school.path + "-copy", school.path));
    }

    ProtectedSchool school;
};

} // namespace

TEST_CASE("A program that the system ends keeps what is typed and signs out", "[ui][app]")
{
    TestComputer at;
    const ProtectedSchool made(at);
    {
        Program program(at.folder, at.computer);
        bool stopped = false;
        QObject::connect(
            &program.desktop, &gui::Desktop::stopped, &program.desktop, [&] { stopped = true; });
        program.start(made.path);
        program.signIn(goodPassword);
        program.services.context.openPage("students");
        auto* form = program.school()->findChild<StudentForm*>();
        REQUIRE(form);
        form->add();
        typeInto(child<QLineEdit>(*form, "name"), "Siswa Contoh");
        gui::obeyStopSignals([&program] { program.desktop.stop(); });
#ifdef Q_OS_UNIX
        std::raise(SIGTERM);
#else
        program.desktop.stop();
#endif
        REQUIRE(soon([&] { return stopped; }));
        std::signal(SIGTERM, SIG_DFL);
    }
    auto opened = enter(made.path, at, "dewi", goodPassword);
    const auto drafts = storage::ownDrafts(*opened.store);
    REQUIRE(drafts.has_value());
    REQUIRE(drafts->size() == 1);
    CHECK(drafts->front().page == "students");
    const auto sessions = opened.store->list<UserSession>();
    REQUIRE(sessions.has_value());
    int lost = 0;
    int open = 0;
    for (const UserSession& session : *sessions) {
        lost += session.endedBy == QStringLiteral("lost") ? 1 : 0;
        open += session.endedAt ? 0 : 1;
    }
    CHECK(lost == 0);
    CHECK(open == 1); // this one
}

TEST_CASE("A program without an open school ends at once", "[ui][app]")
{
    const QTemporaryDir folder;
    Program program(folder);
    program.start();
    bool stopped = false;
    QObject::connect(
        &program.desktop, &gui::Desktop::stopped, &program.desktop, [&] { stopped = true; });
    program.desktop.stop();
    CHECK(stopped);
}

TEST_CASE("Above an older file the administrator finds a decision, others whom to ask", "[ui][app]")
{
    TestComputer at;
    const OlderSchool older(at);
    {
        Program program(at.folder, at.computer);
        program.start(older.school.path);
        program.type("login", "guru1");
        program.signIn(otherPassword);
        auto* bar = child<QWidget>(*program.school(), "olderFileBar");
        REQUIRE(soon([&] { return bar->isVisible(); }));
        CHECK(child<QLabel>(*bar, "olderFileText")->text().contains("Dewi"));
        CHECK_FALSE(child<QPushButton>(*bar, "decideOlderFile")->isVisible());
    }
    Program program(at.folder, at.computer);
    program.start(older.school.path);
    program.signIn(goodPassword);
    auto* bar = child<QWidget>(*program.school(), "olderFileBar");
    REQUIRE(soon([&] { return bar->isVisible(); }));
    child<QPushButton>(*bar, "decideOlderFile")->click();
    QPointer<QDialog> dialog = program.school()->findChild<QDialog*>("olderFileDialog");
    REQUIRE(dialog);
    auto* goOn = child<QPushButton>(*dialog, "goOnWithOlderFile");
    CHECK_FALSE(goOn->isEnabled()); // why?
    typeInto(child<QLineEdit>(*dialog, "olderFileReason"), "the disk was exchanged");
    CHECK(goOn->isEnabled());
    goOn->click();
    REQUIRE(soon([&] { return bar->isHidden(); }));
    CHECK(soon([&] { return dialog.isNull(); }));
    auto decisions = program.services.store.submit([](storage::Store& store, const Progress&) {
        return storage::auditPage(store, {.actions = {"accept_older_file"}});
    });
    REQUIRE(soon([&] { return decisions.isFinished(); }));
    REQUIRE(decisions.result().has_value());
    REQUIRE(decisions.result()->size() == 1);
    CHECK(decisions.result()->front().reason == "the disk was exchanged");
}
