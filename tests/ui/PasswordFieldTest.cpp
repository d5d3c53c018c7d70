// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/PasswordField.h"

#include "tests/support/SchoolDesk.h"
#include "ui/common/NoticeBar.h"

#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

TEST_CASE("A password is hidden, handed over once and gone from the field", "[ui][accounts]")
{
    Desk desk;
    PasswordField field(desk.theme, "password");
    showActive(field);
    QTest::keyClicks(field.line(), "rahasia benar");
    CHECK(field.line()->displayText() == QString(13, field.line()->displayText()[0]));
    CHECK(field.take() == "rahasia benar");
    CHECK(field.isEmpty());
    field.line()->undo();
    CHECK(field.isEmpty());
}

TEST_CASE("A password that is shown is hidden again once it is taken", "[ui][accounts]")
{
    Desk desk;
    PasswordField field(desk.theme, "password");
    showActive(field);
    QTest::keyClicks(field.line(), "abc");
    auto* eye = child<QToolButton>(field, "passwordShow");
    eye->click();
    CHECK(field.line()->displayText() == "abc");
    field.take();
    CHECK(field.line()->echoMode() == QLineEdit::Password);
}

TEST_CASE("Capitals without Shift give the hint on Caps Lock", "[ui][accounts]")
{
    Desk desk;
    PasswordField field(desk.theme, "password");
    showActive(field);
    auto* caps = child<QLabel>(field, "passwordCaps");
    QTest::keyClick(field.line(), 'a');
    CHECK_FALSE(caps->isVisible());
    QTest::sendKeyEvent(QTest::Click, field.line(), Qt::Key_A, QString("A"), Qt::NoModifier);
    CHECK(caps->isVisible());
    QTest::sendKeyEvent(QTest::Click, field.line(), Qt::Key_A, QString("A"), Qt::ShiftModifier);
    CHECK_FALSE(caps->isVisible());
    QTest::sendKeyEvent(QTest::Click, field.line(), Qt::Key_1, QString("1"), Qt::NoModifier);
    CHECK_FALSE(caps->isVisible());
    QTest::sendKeyEvent(QTest::Click, field.line(), Qt::Key_A, QString("a"), Qt::ShiftModifier);
    CHECK(caps->isVisible());
    field.take();
    CHECK_FALSE(caps->isVisible());
}

TEST_CASE("A notice offers one way or the other and goes away with either", "[ui]")
{
    Desk desk;
    NoticeBar bar(desk.theme, "notice");
    CHECK(bar.isHidden());
    QStringList done;
    const auto tell = [&] {
        bar.tell(
            [] {
                return NoticeBar::Words{"Go on?", "Go on", "Discard"};
            },
            [&] { done << "on"; },
            [&] { done << "discard"; });
    };
    tell();
    CHECK_FALSE(bar.isHidden());
    child<QPushButton>(bar, "noticeAction")->click();
    CHECK(bar.isHidden());
    tell();
    child<QPushButton>(bar, "noticeOther")->click();
    CHECK(done == QStringList{"on", "discard"});
    CHECK_FALSE(bar.tells());
}
