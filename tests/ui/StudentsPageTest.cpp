// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/students/StudentsPage.h"

#include "tests/ui/OpenPage.h"
#include "ui/common/UndoBar.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using people::StudentRow;
using storage::Store;

TEST_CASE("A school without students says how to begin", "[ui][students]")
{
    OpenPage open(0);
    CHECK(open.list->state() == StateStack::State::Empty);
    QStringList asked = {"not asked"};
    QObject::connect(&open.desk.context, &Context::importRequested, [&](const QStringList& paths) {
        asked = paths;
    });
    child<QPushButton>(*open.list, "emptyAction")->click();
    CHECK(asked.isEmpty());
}

TEST_CASE("The search finds while one types, and Escape takes it back", "[ui][students]")
{
    OpenPage open(300);
    CHECK(open.rows() == 300);
    open.press(Qt::Key_F, Qt::ControlModifier);
    QWidget* search = open.field("searchStudents");
    CHECK(search->hasFocus());
    QTest::keyClicks(search, "putri nur");
    REQUIRE(soon([&] { return open.rows() == 1; }));
    CHECK(open.cell(0, 1) == "Putri Nur'aini");
    QTest::keyClicks(search, "zzz");
    REQUIRE(soon([&] { return open.list->state() == StateStack::State::Empty; }));
    QTest::keyClick(search, Qt::Key_Escape);
    REQUIRE(soon([&] { return open.rows() == 300; }));
    CHECK(open.list->state() == StateStack::State::Data);
}

TEST_CASE("A class is chosen, and the list is turned by its headings", "[ui][students]")
{
    OpenPage open(90);
    auto* classes = child<QComboBox>(*open.page, "classFilter");
    REQUIRE(soon([&] { return classes->count() == 19; }));
    classes->setFocus();
    QTest::keyClicks(classes, "8B");
    REQUIRE(soon([&] { return open.rows() == 5; }));
    CHECK(open.cell(0, 2) == "8B");

    const auto click = [&](int column) {
        auto* head = open.table->horizontalHeader();
        const QPoint place(head->sectionViewportPosition(column) + 10, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, place);
    };
    click(0);
    REQUIRE(soon([&] { return open.cell(0, 0) == "10008"; }));
    click(0);
    REQUIRE(soon([&] { return open.cell(0, 0) == "10080"; }));
    CHECK(open.cell(4, 0) == "10008");
    click(5); // not an order; the arrow stays where it was
    CHECK(open.table->horizontalHeader()->sortIndicatorSection() == 0);
}

TEST_CASE("A student is added by the keyboard alone and is shown at their place", "[ui][students]")
{
    OpenPage open(300);
    open.openForm();
    CHECK(open.field("nis")->hasFocus());
    QTest::keyClicks(open.field("nis"), "77001");
    open.press(Qt::Key_Return);
    CHECK(open.field("name")->hasFocus());
    QTest::keyClicks(open.field("name"), "Made Wiryawan");
    open.press(Qt::Key_Return);
    CHECK(
        open.field("class")->isAncestorOf(open.page->focusWidget()) |
        open.field("class")->hasFocus());
    QTest::keyClicks(open.page->focusWidget(), "8C");
    typeInto(open.field("birth_date"), "17082012");
    open.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(soon([&] { return open.current() == "Made Wiryawan"; }));
    CHECK_FALSE(open.formIsOpen());
    CHECK(open.table->hasFocus());
    CHECK(open.table->visualRect(open.table->currentIndex()).isValid());
    CHECK(open.cell(open.table->currentIndex().row(), 4) == "17 Aug 2012");

    const auto stored = open.stored("77001");
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].name == "Made Wiryawan");
    CHECK(stored[0].className == QString("8C"));
    CHECK(stored[0].birthDate == QDate(2012, 8, 17));
}

TEST_CASE(
    "The first student is added by Ctrl+N, wherever the focus is in the window", "[ui][students]")
{
    Desk desk;
    openSchool(desk);
    QWidget window;
    QPushButton elsewhere(&window);
    StudentsPage page(desk.context, &window);
    showActive(window);
    elsewhere.setFocus();
    QTest::keyClick(&elsewhere, Qt::Key_N, Qt::ControlModifier);
    CHECK(soon([&] { return child<QWidget>(page, "studentForm")->isVisible(); }));
    CHECK(child<QLineEdit>(page, "nis")->hasFocus());
}

TEST_CASE("What is wrong is said below its field and nothing is stored", "[ui][students]")
{
    OpenPage open(30);
    open.openForm();
    typeInto(open.field("nis"), "12");
    typeInto(open.field("name"), "Ani");
    CHECK(open.note("nis") == "Must have 5 to 20 characters"); // as soon as the field is left
    typeInto(open.field("birth_date"), QDate::currentDate().addDays(1).toString("dd/MM/yyyy"));
    open.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(soon([&] { return open.note("birth_date") == "Must be a date before today"; }));
    CHECK(open.note("nis") == "Must have 5 to 20 characters");
    CHECK(open.field("nis")->hasFocus());
    CHECK(open.formIsOpen());
    CHECK(open.stored("Ani").empty());

    typeInto(open.field("nis"), "10001"); // somebody else's
    typeInto(open.field("birth_date"), "31 February");
    open.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(soon([&] { return open.note("birth_date").contains("date"); }));
    typeInto(open.field("birth_date"), "");
    open.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(soon([&] { return open.note("nis") == "Is already used by another record"; }));
    CHECK(open.stored("10001").size() == 1);
}

TEST_CASE("A student is edited; Escape asks only when something was typed", "[ui][students]")
{
    OpenPage open(30);
    open.table->setCurrentIndex(open.table->model()->index(2, 1));
    const QString name = open.current();
    const QString nis = open.cell(2, 0);
    open.openForm(Qt::Key_Return);
    CHECK(qobject_cast<QLineEdit*>(open.field("name"))->text() == name);
    open.press(Qt::Key_Escape);
    CHECK_FALSE(open.formIsOpen());
    CHECK(open.desk.dialogs.questions.isEmpty());

    open.openForm(Qt::Key_Return);
    typeInto(open.field("name"), "Zulkifli Baru");
    open.desk.dialogs.accepts = false;
    open.press(Qt::Key_Escape);
    CHECK(open.desk.dialogs.questions.size() == 1);
    CHECK(open.formIsOpen());
    open.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(soon([&] { return open.current() == "Zulkifli Baru"; }));
    CHECK(open.table->currentIndex().row() == 29);
    REQUIRE(open.stored(nis).size() == 1);
    CHECK(open.stored(nis)[0].name == "Zulkifli Baru");
}

TEST_CASE(
    "Somebody else's change is shown beside what was typed, and one chooses", "[ui][students]")
{
    const bool mine = GENERATE(true, false);
    OpenPage open(3);
    const StudentRow before = open.stored("10001").at(0);
    open.table->setCurrentIndex(open.table->model()->index(0, 1));
    open.openForm(Qt::Key_Return);
    typeInto(open.field("name"), "Typed Here");
    inStore(open.desk, [&](Store& store) -> Done {
        auto found = store.find<Student>(before.id);
        Student other = (*found)->record;
        other.name = "Saved Elsewhere";
        if (auto saved = store.save(other); !saved) return saved.error();
        return done();
    });
    open.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(soon([&] { return open.note("name") == "Stored now: Saved Elsewhere"; }));
    CHECK(qobject_cast<QLineEdit*>(open.field("name"))->text() == "Typed Here");
    CHECK(open.field("formProblem")->isVisible());
    CHECK(open.stored("Typed Here").empty());
    if (mine) {
        child<QPushButton>(*open.page, "keepMine")->click();
        REQUIRE(soon([&] { return open.current() == "Typed Here"; }));
        CHECK(open.stored("Saved Elsewhere").empty());
    } else {
        child<QPushButton>(*open.page, "takeStored")->click();
        CHECK(soon([&] {
            return qobject_cast<QLineEdit*>(open.field("name"))->text() == "Saved Elsewhere";
        }));
        CHECK_FALSE(open.field("formProblem")->isVisible());
    }
}

TEST_CASE("A deleted student comes back by Undo, to their place", "[ui][students]")
{
    OpenPage open(30);
    open.table->setFocus();
    open.table->setCurrentIndex(open.table->model()->index(4, 1));
    const QString name = open.current();
    open.press(Qt::Key_Delete);
    REQUIRE(soon([&] { return open.rows() == 29; }));
    CHECK(open.table->currentIndex().row() == 4);
    CHECK(open.stored(name).empty());
    CHECK(open.page->findChild<UndoBar*>()->accessibleName() == name + " has been deleted.");
    child<QPushButton>(*open.page, "undo")->click();
    REQUIRE(soon([&] { return open.rows() == 30 && open.current() == name; }));
    CHECK(open.table->currentIndex().row() == 4);
    CHECK(open.stored(name).size() == 1);
}

TEST_CASE("The next student is typed without leaving the form", "[ui][students]")
{
    OpenPage open(3);
    open.openForm();
    for (const char* nis : {"88001", "88002"}) {
        QTest::keyClicks(open.field("nis"), nis);
        typeInto(open.field("name"), QString("Anak ") + nis);
        if (nis == std::string("88001")) typeInto(open.page->findChild<QComboBox*>("class"), "9A");
        open.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(soon([&] {
            return qobject_cast<QLineEdit*>(open.field("nis"))->text().isEmpty() &&
                   open.stored(nis).size() == 1;
        }));
        CHECK(open.field("nis")->hasFocus());
    }
    CHECK(open.stored("88002")[0].className == QString("9A")); // the class stays
}

TEST_CASE("A store that fails is told with a way to try again", "[ui][students]")
{
    Desk desk;
    StudentsPage page(desk.context);
    page.show();
    auto* list = child<StateStack>(page, "studentsList");
    REQUIRE(soon([&] { return list->state() == StateStack::State::Error; }));
    openSchool(desk);
    child<QPushButton>(*list, "problemAction")->click();
    REQUIRE(soon([&] { return list->state() == StateStack::State::Empty; }));
}

TEST_CASE("Both languages, switched while the form is open, keep what was typed", "[ui][students]")
{
    OpenPage open(30);
    open.openForm();
    typeInto(open.field("nis"), "1");
    typeInto(open.field("name"), "Ani");
    open.desk.language.setTongue(Tongue::Indonesian);
    QApplication::processEvents();
#ifdef EDUPRO_LUPDATE
    CHECK(open.note("nis") == "Harus 5 sampai 20 karakter");
    CHECK(open.table->model()->headerData(1, Qt::Horizontal).toString() == "Nama");
    CHECK(open.cell(0, 5) == "Aktif");
#endif
    CHECK(qobject_cast<QLineEdit*>(open.field("name"))->text() == "Ani");
}

TEST_CASE("Another page opens a class or a student", "[ui][students]")
{
    OpenPage open(90);
    emit open.desk.context.pageOpened("students", {{"class", "7B"}});
    REQUIRE(soon([&] { return open.rows() == 5; }));
    const StudentRow wanted = open.stored("10050").at(0);
    emit open.desk.context.pageOpened("students", {{"student", wanted.id.text()}});
    REQUIRE(soon([&] { return open.rows() == 90 && open.current() == wanted.name; }));
    CHECK(open.cell(open.table->currentIndex().row(), 0) == "10050");
}

TEST_CASE("The history of a student tells who changed what, newest first", "[ui][students]")
{
    OpenPage open(30);
    open.table->setFocus();
    open.openForm(Qt::Key_Return);
    const QString old = child<QLineEdit>(*open.page, "name")->text();
    typeInto(open.field("name"), "Adi Wijaya Kusuma");
    open.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(soon([&] { return open.current() == "Adi Wijaya Kusuma"; }));
    open.table->setFocus();
    open.press(Qt::Key_H, Qt::ControlModifier);
    auto* panel = open.field("studentHistory");
    REQUIRE(soon([&] { return panel->isVisible(); }));
    const auto texts = [&] {
        QStringList all;
        for (const QLabel* label : panel->findChildren<QLabel*>())
            if (label->isVisible()) all << label->text();
        return all.join('\n');
    };
    REQUIRE(soon([&] { return texts().contains("Adi Wijaya Kusuma\n") || texts().contains(old); }));
    const QString told = texts();
    CHECK(told.contains(QString::fromUtf8("Name: %1 → Adi Wijaya Kusuma").arg(old)));
    CHECK(told.indexOf("Changed") < told.indexOf("Added"));
    QTest::keyClick(panel, Qt::Key_Escape);
    CHECK_FALSE(panel->isVisible());
}
