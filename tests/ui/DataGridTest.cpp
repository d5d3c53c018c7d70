// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/DataGrid.h"

#include "tests/ui/NumberGrid.h"

#include <QClipboard>
#include <QHeaderView>
#include <QScrollBar>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

namespace {

using Place = std::pair<int, int>;

} // namespace

TEST_CASE("A column is typed with Enter alone", "[ui][grid]")
{
    OpenGrid open;
    for (const char* mark : {"81", "74", "100"}) {
        open.type(mark);
        open.press(Qt::Key_Return);
    }
    CHECK(open.current() == Place{3, 0});
    CHECK(open.stored("1/1") == "81");
    CHECK(open.stored("2/1") == "74");
    CHECK(open.stored("3/1") == "100");
    CHECK(open.shown(0, 4) == "81");
    CHECK(open.model.at(1, 0).look == CellLook::Low);
    CHECK(open.model.at(0, 0).look == CellLook::Plain);
    open.press(Qt::Key_Return, Qt::ShiftModifier);
    CHECK(open.current() == Place{2, 0});
    CHECK(child<QLabel>(open.window, "gridStandingWords")->text().startsWith("Saved "));
}

TEST_CASE("Rows are typed with Tab, and Enter begins the next one", "[ui][grid]")
{
    OpenGrid open;
    open.goTo(0, 1);
    for (const char* mark : {"81", "82", "83"}) {
        open.type(mark);
        open.press(Qt::Key_Tab);
    }
    CHECK(open.current() == Place{1, 0}); // the sum is nobody's to type
    CHECK(open.shown(0, 4) == "246");
    open.goTo(1, 1);
    open.type("7");
    open.press(Qt::Key_Tab);
    open.type("8");
    open.press(Qt::Key_Return);
    CHECK(open.current() == Place{2, 1});
    open.press(Qt::Key_Tab, Qt::ShiftModifier);
    CHECK(open.current() == Place{2, 0});
}

TEST_CASE("Tab leaves the grid at its ends, Ctrl+Tab anywhere", "[ui][grid]")
{
    OpenGrid open(2, 2);
    open.goTo(1, 1);
    open.type("5");
    open.press(Qt::Key_Tab);
    CHECK(open.after->hasFocus());
    CHECK(open.stored("2/2") == "5");
    open.grid->setFocus();
    open.goTo(0, 0);
    open.press(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(open.before->hasFocus());
    open.grid->setFocus();
    open.press(Qt::Key_Tab, Qt::ControlModifier);
    CHECK(open.after->hasFocus());
}

TEST_CASE("Typing replaces, F2 goes on with what is there, Escape leaves it", "[ui][grid]")
{
    OpenGrid open;
    open.type("8");
    open.press(Qt::Key_Down); // an arrow leaves a cell that is typed over
    CHECK(open.current() == Place{1, 0});
    open.goTo(0, 0);
    open.press(Qt::Key_F2);
    open.type("1");
    open.press(Qt::Key_Left); // but moves the caret of one that is edited
    open.press(Qt::Key_Return);
    CHECK(open.stored("1/1") == "81");
    open.goTo(0, 0);
    open.type("9");
    open.press(Qt::Key_Escape);
    CHECK(open.shown(0, 0) == "81");
    CHECK(open.current() == Place{0, 0});
    open.type("7");
    open.press(Qt::Key_Right);
    CHECK(open.current() == Place{0, 1});
    CHECK(open.stored("1/1") == "7");
}

TEST_CASE("A refused cell keeps its text, says why and gives it back", "[ui][grid]")
{
    OpenGrid open;
    open.type("81");
    open.press(Qt::Key_Return);
    open.goTo(0, 0);
    open.type("105");
    open.press(Qt::Key_Return);
    CHECK(open.shown(0, 0) == "105");
    CHECK(open.stored("1/1") == "81");
    CHECK(open.shown(0, 4) == "0"); // what is refused counts nowhere
    CHECK(child<QLabel>(open.window, "gridStandingWords")->text() == "1 refused");
    auto* what = child<QLabel>(*open.line, "gridLineWhat");
    auto* why = child<QLabel>(*open.line, "gridLineWhy");
    CHECK_FALSE(what->isVisible());
    open.press(Qt::Key_F8);
    CHECK(open.current() == Place{0, 0});
    CHECK(what->text() == "Row 1 · C1: 105");
    CHECK(
        why->text() ==
        "Must be 0 to 100. What you typed stays; correct it, or Esc goes back to 81.");
    CHECK(open.model.index(0, 0).data(Qt::ToolTipRole).toString() == "Must be 0 to 100.");
    CHECK(
        open.model.index(0, 0).data(Qt::AccessibleTextRole).toString() ==
        "Row 1, C1: 105, refused");
    open.press(Qt::Key_Escape);
    CHECK(open.shown(0, 0) == "81");
    CHECK(open.model.refusedCount() == 0);
    CHECK_FALSE(what->isVisible());
    open.press(Qt::Key_Z, Qt::ControlModifier); // also this can be taken back
    CHECK(open.shown(0, 0) == "105");
    CHECK(open.model.refusedCount() == 1);
}

TEST_CASE("A block is pasted as one step, its bad cells stand where they are", "[ui][grid]")
{
    OpenGrid open;
    open.type("60");
    open.press(Qt::Key_Return);
    open.goTo(0, 0);
    QApplication::clipboard()->setText("90\t91\r\n101\t\"9\"\r\n\tx\r\n");
    open.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(open.stored("1/1") == "90");
    CHECK(open.stored("1/2") == "91");
    CHECK(open.stored("2/1").isEmpty());
    CHECK(open.shown(1, 0) == "101");
    CHECK(open.stored("2/2") == "9");
    CHECK(open.shown(2, 1) == "x");
    CHECK(open.model.refusedCount() == 2);
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.stored("1/1") == "60");
    CHECK(open.stored("1/2").isEmpty());
    CHECK(open.model.refusedCount() == 0);
    CHECK(open.shown(1, 0).isEmpty());
    open.press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(open.stored("1/1") == "90");
    CHECK(open.shown(2, 1) == "x");
    open.press(Qt::Key_Z, Qt::ControlModifier);
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.stored("1/1").isEmpty());
}

TEST_CASE("What does not fit is left out and told", "[ui][grid]")
{
    OpenGrid open(2, 2);
    open.goTo(1, 1);
    QApplication::clipboard()->setText("1\t2\t3\n4\t5\t6\n");
    open.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(open.stored("2/2") == "1");
    CHECK(open.shown(1, 2) == "1"); // the sum
    CHECK(
        child<QLabel>(*open.line, "gridLineWhy")->text() ==
        "5 cells found no place and were left out.");
}

TEST_CASE("One value fills the selection, by paste or by Ctrl+D", "[ui][grid]")
{
    OpenGrid open;
    open.select(1, 0, 3, 1);
    QApplication::clipboard()->setText("88\n");
    open.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(open.stored("2/1") == "88");
    CHECK(open.stored("4/2") == "88");
    CHECK(open.stored("5/1").isEmpty());
    open.goTo(0, 2);
    open.type("70");
    open.press(Qt::Key_Return);
    open.select(0, 2, 4, 2);
    open.press(Qt::Key_D, Qt::ControlModifier);
    CHECK(open.stored("5/3") == "70");
    open.goTo(1, 3);
    open.press(Qt::Key_D, Qt::ControlModifier); // from the cell above, which is empty
    CHECK(open.stored("2/4").isEmpty());
    open.goTo(4, 1);
    open.press(Qt::Key_D, Qt::ControlModifier);
    CHECK(open.stored("5/2") == "88");
}

TEST_CASE("Many cells are copied, cut, and emptied at once", "[ui][grid]")
{
    OpenGrid open;
    QApplication::clipboard()->setText("1\t2\n3\t4\n");
    open.press(Qt::Key_V, Qt::ControlModifier);
    QApplication::clipboard()->clear();
    open.press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == "1\t2\n3\t4\n");
    open.press(Qt::Key_Delete);
    CHECK(open.stored("1/1").isEmpty());
    CHECK(open.stored("2/2").isEmpty());
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.stored("2/2") == "4");
    open.press(Qt::Key_X, Qt::ControlModifier);
    CHECK(open.stored("1/1").isEmpty());
    CHECK(QApplication::clipboard()->text() == "1\t2\n3\t4\n");
}

TEST_CASE("A cell that nobody may type in takes nothing", "[ui][grid]")
{
    OpenGrid open;
    open.goTo(0, 4);
    open.type("5");
    open.press(Qt::Key_Return);
    CHECK(open.shown(0, 4) == "0");
    open.goTo(0, 4);
    open.press(Qt::Key_Delete);
    CHECK(open.shown(0, 4) == "0");
    CHECK(open.model.waiting.isEmpty());
}

TEST_CASE("Names stay while the grid scrolls sideways", "[ui][grid]")
{
    OpenGrid open(40, 200);
    const QHeaderView* names = open.grid->verticalHeader();
    CHECK(names->width() == 36 + 120 + 80);
    open.goTo(0, 150);
    CHECK(open.grid->horizontalScrollBar()->value() > 0);
    CHECK(names->isVisible());
    CHECK(names->x() == 0);
    CHECK(open.model.headerData(3, Qt::Vertical, Qt::AccessibleTextRole) == "Row 4");
}

TEST_CASE("A reload leaves the cell that is being typed alone", "[ui][grid]")
{
    OpenGrid open;
    open.goTo(1, 1);
    open.type("8");
    open.model.fill(5, 4); // what a step that was answered asks for
    open.type("5");
    open.press(Qt::Key_Return);
    CHECK(open.stored("2/2") == "85");
    CHECK(open.current() == Place{2, 1});
}
