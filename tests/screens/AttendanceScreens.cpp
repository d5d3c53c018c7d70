// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/AttendanceScreens.h"

#include "app/gui/Pages.h"
#include "core/attendance/ClassTerm.h"
#include "core/attendance/ListActions.h"
#include "core/base/Random.h"
#include "core/school/CalendarDay.h"
#include "core/school/SchoolActions.h"
#include "tests/screens/StudentScreens.h"
#include "tests/support/SampleSchool.h"
#include "ui/attendance/AttendanceGrid.h"
#include "ui/attendance/AttendanceModel.h"
#include "ui/attendance/AttendancePage.h"
#include "ui/common/StateStack.h"
#include "ui/shell/MainWindow.h"

#include <QTest>

namespace edupro::tests {

using namespace edupro::ui;
using namespace edupro::attendance;

namespace {

const char* code(Random& random, bool isOften)
{
    const double at = random.uniform();
    if (isOften && at < 0.35) return "A";
    return at < 0.03 ? "S" : at < 0.05 ? "I" : at < 0.06 ? "A" : at < 0.08 ? "T" : "H";
}

/// The lists of 7A from January until the last school day before today.
Done takeLists(storage::Store& store)
{
    CalendarDay imlek{.day = QDate(2026, 2, 17), .name = "Tahun Baru Imlek"};
    if (auto saved = store.save(imlek); !saved) return saved.error();
    const auto classes = listClasses(store, "20252", {});
    if (!classes) return classes.error();
    const auto term = readClassTerm(store, classes->front().id, "20252");
    if (!term) return term.error();
    Random random(3);
    for (const SchoolDay& day : term->days) {
        if (day.day >= term->today || !day.isSchoolDay() || day.day < QDate(2026, 1, 5)) continue;
        std::vector<ListEntry> entries;
        for (std::size_t i = 0; i < term->students.size(); ++i)
            entries.push_back(entryOfCode(term->students[i].id, code(random, i == 4)));
        const bool isLast = day.day == QDate(2026, 2, 27);
        const auto taken = takeList(
            store,
            term->classGroup.id,
            day.day,
            entries,
            isLast ? ListState::Draft : ListState::Submitted);
        if (!taken) return taken.error();
    }
    return done();
}

struct Shown {
    std::unique_ptr<MainWindow> window;
    AttendanceGrid* grid = nullptr;
    AttendanceModel* model = nullptr;
};

Shown attendanceOf(Desk& desk, int students, bool locked = false)
{
    const auto opened =
        desk.store.open([students, locked]() -> Result<std::unique_ptr<storage::Store>> {
            auto store = sampleSchool(students);
            if (!store) return store.error();
            if (students > 100) {
                if (Done taken = takeLists(**store); !taken) return taken.error();
            }
            if (!locked) return store;
            Term term = school::ensureTerm(**store, "20252").value();
            term.state = "locked";
            if (auto saved = (*store)->save(term); !saved) return saved.error();
            return store;
        });
    waitFor([&] { return opened.isFinished(); });
    desk.context.setSchool({.name = "SMP Contoh Nusantara", .terms = {"20251", "20252"}}, "20252");
    desk.context.setStanding({.file = "/home/ani/smp-contoh.edupro"});
    Shown shown{.window = std::make_unique<MainWindow>(desk.context, gui::pages())};
    shown.window->resize(1366, 768);
    shown.window->show();
    desk.context.openPage("attendance");
    auto* list = shown.window->findChild<StateStack*>("attendanceList");
    waitFor([&] { return list->state() != StateStack::State::Loading; });
    shown.grid = shown.window->findChild<AttendanceGrid*>("attendanceGrid");
    shown.model = shown.window->findChild<AttendanceModel*>();
    return shown;
}

template<int students>
std::unique_ptr<QWidget> day(Desk& desk)
{
    return attendanceOf(desk, students).window;
}

std::unique_ptr<QWidget> typed(Desk& desk)
{
    Shown shown = attendanceOf(desk, 540);
    for (const Qt::Key key : {Qt::Key_H, Qt::Key_S, Qt::Key_A, Qt::Key_L, Qt::Key_X})
        QTest::keyClick(shown.grid, key);
    QTest::qWait(500);
    return std::move(shown.window);
}

std::unique_ptr<QWidget> submitted(Desk& desk)
{
    Shown shown = attendanceOf(desk, 540);
    QTest::keyClick(shown.grid, Qt::Key_S);
    QTest::keyClick(shown.grid, Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(500);
    return std::move(shown.window);
}

std::unique_ptr<QWidget> month(Desk& desk)
{
    Shown shown = attendanceOf(desk, 540);
    QTest::keyClick(shown.grid, Qt::Key_M, Qt::ControlModifier);
    QTest::keyClick(shown.grid, Qt::Key_Left, Qt::AltModifier);
    shown.grid->goTo(QDate(2026, 2, 17));
    QTest::qWait(300);
    return std::move(shown.window);
}

std::unique_ptr<QWidget> locked(Desk& desk)
{
    Shown shown = attendanceOf(desk, 540, true);
    QTest::keyClick(shown.grid, Qt::Key_S);
    QTest::qWait(500);
    return std::move(shown.window);
}

} // namespace

std::vector<Screen> attendanceScreens()
{
    return {
        {.name = "attendance", .make = day<540>},
        {.name = "attendance-none", .make = day<0>},
        {.name = "attendance-one", .make = day<1>},
        {.name = "attendance-typed", .make = typed},
        {.name = "attendance-submitted", .make = submitted},
        {.name = "attendance-month", .make = month},
        {.name = "attendance-locked", .make = locked},
    };
}

} // namespace edupro::tests
