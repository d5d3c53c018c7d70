// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grades/FinalMark.h"
#include "core/people/PeopleActions.h"
#include "core/school/ClassSubjectActions.h"
#include "core/school/DatedRules.h"
#include "core/school/SchoolCalendar.h"
#include "core/school/SchoolRecords.h"
#include "core/school/SetupActions.h"
#include "core/school/TermActions.h"
#include "tests/support/Builders.h"
#include "tests/ui/OpenSettingsPage.h"
#include "ui/school/CalendarMonth.h"
#include "ui/school/SettingsTabs.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using storage::Store;

namespace {

Done setUp(Store& store)
{
    const auto applied = school::applySetup(
        store, school::proposeSetup({.parallelClasses = 2, .weekDays = 5, .startYear = 2025}));
    return applied ? done() : Done(applied.error());
}

qint64 countOf(OpenSettingsPage& open, const EntityInfo& entity)
{
    return open.ask([&](Store& store) { return store.count(entity); });
}

QPoint placeOf(const CalendarMonth& month, QDate day)
{
    for (int row = 0; row < month.rowCount(); ++row)
        for (int column = 0; column < month.columnCount(); ++column)
            if (month.item(row, column)->data(Qt::UserRole).toDate() == day)
                return month.visualItemRect(month.item(row, column)).center();
    return {};
}

} // namespace

TEST_CASE("A new school is set up with four keys and takes its first mark", "[ui][settings]")
{
    OpenSettingsPage open;
    auto* assistant = child<QWidget>(*open.page, "setupAssistant");
    REQUIRE(soon([&] { return assistant->isVisible(); }));
    int keys = 0;
    const auto press = [&](Qt::Key key) {
        ++keys;
        open.key(key);
    };
    press(Qt::Key_Return); // SMP, Merdeka, as proposed
    CHECK(child<QSpinBox>(*open.page, "setupParallel")->hasFocus());
    press(Qt::Key_2);
    CHECK(child<QSpinBox>(*open.page, "setupParallel")->value() == 2);
    press(Qt::Key_Return);
    CHECK(open.text("setupSummary").contains("7A, 7B, 8A, 8B, 9A, 9B"));
    CHECK(open.text("setupSummary").contains("17 Aug 2025 Proklamasi Kemerdekaan"));
    press(Qt::Key_Return);
    REQUIRE(open.hasRows("classesTable", 6));
    CHECK(keys == 4);
    CHECK(open.cell("classesTable", 0, 0) == "7A");
    CHECK(open.cell("classesTable", 0, 2) == "Merdeka");

    // A student comes, and the mark is taken for what their class learns.
    const double mark = open.ask([](Store& store) -> Result<double> {
        Student student = aStudent();
        if (auto saved = people::saveStudent(store, student, QStringLiteral("7A")); !saved)
            return saved.error();
        const auto stay = people::lastEnrolment(store, student.id);
        if (!stay) return stay.error();
        const auto term = school::termOf(store, QStringLiteral("20252"));
        if (!term) return term.error();
        const auto learned = school::listClassSubjects(store, (*stay)->classGroup, term->id);
        if (!learned) return learned.error();
        FinalMark first{
            .student = student.id,
            .subject = learned->at(3).subject,
            .term = term->id,
            .mark = learned->at(3).passingMark};
        if (auto saved = store.save(first); !saved) return saved.error();
        return first.mark;
    });
    CHECK(mark == 75.0);
}

TEST_CASE("What the assistant has made is taken back by one key", "[ui][settings]")
{
    OpenSettingsPage open;
    REQUIRE(soon([&] { return child<QWidget>(*open.page, "setupAssistant")->isVisible(); }));
    for (int step = 0; step < 3; ++step)
        open.press("setupNext");
    REQUIRE(open.hasRows("classesTable", 9));
    open.undo();
    REQUIRE(open.hasRows("classesTable", 0));
    CHECK(countOf(open, entityInfo<Subject>()) == 0);
    CHECK(countOf(open, entityInfo<CalendarDay>()) == 0);
}

TEST_CASE("The assistant goes back a step, and Esc leaves it with nothing made", "[ui][settings]")
{
    OpenSettingsPage open;
    auto* assistant = child<QWidget>(*open.page, "setupAssistant");
    REQUIRE(soon([&] { return assistant->isVisible(); }));
    child<QComboBox>(*open.page, "setupLevel")->setCurrentIndex(0); // SD
    open.key(Qt::Key_Return);
    open.key(Qt::Key_Return);
    CHECK(open.text("setupSummary").contains("6A, 6B, 6C"));
    open.press("setupBack");
    CHECK(child<QSpinBox>(*open.page, "setupParallel")->hasFocus());
    open.key(Qt::Key_Escape);
    CHECK_FALSE(assistant->isVisible());
    CHECK(countOf(open, entityInfo<ClassGroup>()) == 0);
}

TEST_CASE("A day becomes a holiday by Space and by click, and free of it again", "[ui][settings]")
{
    OpenSettingsPage open(setUp);
    open.open(SettingsTab::Calendar);
    auto* month = child<CalendarMonth>(*open.page, "calendarMonth");
    const QDate today(2026, 3, 2);
    REQUIRE(soon([&] { return month->currentDay() == today; }));
    CHECK(open.text("calendarTitle") == "March 2026");
    const auto named = [&](QDate day) {
        return open.ask([day](Store& store) -> Result<QString> {
            const auto found = school::schoolDayOn(store, day);
            if (!found) return found.error();
            return found->isSchoolDay() ? QString() : found->name;
        });
    };
    typeInto(child<QLineEdit>(*open.page, "calendarName"), "Nyepi");
    month->setFocus();
    open.key(Qt::Key_Right);
    open.key(Qt::Key_Space);
    REQUIRE(open.hasRows("calendarTable", 6)); // five of the set-up
    CHECK(named(today.addDays(1)) == "Nyepi");
    CHECK(month->currentDay() == today.addDays(1)); // the place is kept

    QTest::mouseClick(
        month->viewport(), Qt::LeftButton, Qt::NoModifier, placeOf(*month, QDate(2026, 3, 4)));
    REQUIRE(open.hasRows("calendarTable", 7));
    CHECK(named(QDate(2026, 3, 4)) == "Nyepi");
    open.key(Qt::Key_Space); // once more
    REQUIRE(open.hasRows("calendarTable", 6));
    CHECK(named(QDate(2026, 3, 4)).isEmpty());
    open.undo();
    REQUIRE(open.hasRows("calendarTable", 7));
    CHECK(named(QDate(2026, 3, 4)) == "Nyepi");

    open.key(Qt::Key_PageDown);
    CHECK(soon([&] { return open.text("calendarTitle") == "April 2026"; }));
}

TEST_CASE("A pasted list of holidays is entered whole or not at all", "[ui][settings]")
{
    OpenSettingsPage open(setUp);
    open.open(SettingsTab::Calendar);
    REQUIRE(open.hasRows("calendarTable", 5));
    QApplication::clipboard()->setText("20/03/2026 - 21/03/2026 Idulfitri\nKenaikan Isa\n");
    open.press("pasteCalendar");
    REQUIRE(open.says("calendarProblem", "line 2"));
    CHECK(countOf(open, entityInfo<CalendarDay>()) == 5);
    QApplication::clipboard()->setText(
        "20/03/2026 - 21/03/2026 Idulfitri\n14 Mei 2026 Kenaikan Isa");
    child<CalendarMonth>(*open.page, "calendarMonth")->setFocus();
    open.key(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(open.hasRows("calendarTable", 8));
    CHECK(open.text("calendarProblem").isEmpty());
    open.undo();
    REQUIRE(open.hasRows("calendarTable", 5));
}

TEST_CASE("A class is added by key; a name that is taken is refused at its field", "[ui][settings]")
{
    OpenSettingsPage open(setUp);
    open.open(SettingsTab::Classes);
    REQUIRE(open.hasRows("classesTable", 6));
    open.choose("classesTable", 0);
    open.key(Qt::Key_N, Qt::ControlModifier);
    open.type("classPanel", "name", "7B");
    open.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(open.notes("classPanel", "name", "already used"));
    CHECK(countOf(open, entityInfo<ClassGroup>()) == 6);
    open.type("classPanel", "name", "7C");
    open.type("classPanel", "grade_level", "7");
    open.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(open.hasRows("classesTable", 7));
    CHECK(open.table("classesTable")->currentIndex().row() == 2);
    CHECK(open.cell("classesTable", 2, 0) == "7C");
    open.choose("classesTable", 1); // 7B, which learns ten subjects in two terms
    const qint64 learned = countOf(open, entityInfo<ClassSubject>());
    open.press("removeClass");
    REQUIRE(open.hasRows("classesTable", 6));
    CHECK(countOf(open, entityInfo<ClassSubject>()) < learned);
    open.undo();
    REQUIRE(open.hasRows("classesTable", 7));
    CHECK(countOf(open, entityInfo<ClassSubject>()) == learned);
}

TEST_CASE("Esc leaves a new class at once, and asks when something was typed", "[ui][settings]")
{
    OpenSettingsPage open(setUp);
    open.open(SettingsTab::Classes);
    REQUIRE(open.hasRows("classesTable", 6));
    open.press("addSetting");
    auto* name = child<QLineEdit>(*child<QWidget>(*open.page, "classPanel"), "name");
    CHECK(name->text().isEmpty());
    QTest::keyClick(name, Qt::Key_Escape);
    CHECK(name->text() == "7A"); // the chosen one again
    CHECK(open.desk.dialogs.questions.empty());
    open.press("addSetting");
    open.type("classPanel", "name", "7Z");
    open.desk.dialogs.accepts = false;
    QTest::keyClick(name, Qt::Key_Escape);
    CHECK(open.desk.dialogs.questions.size() == 1);
    CHECK(name->text() == "7Z");
}

TEST_CASE("A class that somebody is in is not removed, and the panel says why", "[ui][settings]")
{
    OpenSettingsPage open([](Store& store) -> Done {
        if (Done made = setUp(store); !made) return made;
        Student student = aStudent();
        const auto saved = people::saveStudent(store, student, QStringLiteral("7A"));
        return saved ? done() : Done(saved.error());
    });
    open.open(SettingsTab::Classes);
    REQUIRE(open.hasRows("classesTable", 6));
    CHECK(open.cell("classesTable", 0, 4) == "1");
    open.choose("classesTable", 0);
    open.press("removeClass");
    REQUIRE(open.says("classProblem", "still in use"));
    CHECK(countOf(open, entityInfo<ClassGroup>()) == 6);
}

TEST_CASE("Weights of a class that sum to nothing are refused at their field", "[ui][settings]")
{
    OpenSettingsPage open(setUp);
    open.open(SettingsTab::Subjects);
    REQUIRE(soon([&] { return child<QComboBox>(*open.page, "subjectScope")->count() == 7; }));
    auto* scope = child<QComboBox>(*open.page, "subjectScope");
    scope->setCurrentIndex(1); // 7A
    emit scope->activated(1);
    REQUIRE(soon([&] { return open.cell("subjectsTable", 0, 3) == "As the school"; }));
    open.choose("subjectsTable", 3);
    open.type("classSubjectPanel", "material_weight", "0");
    open.type("classSubjectPanel", "final_weight", "0");
    open.press("saveClassSubject");
    REQUIRE(open.notes("classSubjectPanel", "final_weight", "must not be 0"));
    open.type("classSubjectPanel", "passing_mark", "68");
    open.type("classSubjectPanel", "material_weight", "60");
    open.type("classSubjectPanel", "final_weight", "40");
    open.press("saveClassSubject");
    REQUIRE(soon([&] { return open.cell("subjectsTable", 3, 3) == "60 : 40"; }));
    CHECK(open.cell("subjectsTable", 3, 2) == "68");
    CHECK(open.cell("subjectsTable", 2, 2) == "75");
}

TEST_CASE("A closed term is opened again with a reason only", "[ui][settings]")
{
    OpenSettingsPage open([](Store& store) -> Done {
        const auto term = school::termOf(store, QStringLiteral("20251"));
        return school::setTermState(store, term->id, QStringLiteral("locked"), {});
    });
    REQUIRE(soon([&] { return child<QWidget>(*open.page, "setupAssistant")->isVisible(); }));
    open.open(SettingsTab::Terms);
    REQUIRE(open.hasRows("termsTable", 2));
    CHECK(open.cell("termsTable", 1, 0) == "Locked");
    open.choose("termsTable", 1);
    auto* state = child<QComboBox>(*child<QWidget>(*open.page, "termPanel"), "state");
    const auto openIt = [&] {
        state->setFocus();
        QTest::keyClick(state, Qt::Key_Home);
        open.press("saveTerm");
    };
    openIt();
    REQUIRE(open.says("termProblem", "with a reason only"));
    CHECK(open.cell("termsTable", 1, 0) == "Locked");
    typeInto(child<QLineEdit>(*open.page, "termReason"), "Rapor salah cetak");
    openIt();
    REQUIRE(soon([&] { return open.cell("termsTable", 1, 0) == "Open term"; }));
}

TEST_CASE("Days of a term outside its year, or in the other term, are refused", "[ui][settings]")
{
    OpenSettingsPage open(setUp);
    open.open(SettingsTab::Terms);
    REQUIRE(open.hasRows("termsTable", 2));
    open.choose("termsTable", 0); // 2025/2026 Genap
    open.type("termPanel", "ends_on", "2026-07-04");
    open.press("saveTerm");
    REQUIRE(open.notes(
        "termPanel", "ends_on", "must be in the school year, 1 Jul 2025 to 30 Jun 2026"));
    open.type("termPanel", "ends_on", "2026-06-20");
    open.type("termPanel", "starts_on", "2025-12-31");
    open.press("saveTerm");
    REQUIRE(open.notes("termPanel", "starts_on", "overlaps with 20251, 1 Jul 2025 to 31 Dec 2025"));
    open.type("termPanel", "starts_on", "2026-01-05");
    open.press("saveTerm");
    REQUIRE(soon([&] { return open.cell("termsTable", 0, 3) == "20 Jun 2026"; }));
    open.press("addSetting"); // the next school year
    REQUIRE(open.hasRows("termsTable", 4));
}

TEST_CASE("A threshold is kept within its range and its neighbour", "[ui][settings]")
{
    OpenSettingsPage open(setUp);
    open.open(SettingsTab::Rules);
    REQUIRE(open.hasRows("rulesTable", static_cast<int>(school::ruleInfos().size())));
    int high = 0;
    while (open.cell("rulesTable", high, 0) != QString::fromUtf8("Attendance “Tinggi” from"))
        ++high;
    open.choose("rulesTable", high);
    open.type("rulePanel", "value", "101");
    open.press("saveRule");
    REQUIRE(open.notes("rulePanel", "value", "must be 0 to 100"));
    open.type("rulePanel", "value", "70");
    open.press("saveRule");
    REQUIRE(open.notes("rulePanel", "value", "must be at least 75"));
    open.type("rulePanel", "value", "85");
    open.type("rulePanel", "since", "2026-07-01");
    open.press("saveRule");
    REQUIRE(soon([&] { return open.cell("rulesTable", high, 3).contains("1 Jul 2026"); }));
    CHECK(open.cell("rulesTable", high, 1).startsWith("80"));
    CHECK(open.text("rulePast").contains("from the beginning"));
}

TEST_CASE("Whoever may only read sees values and no buttons", "[ui][settings]")
{
    OpenSettingsPage open(setUp);
    open.desk.context.setPerson(
        {.id = QUuid::createUuid(), .name = "Sri", .roles = security::Role::Staff});
    open.page = std::make_unique<SettingsPage>(open.desk.context);
    open.page->resize(1140, 680);
    showActive(*open.page);
    open.open(SettingsTab::Classes);
    REQUIRE(open.hasRows("classesTable", 6));
    open.choose("classesTable", 0);
    for (const char* button : {"addSetting", "setUpSchool", "saveClass", "removeClass"})
        CHECK_FALSE(child<QWidget>(*open.page, button)->isVisible());
    CHECK(child<QLineEdit>(*child<QWidget>(*open.page, "classPanel"), "name")->isReadOnly());
    open.open(SettingsTab::Calendar);
    REQUIRE(open.hasRows("calendarTable", 5));
    child<CalendarMonth>(*open.page, "calendarMonth")->setFocus();
    open.key(Qt::Key_Space);
    CHECK(countOf(open, entityInfo<CalendarDay>()) == 5);
}

TEST_CASE("What is typed about the school is stored, or refused at its field", "[ui][settings]")
{
    OpenSettingsPage open(setUp);
    REQUIRE(soon([&] { return child<QWidget>(*open.page, "schoolPanel")->isVisible(); }));
    open.type("schoolPanel", "npsn", "123");
    open.press("saveSchool");
    REQUIRE(open.notes("schoolPanel", "npsn", "form"));
    open.type("schoolPanel", "npsn", "20101234");
    open.press("saveSchool");
    REQUIRE(soon([&] { return open.note("schoolPanel", "npsn").isEmpty(); }));
    CHECK(soon([&] {
        return open.ask([](Store& store) { return school::theSchool(store); }).npsn == "20101234";
    }));
}
