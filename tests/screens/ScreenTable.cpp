// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ExampleIndicators.h"
#include "core/Entities.h"
#include "core/regions/Segments.h"
#include "tests/screens/AccountScreens.h"
#include "tests/screens/AttendanceScreens.h"
#include "tests/screens/BoardScreens.h"
#include "tests/screens/DataScreens.h"
#include "tests/screens/GradesScreens.h"
#include "tests/screens/PrivacyScreens.h"
#include "tests/screens/SamplePage.h"
#include "tests/screens/Screens.h"
#include "tests/screens/SettingsScreens.h"
#include "tests/screens/StudentScreens.h"
#include "ui/charts/ChartCard.h"
#include "ui/common/StateStack.h"
#include "ui/common/UndoBar.h"
#include "ui/regions/ClustersPage.h"
#include "ui/shell/MainWindow.h"

#include <QAbstractButton>
#include <QThread>

namespace edupro::tests {

using namespace edupro::ui;

namespace {

// clang-format off
const std::vector<PageRow> samplePages = {
    {"dashboard",    QT_TRANSLATE_NOOP("Pages", "Dashboard"),         "home",         0, everyone, makePage<SamplePage>},
    {"students",     QT_TRANSLATE_NOOP("Pages", "Students"),          "students",     0, everyone, makePage<SamplePage>},
    {"grades",       QT_TRANSLATE_NOOP("Pages", "Marks"),             "marks",        0, everyone, makePage<SamplePage>},
    {"attendance",   QT_TRANSLATE_NOOP("Pages", "Attendance"),        "attendance",   0, everyone, makePage<SamplePage>},
    {"income",       QT_TRANSLATE_NOOP("Pages", "Income"),            "income",       0, everyone, makePage<SamplePage>},
    {"achievements", QT_TRANSLATE_NOOP("Pages", "Achievements"),      "achievements", 0, everyone, makePage<SamplePage>},
    {"warning",      QT_TRANSLATE_NOOP("Pages", "Early warning"),     "warning",      1, everyone, makePage<SamplePage>},
    {"regions",      QT_TRANSLATE_NOOP("Pages", "Clusters"),          "clusters",     1, everyone, makePage<ClustersPage>},
    {"registry",     QT_TRANSLATE_NOOP("Pages", "Models"),            "models",       1, everyone, makePage<SamplePage>},
    {"data",         QT_TRANSLATE_NOOP("Pages", "Data"),              "data",         2, everyone, makePage<SamplePage>},
    {"health",       QT_TRANSLATE_NOOP("Pages", "Health"),            "health",       2, everyone, makePage<SamplePage>},
    {"users",        QT_TRANSLATE_NOOP("Pages", "Users and audit"),   "users",        2, everyone, makePage<SamplePage>},
    {"settings",     QT_TRANSLATE_NOOP("Pages", "Settings"),          "settings",     2, everyone, makePage<SamplePage>},
};
// clang-format on

std::unique_ptr<MainWindow> sampleWindow(Desk& desk)
{
    desk.context.setSchool(
        {.name = "SMP Contoh Nusantara", .terms = {"20241", "20242", "20251", "20252"}}, "20252");
    desk.context.setStanding(
        {.file = "/home/ani/smp-contoh.edupro",
         .modelVersion = 7,
         .modelDate = QDate(2026, 11, 3)});
    return std::make_unique<MainWindow>(desk.context, samplePages);
}

SamplePage* samplePage(const MainWindow& window)
{
    return window.findChild<SamplePage*>();
}

void runJob(Desk& desk)
{
    const auto future = desk.compute.submit([](const Progress& progress) -> Result<int> {
        while (progress(0.62))
            QThread::msleep(5);
        return cancelled();
    });
    desk.context.jobs.follow<int>("C4.5", future, [](int) { return QString(); });
}

std::unique_ptr<QWidget> data(Desk& desk)
{
    auto window = sampleWindow(desk);
    runJob(desk);
    samplePage(*window)->undoBar().offer("Adi Saputra", [] {});
    return window;
}

std::unique_ptr<QWidget> problem(Desk& desk)
{
    auto window = sampleWindow(desk);
    samplePage(*window)->list().showError(
        {.code = ErrorCode::Io,
         .key = "store.read_only",
         .detail = "/home/ani/smp-contoh.edupro: attempt to write a readonly database"});
    samplePage(*window)->bars().setTableVisible(true);
    const auto future = desk.compute.submit([](const Progress&) -> Result<int> {
        return Error{.code = ErrorCode::Validation, .key = "train.too_few"};
    });
    desk.context.jobs.follow<int>("C4.5", future, [](int) { return QString(); });
    return window;
}

std::unique_ptr<QWidget> empty(Desk& desk)
{
    auto window = sampleWindow(desk);
    desk.context.setStanding({});
    samplePage(*window)->list().showEmpty([] {
        const bool indonesian = QLocale().language() == QLocale::Indonesian;
        return indonesian
                   ? EmptyWords{"Belum ada siswa", "Impor daftar siswa dari Dapodik atau berkas CSV.", "Impor siswa"}
                   : EmptyWords{
                         "No students yet",
                         "Import the list of students from Dapodik or a CSV file.",
                         "Import students"};
    });
    window->findChild<QAbstractButton*>("foldNavigation")->click();
    return window;
}

void openMemory(Desk& desk, std::function<Done(storage::Store&)> fill)
{
    desk.store.open([] { return storage::Store::openMemory({.entities = allEntities()}); });
    desk.store.submit(
        [fill = std::move(fill)](storage::Store& store, const Progress&) { return fill(store); });
}

Done clusterExample(storage::Store& store, const regions::ClusterOptions& options)
{
    Random random(1);
    demo::ExampleIndicators example = demo::exampleIndicators(random, 2025);
    for (Indicator& indicator : example.indicators) {
        if (auto saved = store.save(indicator); !saved) return saved.error();
    }
    for (IndicatorValue& value : example.values) {
        if (auto saved = store.save(value); !saved) return saved.error();
    }
    const auto report = regions::cluster(store, options);
    return report ? done() : Done(report.error());
}

std::unique_ptr<QWidget> clusters(Desk& desk)
{
    openMemory(desk, [](storage::Store& store) { return clusterExample(store, {}); });
    auto window = sampleWindow(desk);
    desk.context.openPage("regions");
    return window;
}

std::unique_ptr<QWidget> clustersSix(Desk& desk)
{
    openMemory(desk, [](storage::Store& store) { return clusterExample(store, {.k = 6}); });
    auto window = sampleWindow(desk);
    desk.context.openPage("regions");
    return window;
}

std::unique_ptr<QWidget> clustersEmpty(Desk& desk)
{
    openMemory(desk, [](storage::Store&) { return done(); });
    auto window = sampleWindow(desk);
    desk.context.openPage("regions");
    return window;
}

} // namespace

std::vector<Screen> screens()
{
    std::vector<Screen> all = {
        {.name = "frame", .make = data},
        {.name = "frame-problem", .make = problem},
        {.name = "frame-empty", .make = empty},
        {.name = "clusters", .make = clusters},
        {.name = "clusters-six", .make = clustersSix},
        {.name = "clusters-empty", .make = clustersEmpty},
    };
    for (const auto& more :
         {boardScreens(),
          welcomeScreens(),
          accountScreens(),
          privacyScreens(),
          studentScreens(),
          gradesScreens(),
          attendanceScreens(),
          importScreens(),
          dataScreens(),
          settingsScreens()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace edupro::tests
