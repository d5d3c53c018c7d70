// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/SignedIn.h"
#include "core/accounts/Teaching.h"
#include "core/people/Enrolment.h"
#include "core/school/CalendarDay.h"
#include "core/school/SchoolActions.h"
#include "tests/ui/OpenAttendance.h"
#include "ui/common/UndoBar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QPushButton>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;
using storage::Store;

namespace {

Done holidayAndNewcomer(Store& store)
{
    CalendarDay imlek{.day = QDate(2026, 2, 17), .name = "Tahun Baru Imlek"};
    if (auto saved = store.save(imlek); !saved) return saved.error();
    const auto enrolments = store.list<Enrolment>();
    if (!enrolments) return enrolments.error();
    const auto students = store.list<Student>();
    for (const Student& student : *students) {
        if (!student.name.startsWith("Rizki Anggraini")) continue;
        for (Enrolment enrolment : *enrolments) {
            if (enrolment.student != student.id) continue;
            if (Done gone = store.remove(entityInfo<Enrolment>(), enrolment.id.value); !gone)
                return gone;
            enrolment.id = {};
            enrolment.startsOn = QDate(2026, 2, 16);
            if (auto saved = store.save(enrolment); !saved) return saved.error();
        }
    }
    return done();
}

Done lockTerm(Store& store)
{
    Term term = school::ensureTerm(store, "20252").value();
    term.state = "locked";
    const auto saved = store.save(term);
    return saved ? done() : Done(saved.error());
}

struct OpenMonth : OpenAttendance {
    explicit OpenMonth(const Prepare& prepare = {}, QDate day = QDate(2026, 2, 16))
        : OpenAttendance(prepare)
    {
        show();
        press(Qt::Key_M, Qt::ControlModifier);
        if (day.month() == 2) press(Qt::Key_Left, Qt::AltModifier);
        grid->goTo(day);
    }
};

/// Signs a person with these roles in, teaching 7A in this term.
Result<Unit> signIn(Store& store, const ClassGroupId& group, const char* roles, Teaching& teaching)
{
    User user{.login = "guru", .name = "Bu Guru", .roles = QString::fromLatin1(roles)};
    if (auto saved = store.save(user); !saved) return saved.error();
    Subject subject{.name = "Matematika"};
    if (auto saved = store.save(subject); !saved) return saved.error();
    const Term term = school::ensureTerm(store, "20252").value();
    teaching = {.classGroup = group, .subject = subject.id, .user = user.id, .term = term.id};
    if (auto saved = store.save(teaching); !saved) return saved.error();
    UserSession session{.user = user.id, .computer = "desk", .startedAt = store.now()};
    if (auto saved = store.save(session); !saved) return saved.error();
    const auto admitted = accounts::SignedIn::admit(store, user, session.id, {});
    return admitted ? done() : Done(admitted.error());
}

} // namespace

TEST_CASE("A letter sets a day's cell and moves down, Tab goes right", "[ui][attendance]")
{
    OpenMonth open;
    const QDate monday(2026, 2, 16);
    open.type("SA");
    CHECK(open.comesTo("draft Adi=S Kartika=A", monday));
    REQUIRE(soon([&] { return open.cell(2, "2026-02-16") == "H"; })); // the rest of a begun list
    open.press(Qt::Key_Tab);
    open.type("I");
    CHECK(open.comesTo("draft Rizki=I", QDate(2026, 2, 17)));
    CHECK(open.grid->currentDay() == QDate(2026, 2, 17)); // the place was kept
    open.press(Qt::Key_Delete);
    CHECK(open.comesTo("draft", QDate(2026, 2, 17)));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.comesTo("draft Rizki=I", QDate(2026, 2, 17)));
    open.press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(open.comesTo("draft", QDate(2026, 2, 17)));
}

TEST_CASE("All present for a day is one press and one step", "[ui][attendance]")
{
    OpenMonth open;
    const QDate monday(2026, 2, 16);
    open.press(Qt::Key_H, Qt::ControlModifier);
    CHECK(open.comesTo("submitted", monday));
    REQUIRE(soon([&] { return open.cell(0, "percent") == "100%"; }));
    CHECK(open.cell(0, "2026-02-16") == "H");
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.comesTo("not taken", monday));
    REQUIRE(soon([&] { return open.cell(0, "2026-02-16").isEmpty(); }));
    CHECK(open.cell(0, "percent") == QString(QChar(0x2014)));
}

TEST_CASE("The menu of a day's heading marks all present", "[ui][attendance]")
{
    OpenMonth open;
    QHeaderView* head = open.grid->horizontalHeader();
    open.grid->goTo(QDate(2026, 2, 18));
    const int column = open.grid->currentIndex().column();
    const QPoint place(head->sectionViewportPosition(column) + 4, head->height() / 2);
    emit head->customContextMenuRequested(place);
    child<QAction>(*open.grid, "dayAllPresent")->trigger();
    CHECK(open.comesTo("submitted", QDate(2026, 2, 18)));
}

TEST_CASE(
    "A free day, a day before enrolment and one to come say why at their cell", "[ui][attendance]")
{
    OpenMonth open(holidayAndNewcomer, QDate(2026, 2, 13));
    const auto tellsAt = [&](QDate day, int row) {
        open.grid->goTo(day);
        open.grid->setCurrentIndex(open.model->index(row, open.grid->currentIndex().column()));
        open.type("A");
        return open.text("gridLineWhy");
    };
    CHECK(tellsAt(QDate(2026, 2, 17), 0) == "Nothing was written. Is a holiday: Tahun Baru Imlek");
    CHECK(tellsAt(QDate(2026, 2, 14), 0) == "Nothing was written. Is a day without school");
    CHECK(
        tellsAt(QDate(2026, 2, 13), 2) ==
        "Nothing was written. Was not in the class yet; came on 2026-02-16");
    open.press(Qt::Key_Right, Qt::AltModifier);
    CHECK(tellsAt(QDate(2026, 3, 3), 0) == "Nothing was written. Has not come yet");
    const auto sessions = inStore(
        open.desk, [](Store& store) { return store.count(entityInfo<AttendanceSession>()); });
    CHECK(sessions == 0);
    const auto& columns = open.model->columns();
    const auto found = std::find_if(columns.begin(), columns.end(), [](const GridColumn& column) {
        return column.key == u"2026-03-07";
    });
    REQUIRE(found != columns.end());
    CHECK(found->width < columns[4].width); // 7 and 2 March
}

TEST_CASE(
    "A block is pasted: what is wrong keeps its text, what is right is stored", "[ui][attendance]")
{
    OpenMonth open(holidayAndNewcomer, QDate(2026, 2, 16));
    QApplication::clipboard()->setText("S\tA\tI\nQ\tA\tsakit\nH\tH\tT\n");
    open.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(open.comesTo("draft Adi=S", QDate(2026, 2, 16)));
    CHECK(open.comesTo("draft Adi=I Kartika=S Rizki=H+", QDate(2026, 2, 18)));
    CHECK(open.stored(QDate(2026, 2, 17)) == "not taken"); // a holiday
    CHECK(open.model->refusedCount() == 1);
    CHECK(open.cell(1, "2026-02-16") == "Q");
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.comesTo("draft", QDate(2026, 2, 18)));
    CHECK(open.model->refusedCount() == 0);
}

TEST_CASE(
    "Runs and a minimum out of reach are told in words beside the student", "[ui][attendance]")
{
    OpenAttendance open([](Store& store) -> Done {
        const auto group = attendance::listClasses(store, "20252", {})->front().id;
        DatedSetting minimum{
            .name = QString::fromLatin1(school::rules::minimumAttendance),
            .since = QDate(2025, 7, 1),
            .value = 98};
        if (auto saved = school::saveRule(store, minimum); !saved) return saved.error();
        const auto term = attendance::readClassTerm(store, group, "20252");
        for (const QDate day : {QDate(2026, 2, 25), QDate(2026, 2, 26), QDate(2026, 2, 27)}) {
            std::vector<attendance::ListEntry> entries{
                attendance::entryOfCode(term->students[0].id, "A")};
            if (day.day() != 25)
                entries.push_back(attendance::entryOfCode(term->students[1].id, "S"));
            const auto taken =
                takeList(store, group, day, entries, attendance::ListState::Submitted);
            if (!taken) return taken.error();
        }
        return done();
    });
    open.show();
    // 3 of 3 missed; 87 school days remain from 2 March to 30 June: 98 % of 90 are 89 days.
    CHECK(open.cell(0, "standing") == "Cannot reach 98%");
    const int column = 6;
    REQUIRE(open.model->columns()[column].key == "standing");
    CHECK(open.model->at(0, column).look == CellLook::Low); // a sign goes with the words
    CHECK(open.model->at(0, column).note.contains("3 days A in a row"));
    CHECK(open.cell(1, "standing") == "Cannot reach 98%");
    CHECK(open.cell(2, "standing") == "May miss 1");
}

TEST_CASE("A closed term is told and takes a correction with a reason", "[ui][attendance]")
{
    OpenAttendance open(lockTerm);
    open.show();
    open.type("S");
    REQUIRE(soon([&] { return open.part("correctionBar")->isVisible(); }));
    CHECK(open.stored() == "not taken");
    QTest::keyClicks(open.part("correctionReason"), "Tertinggal");
    open.press(Qt::Key_Return);
    CHECK(open.comesTo("corrected Adi=S"));
}

TEST_CASE("A teacher sees the own class and is told what is refused", "[ui][attendance]")
{
    OpenAttendance open;
    Teaching teaching;
    inStore(
        open.desk, [&](Store& store) { return signIn(store, open.group, "teacher", teaching); });
    open.desk.context.setPerson(
        {.id = teaching.user.value,
         .login = "guru",
         .name = "Bu Guru",
         .roles = security::Role::Teacher});
    open.show();
    auto* classes = child<QComboBox>(*open.page, "attendanceClass");
    REQUIRE(classes->count() == 1);
    CHECK(classes->itemText(0) == "7A");
    open.type("S");
    REQUIRE(open.comesTo("draft Adi=S"));
    inStore(open.desk, [&](Store& store) {
        const accounts::AsProgram program(store);
        return store.remove(entityInfo<Teaching>(), teaching.id.value);
    });
    open.type("A");
    REQUIRE(soon([&] { return open.model->refusedCount() == 1; }));
    CHECK(open.cell(1, "2026-03-02") == "A");
    open.press(Qt::Key_Up);
    CHECK_FALSE(open.text("gridLineWhy").isEmpty());
}

TEST_CASE("A principal reads attendance and cannot type", "[ui][attendance]")
{
    OpenAttendance open;
    Teaching teaching;
    inStore(
        open.desk, [&](Store& store) { return signIn(store, open.group, "principal", teaching); });
    open.desk.context.setPerson(
        {.id = teaching.user.value,
         .login = "kepsek",
         .name = "Ibu",
         .roles = security::Role::Principal});
    open.show();
    CHECK(child<QComboBox>(*open.page, "attendanceClass")->count() == 18);
    CHECK_FALSE(open.part("submitList")->isVisible());
    open.type("S");
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.stored() == "not taken");
    CHECK(open.text("gridLineWhy").contains("reads attendance only"));
}
