// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/UndoBar.h"

#include "tests/support/Catch.h"
#include "ui/common/Theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace edupro::ui;
using namespace std::chrono_literals;

TEST_CASE("What was done can be undone once while the bar stands", "[ui]")
{
    const Theme theme(Scheme::Light);
    UndoBar bar(theme);
    CHECK_FALSE(bar.isVisibleTo(nullptr));
    int undone = 0;
    bar.offer("Adi Saputra deleted.", [&] { ++undone; });
    REQUIRE(bar.isVisible());
    CHECK(bar.accessibleName() == "Adi Saputra deleted.");
    bar.findChild<QPushButton*>("undo")->click();
    CHECK(undone == 1);
    CHECK_FALSE(bar.isVisible());
    CHECK_FALSE(bar.hasOffer());
}

TEST_CASE("After its time the offer is gone and nothing was undone", "[ui]")
{
    const Theme theme(Scheme::Light);
    QWidget window;
    auto* field = new QLineEdit(&window); // has the focus, which would stop the time on the bar
    UndoBar bar(theme, 10ms, &window);
    bar.move(600, 500); // away from the pointer, which would stop it too
    field->setFocus();
    window.show();
    QSignalSpy expired(&bar, &UndoBar::expired);
    int undone = 0;
    bar.offer("Deleted.", [&] { ++undone; });
    REQUIRE(QTest::qWaitFor([&] { return expired.count() == 1; }, 2000));
    CHECK_FALSE(bar.isVisible());
    CHECK(undone == 0);
}

TEST_CASE("The time stands still while the pointer is on the bar", "[ui]")
{
    const Theme theme(Scheme::Light);
    QWidget window;
    auto* field = new QLineEdit(&window);
    UndoBar bar(theme, 30ms, &window);
    bar.move(600, 500);
    field->setFocus();
    window.show();
    bar.offer("Deleted.", [] {});
    QEnterEvent enter({}, {}, {});
    QApplication::sendEvent(&bar, &enter);
    QTest::qWait(80);
    CHECK(bar.hasOffer());
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&bar, &leave);
    REQUIRE(QTest::qWaitFor([&] { return !bar.hasOffer(); }, 2000));
}

TEST_CASE("A new offer replaces the earlier one, which then stays done", "[ui]")
{
    const Theme theme(Scheme::Light);
    UndoBar bar(theme);
    QStringList undone;
    bar.offer("First.", [&] { undone << "first"; });
    bar.offer("Second.", [&] { undone << "second"; });
    bar.findChild<QPushButton*>("undo")->click();
    CHECK(undone == QStringList{"second"});
}
