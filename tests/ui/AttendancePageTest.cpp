// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attendance/AttendancePage.h"

#include "tests/ui/OpenAttendance.h"
#include "ui/common/UndoBar.h"

#include <QClipboard>
#include <QPushButton>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using attendance::ListState;
using storage::Store;

namespace {

const QString today = "2026-03-02";

/// A prepared list of 7A.
OpenAttendance::Prepare taken(QDate day, const char* firstCode, ListState state)
{
    return [=](Store& store) -> Done {
        const auto classes = attendance::listClasses(store, "20252", {});
        const auto term = attendance::readClassTerm(store, classes->front().id, "20252");
        const auto entry = attendance::entryOfCode(term->students.front().id, firstCode);
        const auto list = takeList(store, classes->front().id, day, {entry}, state);
        return list ? done() : Done(list.error());
    };
}

} // namespace

TEST_CASE("A class that is all present is submitted with one press", "[ui][attendance]")
{
    OpenAttendance open;
    open.show();
    CHECK(open.cell(0, today) == "H");
    CHECK(open.grid->hasFocus());
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.comesTo("submitted"));
    CHECK(open.presses <= 10);
    REQUIRE(soon([&] { return open.page->findChild<UndoBar*>()->hasOffer(); }));
    CHECK(
        open.page->findChild<UndoBar*>()->accessibleName() ==
        "The list of Monday 2 March 2026 has been submitted.");
    child<QPushButton>(*open.page, "undo")->click();
    CHECK(open.comesTo("not taken"));
}

TEST_CASE("Exceptions are typed by letter and are stored as they are typed", "[ui][attendance]")
{
    OpenAttendance open;
    open.show();
    CHECK(open.model->rows()[0].name == "Adi Anggraini");
    open.type("S");
    CHECK(open.comesTo("draft Adi=S"));
    open.type("AL"); // each goes on to the next student
    CHECK(open.comesTo("draft Adi=S Kartika=A Rizki=H+"));
    CHECK(open.cell(2, today) == "L");
    CHECK(open.cell(2, "meaning") == "Present, late");
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.comesTo("submitted Adi=S Kartika=A Rizki=H+"));
    REQUIRE(soon([&] { return open.cell(1, "percent") == "0%"; }));
    CHECK(open.cell(2, "percent") == "100%");
    CHECK(open.cell(1, "category") == "Low");
    CHECK(open.presses <= 10);
}

TEST_CASE("A note is written in place", "[ui][attendance]")
{
    OpenAttendance open;
    open.show();
    open.type("S");
    open.press(Qt::Key_Up);
    open.press(Qt::Key_Tab);
    for (const QChar letter : QString("demam"))
        QTest::keyClick(open.page->window()->focusWidget(), letter.toLatin1());
    open.press(Qt::Key_Return);
    CHECK(open.comesTo("draft Adi=S(demam)"));
    CHECK(open.cell(0, "note") == "demam");
}

TEST_CASE("Steps are taken back and done again, submission among them", "[ui][attendance]")
{
    OpenAttendance open;
    open.show();
    open.type("SA");
    open.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(open.comesTo("submitted Adi=S Kartika=A"));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.comesTo("draft Adi=S Kartika=A"));
    open.press(Qt::Key_Y, Qt::ControlModifier);
    open.press(Qt::Key_Z, Qt::ControlModifier); // faster than the store answers
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.comesTo("draft Adi=S"));
    open.press(Qt::Key_Y, Qt::ControlModifier);
    open.press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(open.comesTo("submitted Adi=S Kartika=A"));
    CHECK_FALSE(open.part("correctionBar")->isVisible());
}

TEST_CASE("A code that is none keeps its text, says why, and holds up the list", "[ui][attendance]")
{
    OpenAttendance open;
    open.show();
    open.type("X");
    CHECK(open.cell(0, today) == "X");
    CHECK(open.grid->currentIndex().row() == 0);
    CHECK(open.text("gridLineWhy").startsWith("Must be one of: H, S, I, A."));
    open.press(Qt::Key_Down);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.grid->currentIndex().row() == 0); // to what has to be mended
    CHECK(open.stored() == "not taken");
    open.type("I");
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.comesTo("submitted Adi=I"));
}

TEST_CASE("A submitted list is corrected with a reason, asked in place", "[ui][attendance]")
{
    OpenAttendance open(taken(QDate(2026, 3, 2), "A", ListState::Submitted));
    open.show();
    open.type("S");
    REQUIRE(soon([&] { return open.part("correctionBar")->isVisible(); }));
    CHECK(open.cell(0, today) == "S"); // what was typed stays
    CHECK(open.part("correctionReason")->hasFocus());
    open.press(Qt::Key_Return);
    CHECK(open.text("correctionProblem") == "must not be empty");
    QTest::keyClicks(open.part("correctionReason"), "Surat dokter");
    open.press(Qt::Key_Return);
    CHECK(open.comesTo("corrected Adi=S"));
    CHECK_FALSE(open.part("correctionBar")->isVisible());
    CHECK(soon([&] { return open.text("attendanceTold") == "Why: Surat dokter"; }));
    open.press(Qt::Key_Down);
    open.type("I"); // the reason holds for this list
    CHECK(open.comesTo("corrected Adi=S Kartika=I"));
}

TEST_CASE("Escape leaves a submitted list as it was", "[ui][attendance]")
{
    OpenAttendance open(taken(QDate(2026, 3, 2), "A", ListState::Submitted));
    open.show();
    open.type("S");
    REQUIRE(soon([&] { return open.part("correctionBar")->isVisible(); }));
    open.press(Qt::Key_Escape);
    CHECK_FALSE(open.part("correctionBar")->isVisible());
    CHECK(open.cell(0, today) == "A");
    CHECK(open.stored() == "submitted Adi=A");
}

TEST_CASE("Who was away last is told beside the list of today", "[ui][attendance]")
{
    OpenAttendance open(taken(QDate(2026, 2, 27), "S", ListState::Submitted));
    open.show();
    CHECK(open.text("attendanceTold") == "Fri 27 Feb, away: Adi Anggraini (S)");
    CHECK(open.cell(0, "before") == "S");
    CHECK(open.cell(1, "before") == "H");
}

TEST_CASE("Days turn by key and are typed, school days only", "[ui][attendance]")
{
    OpenAttendance open;
    open.show();
    auto* line = child<QLineEdit>(*open.page, "attendanceDay");
    CHECK(line->text() == "02/03/2026");
    open.press(Qt::Key_Left, Qt::AltModifier);
    CHECK(line->text() == "27/02/2026");
    open.type("A");
    CHECK(open.comesTo("draft Adi=A", QDate(2026, 2, 27)));
    open.press(Qt::Key_Right, Qt::AltModifier);
    CHECK(line->text() == "02/03/2026");
    for (const auto& [typed, told] :
         {std::pair("31/02/2026", "This is not a date."),
          std::pair("01/09/2025", "is not in this term")}) {
        typeInto(line, typed);
        QTest::keyClick(line, Qt::Key_Return);
        CHECK(open.text("attendanceProblem").contains(told));
    }
    typeInto(line, "05/02/2026");
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(open.grid->currentDay() == QDate(2026, 2, 5));
    CHECK(open.grid->hasFocus());
}

TEST_CASE("A class without students and a term without classes say so", "[ui][attendance]")
{
    OpenAttendance open({}, 0);
    open.show();
    CHECK(open.list->state() == StateStack::State::Empty);
    open.desk.context.setSchool({.name = "SMP", .terms = {"20241"}}, "20241");
    CHECK(soon([&] {
        return open.part("attendanceClass")->accessibleName() == "Class" &&
               child<QComboBox>(*open.page, "attendanceClass")->count() == 0;
    }));
    CHECK(open.list->state() == StateStack::State::Empty);
}

TEST_CASE(
    "A store that fails is told on the page of attendance with a way to try again",
    "[ui][attendance]")
{
    Desk desk;
    AttendancePage page(desk.context);
    page.show();
    auto* list = child<StateStack>(page, "attendanceList");
    CHECK(soon([&] { return list->state() == StateStack::State::Error; }));
}

TEST_CASE("The page speaks the other language with what was typed in place", "[ui][attendance]")
{
    OpenAttendance open;
    open.show();
    open.type("LX");
    REQUIRE(open.comesTo("draft Adi=H+"));
    open.desk.language.setTongue(Tongue::Indonesian);
    QApplication::processEvents();
#ifdef EDUPRO_LUPDATE
    CHECK(open.cell(0, today) == "T");
    CHECK(open.cell(0, "meaning") == "Hadir, terlambat");
#endif
    CHECK(open.cell(1, today) == "X");
}
