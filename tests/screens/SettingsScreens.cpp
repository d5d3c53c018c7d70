// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/SettingsScreens.h"

#include "app/gui/Pages.h"
#include "core/Entities.h"
#include "core/school/SchoolActions.h"
#include "core/school/SchoolRecords.h"
#include "core/school/SetupActions.h"
#include "tests/screens/StudentScreens.h"
#include "ui/common/RecordTable.h"
#include "ui/school/SettingsTabs.h"
#include "ui/shell/MainWindow.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

#include <iostream>

namespace edupro::tests {

using namespace edupro::ui;
using storage::Store;

namespace {

constexpr Instant now = 1'772'438'400'000; // 2 March 2026

enum class School { New, SetUp };

Done setUp(Store& store)
{
    const auto applied = school::applySetup(
        store, school::proposeSetup({.parallelClasses = 10, .weekDays = 5, .startYear = 2025}));
    if (!applied) return applied.error();
    const auto entered = school::enterCalendarDays(
        store,
        {{.day = QDate(2026, 3, 18), .name = QStringLiteral("Hari Suci Nyepi")},
         {.day = QDate(2026, 3, 20), .name = QStringLiteral("Hari Raya Idulfitri 1447 Hijriah")},
         {.day = QDate(2026, 3, 9),
          .kind = QStringLiteral("event"),
          .name = QStringLiteral("Penilaian Tengah Semester")}});
    return entered ? done() : Done(entered.error());
}

std::unique_ptr<MainWindow> windowOf(Desk& desk, School school)
{
    const auto opened = desk.store.open(
        [] { return Store::openMemory({.clock = [] { return now; }, .entities = allEntities()}); });
    waitFor([&] { return opened.isFinished(); });
    const auto made = desk.store.submit([school](Store& store, const Progress&) -> Done {
        const auto fresh =
            school::createSchool(store, QStringLiteral("SMP Contoh Nusantara"), std::nullopt);
        if (!fresh) return fresh.error();
        return school == School::SetUp ? setUp(store) : done();
    });
    waitFor([&] { return made.isFinished(); });
    if (const auto result = made.result(); !result) std::cerr << result.error().detail << std::endl;
    desk.context.setSchool({.name = "SMP Contoh Nusantara", .terms = {"20251", "20252"}}, "20252");
    desk.context.setStanding({.file = "/home/ani/smp-contoh.edupro", .encrypted = true});
    auto window = std::make_unique<MainWindow>(
        desk.context, pagesFor(desk.context.person().roles, gui::pages()));
    window->resize(1366, 768);
    window->show();
    desk.context.openPage("settings");
    QTest::qWait(400);
    return window;
}

std::unique_ptr<MainWindow> tabOf(Desk& desk, int tab)
{
    auto window = windowOf(desk, School::SetUp);
    window->findChild<QTabBar*>("settingsTabs")->setCurrentIndex(tab);
    QTest::qWait(400);
    return window;
}

template<int tab>
std::unique_ptr<QWidget> full(Desk& desk)
{
    return tabOf(desk, tab);
}

void press(const QWidget& window, const char* button)
{
    window.findChild<QAbstractButton*>(button)->click();
}

template<int steps>
std::unique_ptr<QWidget> assistant(Desk& desk)
{
    auto window = windowOf(desk, School::New);
    if (!window->findChild<QWidget*>("setupAssistant")->isVisible()) press(*window, "setUpSchool");
    for (int step = 0; step < steps; ++step)
        press(*window, "setupNext");
    QTest::qWait(300);
    return window;
}

std::unique_ptr<QWidget> classesEmpty(Desk& desk)
{
    auto window = windowOf(desk, School::New);
    window->findChild<QTabBar*>("settingsTabs")->setCurrentIndex(SettingsTab::Subjects);
    QTest::qWait(300);
    return window;
}

std::unique_ptr<QWidget> calendar(Desk& desk)
{
    auto window = tabOf(desk, SettingsTab::Calendar);
    auto* list = window->findChild<RecordTable*>("calendarTable");
    waitFor([&] { return list->model()->rowCount() == 8; });
    emit list->opened(QStringLiteral("2026-03-18"));
    QTest::qWait(300);
    return window;
}

std::unique_ptr<QWidget> classSubjects(Desk& desk)
{
    auto window = tabOf(desk, SettingsTab::Subjects);
    auto* scope = window->findChild<QComboBox*>("subjectScope");
    scope->setCurrentIndex(1);
    emit scope->activated(1);
    QTest::qWait(300);
    auto* panel = window->findChild<QWidget*>("classSubjectPanel");
    panel->findChild<QLineEdit*>("material_weight")->setText("0");
    panel->findChild<QLineEdit*>("final_weight")->setText("0");
    press(*window, "saveClassSubject");
    QTest::qWait(300);
    return window;
}

} // namespace

std::vector<Screen> settingsScreens()
{
    return {
        {.name = "settings-setup-1", .make = assistant<0>},
        {.name = "settings-setup-2", .make = assistant<1>},
        {.name = "settings-setup-3", .make = assistant<2>},
        {.name = "settings-school", .make = full<SettingsTab::School>},
        {.name = "settings-terms", .make = full<SettingsTab::Terms>},
        {.name = "settings-calendar", .make = calendar},
        {.name = "settings-classes", .make = full<SettingsTab::Classes>},
        {.name = "settings-subjects", .make = full<SettingsTab::Subjects>},
        {.name = "settings-subjects-empty", .make = classesEmpty},
        {.name = "settings-class-subjects", .make = classSubjects},
        {.name = "settings-rules", .make = full<SettingsTab::Rules>},
    };
}

} // namespace edupro::tests
