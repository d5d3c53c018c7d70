// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/PeopleActions.h"
#include "core/privacy/EraseStudent.h"
#include "core/storage/audit/AuditLog.h"
#include "tests/privacy/SampleFamily.h"
#include "tests/support/SchoolDesk.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/students/StudentForm.h"
#include "ui/students/StudentsPage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using storage::Store;

namespace {

const QString dots(8, QChar(0x2022));

struct OpenForm {
    Desk desk;
    Family family;
    std::unique_ptr<StudentsPage> page;
    StudentForm* form = nullptr;

    explicit OpenForm(const Person& person = {})
    {
        openSchool(desk, 0);
        family = inStore(desk, [](Store& store) -> Result<Family> { return aFamily(store); });
        desk.context.setPerson(person);
        page = std::make_unique<StudentsPage>(desk.context);
        page->resize(1140, 640);
        showActive(*page);
        form = page->findChild<StudentForm*>();
        edit(family.child.id);
    }
    void edit(const StudentId& student)
    {
        form->edit(student);
        REQUIRE(soon([&] { return form->isVisible() && form->student() == student; }));
    }
    QLineEdit* line(const char* name) const { return child<QLineEdit>(*form, name); }
    QString notes() const { return child<QPlainTextEdit>(*form, "health_notes")->toPlainText(); }
    void show() const
    {
        child<QToolButton>(*form, "nikShow")->click();
        REQUIRE(soon([&] { return line("nik")->text() == *family.child.nik; }));
    }
    bool isMasked() const
    {
        return line("nik")->text() == dots + " 077" && line("nik")->isReadOnly() && notes() == dots;
    }
    void save() const
    {
        child<QPushButton>(*form, "saveStudent")->click();
        REQUIRE(soon([&] { return !form->isVisible(); }));
    }
    Student stored()
    {
        const auto found =
            inStore(desk, [&](Store& store) { return store.find<Student>(family.child.id); });
        return found->record;
    }
    qint64 disclosures()
    {
        return inStore(desk, [&](Store& store) {
            return storage::auditCount(
                store,
                {.actions = {codeOf(storage::AuditAction::ReadMasked)},
                 .row = family.child.id.value});
        });
    }
};

} // namespace

TEST_CASE("Sealed fields are masked until they are asked for, which is noted", "[ui][privacy]")
{
    OpenForm open;
    CHECK(open.isMasked());
    CHECK(open.disclosures() == 0);
    QTest::keyClicks(open.line("nik"), "123");
    CHECK(open.isMasked());
    open.show();
    CHECK(open.notes() == open.family.child.healthNotes);
    CHECK_FALSE(child<QToolButton>(*open.form, "nikShow")->isVisible());
    CHECK_FALSE(open.line("nik")->isReadOnly());
    CHECK(open.disclosures() == 1);
    CHECK_FALSE(open.form->isChanged());

    open.edit(open.family.sibling.id);
    open.edit(open.family.child.id);
    CHECK(open.isMasked());
    open.show();
    open.page->hide(); // another page, or the locked screen
    open.page->show();
    CHECK(open.isMasked());
}

TEST_CASE("Saving what was edited masked does not touch what stands below", "[ui][privacy]")
{
    OpenForm open;
    typeInto(open.line("address"), "Jalan Baru 1");
    open.save();
    Student expected = open.family.child;
    expected.address = "Jalan Baru 1";
    CHECK(open.stored() == expected);
    CHECK(open.disclosures() == 0);

    open.edit(open.family.child.id);
    open.show();
    typeInto(open.line("nik"), "3273015708130078");
    open.page->hide(); // what was typed stays, what was only shown goes
    open.page->show();
    CHECK(open.line("nik")->text() == "3273015708130078");
    CHECK(open.notes() == dots);
    open.save();
    expected.nik = "3273015708130078";
    CHECK(open.stored() == expected);
}

TEST_CASE("A conflict does not show what nobody asked to see", "[ui][privacy]")
{
    OpenForm open;
    typeInto(open.line("name"), "Typed Here");
    inStore(open.desk, [&](Store& store) {
        Student other = open.family.child;
        other.nik = "3273015708130099";
        other.address = "Jalan Lain 2";
        return store.save(other);
    });
    child<QPushButton>(*open.form, "saveStudent")->click();
    auto* theirs = child<QPushButton>(*open.form, "takeStored");
    REQUIRE(soon([&] { return theirs->isVisible(); }));
    CHECK(child<QLabel>(*open.form, "addressNote")->text().contains("Jalan Lain 2"));
    for (const QLabel* label : open.form->findChildren<QLabel*>())
        CHECK_FALSE(label->text().contains("3273015708130099"));
    theirs->click();
    CHECK(soon([&] { return open.line("nik")->text() == dots + " 099"; }));
    CHECK(open.disclosures() == 0);
}

TEST_CASE("A teacher reads students without sealed fields and changes nothing", "[ui][privacy]")
{
    OpenForm open(
        {.id = QUuid::createUuid(),
         .login = "budi",
         .name = "Budi",
         .roles = security::Role::Teacher});
    CHECK_FALSE(open.form->findChild<QWidget*>("nik"));
    CHECK_FALSE(open.form->findChild<QWidget*>("health_notes"));
    CHECK(open.line("name")->isReadOnly());
    CHECK_FALSE(child<QComboBox>(*open.form, "gender")->isEnabled());
    for (const char* name : {"saveStudent", "addStudent", "showPersonalData"})
        CHECK_FALSE(child<QPushButton>(*open.page, name)->isVisible());
    QTest::keyClick(open.form, Qt::Key_S, Qt::ControlModifier);
    CHECK(open.form->isVisible());
}

TEST_CASE("What a family stated is listed beside the student and stated anew", "[ui][privacy]")
{
    OpenForm open;
    QTest::keyClick(open.form, Qt::Key_Escape);
    auto* table = child<RecordTable>(*open.page, "studentsTable");
    REQUIRE(soon([&] { return table->model()->rowCount() == 3; }));
    emit open.desk.context.pageOpened("students", {{"student", open.family.child.id.text()}});
    REQUIRE(soon([&] { return table->currentId() == open.family.child.id.text(); }));
    child<QPushButton>(*open.page, "showPersonalData")->click();
    auto* lines = child<QLabel>(*open.page, "consentLines");
    REQUIRE(soon([&] { return lines->isVisible(); }));
    CHECK(lines->text().startsWith("Publication of name and picture: Agreed"));
    auto* state = child<QComboBox>(*open.page, "consentState");
    state->setCurrentIndex(state->findData("withdrawn"));
    auto* purpose = child<QComboBox>(*open.page, "consentPurpose");
    purpose->setCurrentIndex(purpose->findData("publication"));
    typeInto(child<QLineEdit>(*open.page, "consentStatedBy"), "Ibu Sari");
    child<QPushButton>(*open.page, "saveConsent")->click();
    CHECK(soon([&] { return lines->text().contains("Agreement taken back"); }));
    CHECK(lines->text().contains("(Ibu Sari)"));
    CHECK_FALSE(lines->text().contains("Agreed,")); // the new one took its place

    QString opened;
    QObject::connect(
        &open.desk.context,
        &Context::pageRequested,
        [&](const QString& id, const PageFilter& with) {
            opened = id + ' ' + with.value("student").toString();
        });
    child<QPushButton>(*open.page, "noteRequest")->click();
    CHECK(opened == "privacy " + open.family.child.id.text());
}

namespace {

/// Chooses the student in the list and opens what `button` shows of them.
void showBeside(OpenForm& open, const char* button)
{
    QTest::keyClick(open.form, Qt::Key_Escape);
    auto* table = child<RecordTable>(*open.page, "studentsTable");
    REQUIRE(soon([&] { return table->model()->rowCount() == 3; }));
    emit open.desk.context.pageOpened("students", {{"student", open.family.child.id.text()}});
    REQUIRE(soon([&] { return table->currentId() == open.family.child.id.text(); }));
    child<QPushButton>(*open.page, button)->click();
}

bool isNamed(const OpenForm& open, const QString& name)
{
    const auto labels = open.page->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && label->text().contains(name);
    });
}

} // namespace

TEST_CASE(
    "The office notes agreement; what removes predictions it leaves to others", "[ui][privacy]")
{
    OpenForm open(
        {.id = QUuid::createUuid(), .login = "sri", .name = "Sri", .roles = security::Role::Staff});
    showBeside(open, "showPersonalData");
    auto* save = child<QPushButton>(*open.page, "saveConsent");
    auto* hint = child<QLabel>(*open.page, "consentHint");
    auto* purpose = child<QComboBox>(*open.page, "consentPurpose");
    auto* state = child<QComboBox>(*open.page, "consentState");
    const auto [about, stated, may] = GENERATE(table<const char*, const char*, bool>(
        {{"prediction", "given", true},
         {"prediction", "objected", false},
         {"prediction", "withdrawn", false},
         {"publication", "objected", true}}));
    CAPTURE(about, stated);
    purpose->setCurrentIndex(purpose->findData(about));
    state->setCurrentIndex(state->findData(stated));
    CHECK(save->isEnabled() == may);
    CHECK(hint->isVisible() != may);
}

TEST_CASE("Beside the list a student who was erased is named no more", "[ui][privacy]")
{
    OpenForm open;
    const char* const button = GENERATE("showPersonalData", "showHistory");
    showBeside(open, button);
    const QString name = open.family.child.name;
    REQUIRE(soon([&] { return isNamed(open, name); }));
    inStore(open.desk, [&](Store& store) {
        return privacy::eraseStudent(store, open.family.child.id, "request");
    });
    open.desk.context.announceChange();
    CAPTURE(button);
    CHECK(soon([&] { return !isNamed(open, name); }));
}
