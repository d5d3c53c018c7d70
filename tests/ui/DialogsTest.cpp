// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Dialogs.h"

#include "tests/support/Catch.h"
#include "ui/common/Theme.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace edupro::ui;

namespace {

QMessageBox* openBox()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        auto* box = qobject_cast<QMessageBox*>(widget);
        if (box && box->isVisible()) return box;
    }
    return nullptr;
}

} // namespace

TEST_CASE("A question returns at once, and its answer comes later", "[ui]")
{
    const Theme theme(Scheme::Light);
    WindowDialogs dialogs;
    int accepted = 0;
    const Confirmation question{
        .title = "Close the year?", .text = "It stays readable.", .accept = "Close"};
    dialogs.confirm(question, [&] { ++accepted; });
    QMessageBox* box = openBox();
    REQUIRE(box);
    CHECK(accepted == 0);
    CHECK(box->defaultButton()->text() == "Close");
    box->defaultButton()->click();
    CHECK(accepted == 1);
    REQUIRE(QTest::qWaitFor([] { return !openBox(); }, 2000));
}

TEST_CASE("Neither Enter nor Esc destroys anything", "[ui]")
{
    const Theme theme(Scheme::Light);
    WindowDialogs dialogs;
    int accepted = 0;
    const Confirmation question{
        .title = "Erase?", .text = "For ever.", .accept = "Erase", .dangerous = true};
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        dialogs.confirm(question, [&] { ++accepted; });
        QMessageBox* box = openBox();
        REQUIRE(box);
        if (key == Qt::Key_Return)
            box->defaultButton()->click();
        else
            QTest::keyClick(box, key);
        REQUIRE(QTest::qWaitFor([] { return !openBox(); }, 2000));
    }
    CHECK(accepted == 0);
}
