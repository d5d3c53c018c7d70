// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/UsersPage.h"

#include "core/accounts/People.h"
#include "core/people/Student.h"
#include "tests/support/ProtectedSchool.h"
#include "tests/support/SchoolDesk.h"
#include "ui/accounts/AuditModel.h"
#include "ui/accounts/Entry.h"
#include "ui/accounts/PersonPanel.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using storage::Store;

namespace {

/// The page of an administrator of an encrypted school.
struct OpenPage {
    TestComputer at;
    ProtectedSchool school{at};
    Desk desk;
    std::unique_ptr<UsersPage> page;

    OpenPage()
    {
        auto entry = std::make_shared<Entry>();
        auto opened = desk.store.open(openInto(entry, [this] {
            return accounts::signIn(
                school.path, "dewi", security::SecretBytes::ofPassword(goodPassword), at.computer);
        }));
        REQUIRE(soon([&] { return opened.isFinished(); }));
        REQUIRE(opened.result().has_value());
        desk.context.setPerson(entry->person);
    }
    void show()
    {
        page = std::make_unique<UsersPage>(desk.context, at.computer.cost);
        page->resize(1140, 640);
        showActive(*page);
        REQUIRE(soon([&] { return people()->model()->rowCount() == 1; }));
    }
    RecordTable* people() const { return child<RecordTable>(*page, "peopleTable"); }
    RecordTable* audit() const { return child<RecordTable>(*page, "auditTable"); }
    void press(const char* name) const { child<QPushButton>(*page, name)->click(); }
    QString cell(RecordTable* table, int row, int column) const
    {
        return table->model()->index(row, column).data().toString();
    }
    void openAudit() const
    {
        child<QTabBar>(*page, "usersTabs")->setCurrentIndex(1);
        REQUIRE(soon([&] { return audit()->model()->rowCount() > 0; }));
    }
    void addBudi() const
    {
        press("addPerson");
        typeInto(child<QLineEdit>(*page, "personName"), "Budi");
        typeInto(child<QLineEdit>(*page, "personLogin"), "Budi");
        child<QCheckBox>(*page, "role_teacher")->setChecked(true);
        press("savePerson");
        REQUIRE(soon([&] { return people()->model()->rowCount() == 2; }));
    }
};

} // namespace

TEST_CASE("A person is added; their password is shown once and opens the file", "[ui][accounts]")
{
    OpenPage open;
    open.show();
    open.addBudi();
    auto* shown = child<QLabel>(*open.page, "oneTimePassword");
    REQUIRE(shown->isVisible());
    const QString password = shown->text();
    CHECK(open.cell(open.people(), 0, 1) == "budi");
    CHECK(open.cell(open.people(), 0, 2) == "Teacher");
    CHECK(open.cell(open.people(), 0, 3) == "Invited");
    open.press("leavePerson");
    CHECK(shown->text().isEmpty());

    open.desk.store.close().waitForFinished();
    const auto opened = accounts::signIn(
        open.school.path, "budi", security::SecretBytes::ofPassword(password), open.at.computer);
    REQUIRE(opened.has_value());
    CHECK(opened->mustChangePassword);
}

TEST_CASE("What is wrong with a new person is said in place", "[ui][accounts]")
{
    OpenPage open;
    open.show();
    open.press("addPerson");
    typeInto(child<QLineEdit>(*open.page, "personName"), "Budi");
    typeInto(child<QLineEdit>(*open.page, "personLogin"), "dewi");
    open.press("savePerson");
    auto* problem = child<QLabel>(*open.page, "personProblem");
    CHECK(problem->text().contains("role"));
    child<QCheckBox>(*open.page, "role_staff")->setChecked(true);
    open.press("savePerson");
    REQUIRE(soon([&] { return problem->text().contains("already used"); }));
    CHECK(open.people()->model()->rowCount() == 1);
}

TEST_CASE(
    "A new person who was begun comes back from a draft, without a password", "[ui][accounts]")
{
    OpenPage open;
    open.show();
    const auto* panel = child<PersonPanel>(*open.page, "personPanel");
    CHECK_FALSE(panel->draft());
    open.press("addPerson");
    CHECK_FALSE(panel->draft());
    typeInto(child<QLineEdit>(*open.page, "personName"), "Budi");
    child<QCheckBox>(*open.page, "role_teacher")->setChecked(true);
    const std::optional<Draft> draft = panel->draft();
    REQUIRE(draft);
    CHECK(draft->page == "users");
    open.press("leavePerson");
    CHECK_FALSE(panel->draft());
    emit open.desk.context.pageOpened("users", {{"draft", draft->content}});
    CHECK(panel->isVisible());
    CHECK(child<QLineEdit>(*open.page, "personName")->text() == "Budi");
    typeInto(child<QLineEdit>(*open.page, "personLogin"), "budi");
    open.press("savePerson");
    REQUIRE(soon([&] { return open.people()->model()->rowCount() == 2; }));
    CHECK(open.cell(open.people(), 0, 2) == "Teacher");
    CHECK_FALSE(panel->draft()); // what is shown is a person who is there, and a password
}

TEST_CASE("Roles change, and a disabled person is let in again by a new password", "[ui][accounts]")
{
    OpenPage open;
    open.show();
    open.addBudi();
    open.press("leavePerson");
    QTest::keyClick(open.people(), Qt::Key_Return);
    REQUIRE(soon([&] { return child<QWidget>(*open.page, "personPanel")->isVisible(); }));
    child<QCheckBox>(*open.page, "role_principal")->setChecked(true);
    open.press("savePerson");
    REQUIRE(soon([&] { return open.cell(open.people(), 0, 2) == "Principal, Teacher"; }));
    auto* shown = child<QLabel>(*open.page, "oneTimePassword");
    if (shown->isVisible()) open.press("leavePerson"); // may read sealed columns now
    open.people()->clearSelection();
    open.people()->setCurrentIndex({});
    open.people()->selectRow(0);
    open.press("disablePerson");
    REQUIRE(soon([&] { return open.cell(open.people(), 1, 3) == "Disabled"; }));
    open.people()->setCurrentIndex({});
    open.people()->selectRow(1);
    open.press("resetPassword");
    REQUIRE(soon([&] { return shown->isVisible(); }));
    CHECK(soon([&] { return open.cell(open.people(), 0, 3) == "Invited"; }));
}

TEST_CASE(
    "The audit is filtered, told in words with masked values, checked and exported",
    "[ui][accounts]")
{
    OpenPage open;
    inStore(open.desk, [](Store& store) -> Result<int> {
        Student ani{.nis = "10001", .name = "Ani", .nik = "3173051703120001"};
        if (auto saved = store.save(ani); !saved) return saved.error();
        ani.name = "Ani Wijaya";
        ani.nik = "3173051703120002";
        if (auto saved = store.save(ani); !saved) return saved.error();
        return 0;
    });
    open.show();
    open.openAudit();
    const int all = open.audit()->model()->rowCount();
    auto* acts = child<QComboBox>(*open.page, "auditAct");
    const auto choose = [&](QComboBox* box, const QString& data) {
        box->setCurrentIndex(box->findData(data));
        emit box->activated(box->currentIndex());
    };
    choose(acts, "update");
    choose(child<QComboBox>(*open.page, "auditTableFilter"), "students");
    REQUIRE(soon([&] { return open.audit()->model()->rowCount() == 1; }));
    CHECK(all > 2);
    CHECK(open.cell(open.audit(), 0, 1) == "Dewi");
    CHECK(open.cell(open.audit(), 0, 2) == "Changed");
    CHECK(open.cell(open.audit(), 0, 3) == "Student");
    auto* lines = child<QLabel>(*open.page, "auditLines");
    REQUIRE(soon([&] { return !lines->text().isEmpty(); }));
    CHECK(lines->text().contains(QString::fromUtf8("Name: Ani → Ani Wijaya")));
    CHECK(lines->text().contains("NIK"));
    CHECK_FALSE(lines->text().contains("31730517"));

    open.press("verifyAudit");
    auto* verified = child<QLabel>(*open.page, "auditVerified");
    CHECK(soon([&] { return verified->text().startsWith("Whole"); }));
    open.desk.dialogs.path = open.at.folder.filePath("audit.csv");
    open.press("exportAudit");
    REQUIRE(soon([&] { return QFile(open.desk.dialogs.path).size() > 10; }));
    QFile file(open.desk.dialogs.path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK_FALSE(file.readAll().contains("Ani"));

    choose(acts, "breach");
    auto* states = child<StateStack>(*open.page, "auditStates");
    REQUIRE(soon([&] { return states->state() == StateStack::State::Empty; }));
    child<QPushButton>(*states, "emptyAction")->click();
    REQUIRE(soon([&] { return open.audit()->model()->rowCount() > all; }));
}

TEST_CASE("A long audit comes page by page while one scrolls", "[ui][accounts]")
{
    OpenPage open;
    constexpr int events = 1'000;
    inStore(open.desk, [](Store& store) -> Result<int> {
        auto transaction = storage::Transaction::begin(store);
        if (!transaction) return transaction.error();
        for (int i = 0; i < events; ++i) {
            Student student{.nis = QString::number(10'000 + i), .name = "Siswa"};
            if (auto saved = store.save(student); !saved) return saved.error();
        }
        if (Done committed = transaction->commit(); !committed) return committed.error();
        return 0;
    });
    open.show();
    open.openAudit();
    CHECK(open.audit()->model()->rowCount() == AuditModel::pageSize);
    QScrollBar* bar = open.audit()->verticalScrollBar();
    REQUIRE(soon([&] {
        bar->setValue(bar->maximum());
        return open.audit()->model()->rowCount() > events;
    }));
    auto* model = qobject_cast<AuditModel*>(open.audit()->model());
    REQUIRE(model);
    for (int row = 1; row < model->rowCount(); ++row)
        if (model->recordAt(row)->n != model->recordAt(row - 1)->n - 1) FAIL("a gap at " << row);
}

TEST_CASE("A file without people says that nobody needs to sign in", "[ui][accounts]")
{
    Desk desk;
    openSchool(desk, 3);
    UsersPage page(desk.context);
    showActive(page);
    auto* states = child<StateStack>(page, "peopleStates");
    REQUIRE(soon([&] { return states->state() == StateStack::State::Empty; }));
    CHECK(child<QPushButton>(page, "addPerson")->isHidden());
}
