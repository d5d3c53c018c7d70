// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grades/GradesPage.h"

#include "tests/ui/OpenMarks.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

TEST_CASE("The marks of a class are typed column by column", "[ui][grades]")
{
    OpenMarks open(4, 3);
    open.goTo(0, 0);
    for (const char* mark : {"80", "74,5", "90.25", "60"})
        open.type(mark);
    open.settle();
    CHECK(open.shown(1, 0) == "74.5");
    CHECK(open.stored().size() == 4);
    CHECK(open.shown(2, 3) == "90.3"); // average
    CHECK(open.shown(2, 4) == "1");
    CHECK(open.shown(0, 4) == "2");
    CHECK(open.shown(3, 4) == "4");
    CHECK(open.model().at(1, 0).look == CellLook::Low);
    CHECK(open.model().at(0, 0).look == CellLook::Plain);
    CHECK(open.find<QLabel>("marksCounts")->text() == "4 students · 3 subjects · 8 empty cells");
}

TEST_CASE("A class is pasted with three bad cells; what is good is stored", "[ui][grades]")
{
    constexpr int students = 36;
    constexpr int subjects = 10;
    OpenMarks open(students, subjects);
    QStringList lines;
    for (int row = 0; row < students; ++row) {
        QStringList cells;
        for (int column = 0; column < subjects; ++column)
            cells << QString::number(60 + (row * 7 + column * 3) % 41);
        lines << cells.join('\t');
    }
    const auto replace = [&](int row, int column, const char* text) {
        QStringList cells = lines[row].split('\t');
        cells[column] = text;
        lines[row] = cells.join('\t');
    };
    replace(4, 2, "100,5");
    replace(9, 0, "-1");
    replace(20, 9, "sakit");
    QApplication::clipboard()->setText(lines.join("\r\n") + "\r\n");
    open.goTo(0, 0);
    open.press(Qt::Key_V, Qt::ControlModifier);
    open.settle();
    CHECK(open.stored().size() == students * subjects - 3);
    CHECK(open.model().refusedCount() == 3);
    CHECK(open.shown(4, 2) == "100,5");
    CHECK(open.shown(9, 0) == "-1");
    CHECK(open.shown(20, 9) == "sakit");
    const auto why = [&](int row, int column) {
        return open.model().index(row, column).data(Qt::ToolTipRole).toString();
    };
    CHECK(why(4, 2) == "Must be 0 to 100.");
    CHECK(why(9, 0) == "Must be 0 to 100.");
    CHECK(why(20, 9) == "Must be a number.");
    CHECK(why(0, 0).isEmpty());
    CHECK(open.find<QLabel>("gridStandingWords")->text() == "3 refused");
    open.goTo(0, 0);
    open.press(Qt::Key_F8);
    CHECK(open.grid()->currentIndex() == open.model().index(4, 2));
    CHECK(open.find<QLabel>("gridLineWhat")->text() == "Siswa 05 · Mapel 03: 100,5");

    open.press(Qt::Key_Z, Qt::ControlModifier);
    open.settle();
    CHECK(open.stored().empty());
    CHECK(open.model().refusedCount() == 0);
    open.press(Qt::Key_Y, Qt::ControlModifier);
    open.settle();
    CHECK(open.stored().size() == students * subjects - 3);
    CHECK(open.shown(20, 9) == "sakit");

    open.goTo(20, 9);
    open.type("77");
    open.settle();
    CHECK(open.model().refusedCount() == 2);
    const auto stored = open.stored();
    CHECK(std::count_if(stored.begin(), stored.end(), [](const FinalMark& mark) {
              return mark.mark == 77;
          }) >= 1);
    CHECK(stored.size() == students * subjects - 2);
}

TEST_CASE("Assessments are added in place and the final mark follows", "[ui][grades]")
{
    OpenMarks open(3, 2);
    open.chooseSubject("Mapel 02");
    const auto add = [&](bool end) {
        const int columns = open.model().columnCount();
        open.press(Qt::Key_N, Qt::ControlModifier);
        REQUIRE(open.waits([] { return QApplication::activeModalWidget() != nullptr; }));
        if (end) {
            auto* kind = open.find<QComboBox>("assessmentKind");
            kind->setFocus();
            QTest::keyClick(kind, Qt::Key_Down);
        }
        open.find<QPushButton>("addAssessmentNow")->click();
        REQUIRE(open.waits([&] {
            return !QApplication::activeModalWidget() && open.model().columnCount() == columns + 1;
        }));
        open.activate();
    };
    add(false);
    add(true);
    CHECK(open.model().columns()[0].title == "Test 1");
    CHECK(open.model().columns()[1].title == "Final test");
    open.goTo(0, 0);
    open.type("70", Qt::Key_Tab);
    open.type("80");
    CHECK(open.shown(0, 2) == "75"); // before the store has answered
    open.settle();
    REQUIRE(open.waits([&] { return open.stored().size() == 1; }));
    CHECK(open.stored().front().mark == 75);
    CHECK(open.shown(0, 3) == "C");
    CHECK(open.model().at(0, 2).note == "(1 × material 70.00 + 1 × end of term 80.00) / 2 = 75");

    open.goTo(0, 2); // another mark than the formula's
    open.type("85");
    open.settle();
    REQUIRE(open.model().refusedCount() == 1);
    CHECK(open.stored().front().mark == 75);
    open.goTo(0, 2);
    CHECK(open.find<QPushButton>("overrideMark")->isVisible());
    open.press(Qt::Key_R, Qt::ControlModifier);
    REQUIRE(open.waits([] { return QApplication::activeModalWidget() != nullptr; }));
    CHECK(open.find<QLabel>("overrideWhat")->text() == "Siswa 01 · Mapel 02: 85");
    QTest::keyClicks(open.find<QLineEdit>("overrideReason"), "Juara lomba");
    open.find<QPushButton>("overrideNow")->click();
    REQUIRE(open.waits([&] { return open.stored().front().mark == 85; }));
    CHECK(open.stored().front().overrideReason == QString("Juara lomba"));
    REQUIRE(open.waits([&] { return open.model().at(0, 2).note.startsWith("Set by hand"); }));
    CHECK(open.shown(0, 2) == "85");

    open.activate();
    open.goTo(0, 2);
    open.press(Qt::Key_Delete); // back to the formula
    REQUIRE(open.waits([&] { return open.stored().front().mark == 75; }));
    CHECK(open.waits([&] { return open.shown(0, 2) == "75"; }));
}

TEST_CASE(
    "A remedial mark stands beside the first one and counts up to the passing mark", "[ui][grades]")
{
    OpenMarks open(2, 1, Tongue::English, [](storage::Store& store) {
        const auto term = grades::termOfCode(store, "20252").value();
        const grades::ClassTerm of{grades::listClasses(store, term)->front().id, term};
        const auto subject = store.list<Subject>()->front().id;
        for (const char* kind : {"material", "end_of_term"})
            REQUIRE(grades::saveAssessment(
                store, of, {.subject = subject, .kind = kind, .title = kind}));
    });
    open.chooseSubject("Mapel 01");
    REQUIRE(open.waits([&] { return open.model().columnCount() == 4; }));
    open.find<QPushButton>("showRemedial")->click();
    REQUIRE(open.model().columnCount() == 6);
    open.grid()->setFocus();
    open.goTo(0, 1);
    open.type("90"); // no first mark yet
    open.settle();
    CHECK(open.model().refusedCount() == 1);
    CHECK(
        open.model().index(0, 1).data(Qt::ToolTipRole).toString() ==
        "Needs the mark of the first test.");
    open.goTo(0, 0);
    open.type("60", Qt::Key_Tab);
    open.type("90", Qt::Key_Tab);
    open.type("75");
    open.settle();
    CHECK(open.shown(0, 0) == "60");
    CHECK(open.shown(0, 1) == "90");
    CHECK(open.shown(0, 4) == "75");
}

TEST_CASE("Who has not finished is a list that goes to the place", "[ui][grades]")
{
    OpenMarks open(3, 2);
    open.goTo(0, 1);
    open.type("80");
    open.settle();
    open.press(Qt::Key_M, Qt::ControlModifier);
    auto* table = open.find<QTableView>("missingMarksTable");
    REQUIRE(open.waits([&] { return table->model()->rowCount() == 1; }));
    CHECK(table->model()->index(0, 1).data() == "Mapel 02");
    CHECK(table->model()->index(0, 2).data() == "2 of 3");
    open.chooseSubject("Mapel 01");
    QTest::mouseClick(
        table->viewport(),
        Qt::LeftButton,
        {},
        table->visualRect(table->model()->index(0, 0)).center());
    REQUIRE(open.waits([&] {
        return open.page->findChild<DataGrid*>("classGrid")->isVisible() && open.grid()->hasFocus();
    }));
    CHECK(open.grid()->currentIndex() == open.model().index(1, 1));
}

TEST_CASE("A locked term takes marks with a reason", "[ui][grades]")
{
    OpenMarks open(2, 1, Tongue::English, [](storage::Store& store) {
        Term term = grades::termOfCode(store, "20252").value();
        term.state = "locked";
        REQUIRE(store.save(term));
    });
    open.goTo(0, 0);
    open.type("80");
    open.settle();
    CHECK(open.model().refusedCount() == 1);
    CHECK(open.stored().empty());
    auto* reason = open.find<QLineEdit>("reasonOfMarks");
    CHECK(reason->isVisible());
    reason->setFocus();
    QTest::keyClicks(reason, "Salah ketik");
    QTest::keyClick(reason, Qt::Key_Return);
    REQUIRE(open.waits([&] { return open.model().refusedCount() == 0; }));
    open.settle();
    CHECK(open.stored().size() == 1);
}

TEST_CASE("A school without classes or subjects says what to do", "[ui][grades]")
{
    OpenMarks noStudents(0, 2);
    CHECK(noStudents.list->state() == StateStack::State::Empty);
    CHECK(noStudents.says("Nobody is in this class"));
    OpenMarks noSubjects(2, 0);
    CHECK(noSubjects.list->state() == StateStack::State::Empty);
    CHECK(noSubjects.says("There are no subjects yet"));
}
