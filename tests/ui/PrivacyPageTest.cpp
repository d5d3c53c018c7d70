// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/PrivacyPage.h"

#include "core/privacy/EraseStudent.h"
#include "core/storage/audit/AuditLog.h"
#include "tests/ui/OpenPrivacyPage.h"
#include "ui/common/Badge.h"
#include "ui/common/Roles.h"
#include "ui/privacy/RegisterForm.h"
#include "ui/privacy/RequestPanel.h"

#include <QFile>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using storage::Store;

namespace {

int toneOf(const RecordTable* table, int row)
{
    return table->model()->index(row, 0).data(chipRole).toInt();
}

} // namespace

TEST_CASE(
    "A request is noted for a student who is found by name, and then decided", "[ui][privacy]")
{
    OpenPrivacyPage open;
    open.show();
    REQUIRE(open.hasRows("requestsTable", 1));
    open.press("addPrivacy");
    auto* student = child<QLineEdit>(*open.page, "requestStudent");
    typeInto(student, "budi");
    QTest::keyClick(student, Qt::Key_Return);
    REQUIRE(soon([&] { return student->text().contains("NIS 10003"); }));
    typeInto(child<QLineEdit>(*open.page, "requester"), "Ibu Budi");
    open.write("wish", "Everything you know.\nPlease.");
    open.press("saveRegister");
    REQUIRE(open.hasRows("requestsTable", 2));
    CHECK(open.cell("requestsTable", 1, 2) == "Budi Contoh");
    CHECK(open.cell("requestsTable", 1, 1) == "Access");
    CHECK(child<QWidget>(*open.page, "requestForm")->isHidden());
    CHECK(open.table("requestsTable")->hasFocus()); // and not wherever Qt finds a place for it
    auto* facts = child<QLabel>(*open.page, "requestFacts");
    REQUIRE(soon([&] { return facts->text().contains("Please."); }));

    open.press("grantRequest");
    CHECK(child<QLabel>(*open.page, "requestProblem")->text() == "Write what was done.");
    open.write("requestDecision", "Handed over on paper.");
    open.press("grantRequest");
    REQUIRE(soon([&] { return open.cell("requestsTable", 1, 0) == "Done"; }));
    const auto* decided = child<QLabel>(*open.page, "requestDecided");
    CHECK(soon([&] { return decided->text().contains("Handed over on paper."); }));
    CHECK_FALSE(open.button("grantRequest")->isVisible());
}

TEST_CASE("A request without a student or a name is refused in place", "[ui][privacy]")
{
    OpenPrivacyPage open;
    open.show();
    open.press("addPrivacy");
    open.press("saveRegister");
    auto* problem = child<QLabel>(*open.page, "registerProblem");
    REQUIRE(soon([&] { return problem->isVisible(); }));
    auto* student = child<QLineEdit>(*open.page, "requestStudent");
    typeInto(student, "10003");
    QTest::keyClick(student, Qt::Key_Return);
    REQUIRE(soon([&] { return student->text().contains("Budi"); }));
    open.press("saveRegister");
    auto* note = child<QLabel>(*open.page, "requesterNote");
    CHECK(soon([&] { return note->isVisible(); }));
    // Another text is another student: nobody is chosen any more.
    QTest::keyClicks(student, "x");
    typeInto(child<QLineEdit>(*open.page, "requester"), "Ibu Budi");
    open.press("saveRegister");
    REQUIRE(soon([&] { return problem->isVisible(); }));
    CHECK(open.ask([](Store& store) { return privacy::listRequests(store, false); }).size() == 1);
}

TEST_CASE("Overdue requests stand first and say so in colour and words", "[ui][privacy]")
{
    OpenPrivacyPage open;
    open.receive("access", 60);
    open.receive("correction", 75);
    open.show();
    REQUIRE(open.hasRows("requestsTable", 3));
    const RecordTable* table = open.table("requestsTable");
    CHECK(open.cell("requestsTable", 0, 0) == "3 hours late");
    CHECK(toneOf(table, 0) == static_cast<int>(Tone::Risk));
    CHECK(open.cell("requestsTable", 1, 0) == "12 hours left");
    CHECK(toneOf(table, 1) == static_cast<int>(Tone::Watch));
    CHECK(toneOf(table, 2) == static_cast<int>(Tone::Fine));
    *open.now += 14 * hour;
    open.desk.context.announceChange();
    CHECK(soon([&] { return open.cell("requestsTable", 1, 0) == "2 hours late"; }));
}

TEST_CASE(
    "From a request for access to both files; where to is asked, plain is said", "[ui][privacy]")
{
    OpenPrivacyPage open;
    open.receive("access", 80);
    open.show();
    REQUIRE(open.hasRows("requestsTable", 2));
    const QTemporaryDir folder;
    open.desk.dialogs.path = folder.filePath("budi");
    open.press("requestAct");
    REQUIRE(open.told("budi.pdf"));
    CHECK(open.desk.dialogs.questions.front().contains("into files"));
    QFile pdf(folder.filePath("budi.pdf"));
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.readAll().startsWith("%PDF"));
    QFile json(folder.filePath("budi.json"));
    REQUIRE(json.open(QIODevice::ReadOnly));
    CHECK(json.readAll().contains("Budi Contoh"));
    const auto noted = open.ask([&](Store& store) {
        return storage::auditCount(
            store,
            {.actions = {codeOf(storage::AuditAction::Dossier)},
             .row = open.family.other.id.value});
    });
    CHECK(noted == 1);

    open.desk.dialogs.accepts = false; // after the warning
    open.press("requestAct");
    CHECK(open.desk.dialogs.questions.size() == 3);
}

TEST_CASE("Looking at what is kept too long changes nothing; the list is exported", "[ui][privacy]")
{
    OpenPrivacyPage open;
    *open.now += 20LL * 365 * 24 * hour;
    const auto events = [&] {
        return open.ask([](Store& store) { return storage::auditCount(store, {}); });
    };
    const qint64 before = events();
    open.show(Retention);
    REQUIRE(open.hasRows("retentionRules", 4));
    int rule = 0;
    while (open.cell("retentionRules", rule, 0) != "Who a student was, after leaving")
        REQUIRE(++rule < 4);
    open.table("retentionRules")->selectRow(rule);
    REQUIRE(open.hasRows("retentionStudents", 1));
    CHECK(open.cell("retentionRules", rule, 3) == "1");
    CHECK(open.cell("retentionStudents", 0, 0) == open.family.child.nis);
    CHECK(events() == before);

    const QTemporaryDir folder;
    open.desk.dialogs.path = folder.filePath("retention.csv");
    open.press("exportRetention");
    REQUIRE(open.told("lines exported"));
    QFile file(open.desk.dialogs.path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().contains(open.family.child.nis.toUtf8()));

    open.press("eraseOverdue");
    EraseDialog* dialog = open.eraseDialog();
    CHECK(child<QComboBox>(*dialog, "eraseBasis")->currentData().toString() == "retention");
    dialog->reject();
    const auto erased = open.ask([](Store& store) { return store.count(entityInfo<Erasure>()); });
    CHECK(erased == 0);
}

TEST_CASE("A breach is noted, told to people and authority, and closed", "[ui][privacy]")
{
    OpenPrivacyPage open;
    open.show(Breaches);
    auto* states = child<StateStack>(*open.page, "breachesTableStates");
    REQUIRE(soon([&] { return states->state() == StateStack::State::Empty; }));
    child<QPushButton>(*states, "emptyAction")->click();
    auto* save = child<QPushButton>(*child<QWidget>(*open.page, "breachForm"), "saveRegister");
    save->click();
    CHECK(soon([&] { return child<QLabel>(*open.page, "whatNote")->isVisible(); }));
    open.write("what", "A stick with a backup was lost.");
    open.write("data", "Names, marks");
    typeInto(child<QLineEdit>(*open.page, "affected"), "120");
    save->click();
    REQUIRE(open.hasRows("breachesTable", 1));
    CHECK(open.cell("breachesTable", 0, 0).endsWith("hours left"));
    CHECK(open.cell("breachesTable", 0, 2) == "120");
    CHECK(soon([&] { return open.button("peopleTold")->isVisible(); }));
    CHECK_FALSE(open.button("closeBreach")->isVisible()); // not before both were told
    open.press("peopleTold");
    REQUIRE(soon([&] { return !open.button("peopleTold")->isVisible(); }));
    CHECK(open.cell("breachesTable", 0, 0).endsWith("hours left"));
    open.press("authorityTold");
    REQUIRE(soon([&] { return open.button("closeBreach")->isVisible(); }));
    CHECK(open.cell("breachesTable", 0, 0) == "Told");
    open.press("closeBreach");
    CHECK(soon([&] { return open.cell("breachesTable", 0, 0) == "Closed"; }));
}

TEST_CASE("What was begun on the privacy page comes back from a draft", "[ui][privacy]")
{
    OpenPrivacyPage open;
    open.receive("access", 10);
    open.show();
    REQUIRE(open.hasRows("requestsTable", 2));
    open.press("addPrivacy");
    auto* form = child<RegisterForm>(*open.page, "requestForm");
    CHECK_FALSE(form->draft());
    auto* student = child<QLineEdit>(*open.page, "requestStudent");
    typeInto(student, "10003");
    QTest::keyClick(student, Qt::Key_Return);
    REQUIRE(soon([&] { return student->text().contains("Budi"); }));
    open.write("wish", "Half a sen");
    const std::optional<Draft> begun = form->draft();
    REQUIRE(begun);
    CHECK(begun->page == "privacy");
    CHECK(begun->content["student"].toString() == open.family.other.id.text());
    form->leave(); // the question is answered with yes
    CHECK_FALSE(form->draft());

    open.write("requestDecision", "On its w");
    const std::optional<Draft> decision = child<RequestPanel>(*open.page, "requestPanel")->draft();
    REQUIRE(decision);

    open.page.reset();
    open.show();
    const auto resume = [&](const Draft& draft) {
        const QJsonDocument stored(draft.content); // as it comes from the table
        const auto content = QJsonDocument::fromJson(stored.toJson()).object();
        emit open.desk.context.pageOpened("privacy", {{"draft", content}});
    };
    resume(*decision);
    auto* words = child<QPlainTextEdit>(*open.page, "requestDecision");
    REQUIRE(soon([&] { return words->toPlainText() == "On its w"; }));
    resume(*begun);
    CHECK(child<QLineEdit>(*open.page, "requestStudent")->text().contains("Budi"));
    CHECK(child<QPlainTextEdit>(*open.page, "wish")->toPlainText() == "Half a sen");
    typeInto(child<QLineEdit>(*open.page, "requester"), "Ibu Budi");
    open.press("saveRegister");
    REQUIRE(open.hasRows("requestsTable", 3));

    open.openTab(Breaches);
    open.press("addPrivacy");
    open.write("what", "A stick");
    const std::optional<Draft> breach = child<RegisterForm>(*open.page, "breachForm")->draft();
    REQUIRE(breach);
    open.page.reset();
    open.show();
    resume(*breach);
    CHECK(child<QPlainTextEdit>(*open.page, "what")->toPlainText() == "A stick");
}

TEST_CASE("A principal decides, but notes and erases nothing", "[ui][privacy]")
{
    OpenPrivacyPage open;
    open.receive("erasure", 80);
    open.desk.context.setPerson(
        {.id = QUuid::createUuid(),
         .login = "made",
         .name = "Made",
         .roles = security::Role::Principal});
    open.show();
    REQUIRE(open.hasRows("requestsTable", 2));
    CHECK(open.button("addPrivacy")->isHidden());
    REQUIRE(soon([&] { return open.button("refuseRequest")->isVisible(); }));
    CHECK_FALSE(open.button("requestAct")->isVisible());
    emit open.desk.context.pageOpened("privacy", {{"student", open.family.other.id.text()}});
    CHECK(child<QWidget>(*open.page, "requestForm")->isHidden());
}
