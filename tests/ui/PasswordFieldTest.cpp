// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/PasswordField.h"

#include "tests/support/SchoolDesk.h"
#include "ui/accounts/NewPassword.h"
#include "ui/common/NoticeBar.h"

#include <QLabel>
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

TEST_CASE("Of a new password each rule that it breaks is crossed out", "[ui][accounts]")
{
    const Theme theme(Scheme::Light);
    NewPassword field(theme);
    field.setOwner({.login = "dewi", .school = "SMP Sukamaju"});
    const auto typed = GENERATE(table<QString, QString, QString>(
        {{"tanjung-42-biru", "tanjung-42-biru", "++++"},
         {"tanjung-42-biru", "tanjung-42-bir", "+++-"},
         {"pendek-42", "", "-++"},
         {"qwertyuiop12", "", "+-+"},
         {"kapal-DEWI-hijau-73", "", "++-"},
         {"x7-smpsukamaju-Kq92m", "", "++-"}}));
    const auto& [first, second, marks] = typed;
    CAPTURE(first, second);
    typeInto(child<QLineEdit>(field, "newPassword"), first);
    typeInto(child<QLineEdit>(field, "newPasswordAgain"), second);
    QString shown;
    for (int rule = 0; rule < marks.size(); ++rule) {
        const auto* word = child<QLabel>(field, qPrintable(QString("passwordRule%1").arg(rule)));
        shown += word->property("look").toString() == "riskNote" ? '-' : '+';
    }
    CHECK(shown == marks);
    CHECK(field.isGood() == (first == second));
}
