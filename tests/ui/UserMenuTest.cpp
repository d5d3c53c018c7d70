// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/UserMenu.h"

#include "tests/support/SchoolDesk.h"
#include "ui/shell/MainWindow.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

namespace {

Person dewi()
{
    return {
        .id = QUuid::createUuid(),
        .login = "dewi",
        .name = "Dewi & Co",
        .roles = Roles(Role::Principal) | Role::Teacher};
}

std::vector<PageRow> onePage()
{
    return {
        {.id = "one",
         .title = "one",
         .icon = "home",
         .group = 0,
         .roles = everyone,
         .make = [](Context&) -> QWidget* {
             return new QLineEdit;
         }}};
}

} // namespace

TEST_CASE("The menu of the person is there while somebody is signed in", "[ui][accounts]")
{
    Desk desk;
    UserMenu menu(desk.context);
    CHECK(menu.isHidden());
    desk.context.setPerson(dewi());
    CHECK_FALSE(menu.isHidden());
    CHECK(menu.text() == "Dewi && Co"); // a name is no shortcut
    CHECK(menu.toolTip() == QString::fromUtf8("Dewi & Co · Principal, Teacher"));
    QSignalSpy left(&desk.context, &Context::signOutRequested);
    menu.findChild<QAction*>("signOut")->trigger();
    CHECK(left.count() == 1);
    desk.context.setPerson({});
    CHECK(menu.isHidden());
}

TEST_CASE("Ctrl+L asks for the lock, but only where somebody has signed in", "[ui][accounts]")
{
    Desk desk;
    MainWindow window(desk.context, onePage());
    showActive(window);
    QSignalSpy locked(&desk.context, &Context::lockRequested);
    QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
    CHECK(locked.isEmpty());
    desk.context.setPerson(dewi());
    QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
    CHECK(locked.count() == 1);
}

TEST_CASE("The status line says whether the file is encrypted", "[ui][accounts]")
{
    Desk desk;
    const MainWindow window(desk.context, onePage());
    auto* secrecy = child<QLabel>(window, "secrecy");
    desk.context.setStanding({.file = "/a.edupro", .encrypted = true});
    CHECK(secrecy->text() == "encrypted");
    desk.context.setStanding({.file = "/a.edupro"});
    CHECK(secrecy->text() == "not encrypted");
}

TEST_CASE(
    "Nobody who is not signed in lacks a right; roles decide for all others", "[ui][accounts]")
{
    using security::Action;
    using security::Object;
    CHECK(Person{}.may(Action::Update, Object::Users));
    CHECK_FALSE(dewi().may(Action::Update, Object::Users));
    CHECK(dewi().may(Action::Read, Object::Students));
}
