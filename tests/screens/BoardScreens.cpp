// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/BoardScreens.h"

#include "core/demo/DemoSchool.h"
#include "core/Entities.h"
#include "core/regions/Segments.h"
#include "core/school/SchoolActions.h"
#include "core/warning/Predict.h"
#include "core/warning/RiskModel.h"
#include "ui/dashboard/DashboardPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/warning/PredictionsPage.h"

#include <QDateTime>
#include <QTemporaryDir>

#include <iostream>

namespace edupro::tests {

using namespace edupro::ui;
using storage::Store;

namespace {

const QDate today(2026, 11, 21);

storage::StoreOptions screenOptions()
{
    return {
        .clock = [] { return Instant{QDateTime(today, QTime(10, 42)).toMSecsSinceEpoch()}; },
        .actor = "screens",
        .entities = allEntities()};
}

enum class Stage { Empty, Untrained, Predicted };

/// A file made once for all pictures of a stage; empty when it cannot be made.
QString schoolFile(Stage stage)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QString("school-%1.edupro").arg(static_cast<int>(stage)));
    if (QFile::exists(path)) return path;
    auto store = stage == Stage::Empty
                     ? Store::createFile(path, screenOptions())
                     : demo::createDemoFile(
                           path, {.students = 600, .today = today}, screenOptions(), noProgress());
    bool good = store.has_value();
    if (good && stage == Stage::Empty)
        good = school::createSchool(**store, "SMP Baru", std::nullopt).has_value();
    if (good && stage == Stage::Predicted) {
        good = warning::train(**store).has_value() && warning::predict(**store).has_value() &&
               regions::cluster(**store).has_value();
    }
    if (!good) std::cerr << "the school of the pictures cannot be made" << std::endl;
    return good ? path : QString();
}

void open(Desk& desk, Stage stage)
{
    const QString path = schoolFile(stage);
    desk.store.open([path] { return Store::openFile(path, screenOptions()); }).waitForFinished();
    struct Shown {
        OpenSchool school;
        QString term;
    };
    auto future = desk.store.submit([](Store& store, const Progress&) -> Result<Shown> {
        Shown shown;
        if (auto school = school::theSchool(store)) shown.school.name = school->name;
        if (auto terms = school::listTerms(store)) {
            for (const school::TermRow& term : *terms)
                shown.school.terms << term.code;
        }
        if (auto term = school::currentTerm(store)) shown.term = term->code;
        return shown;
    });
    future.waitForFinished();
    const Shown shown = future.result().value();
    desk.context.setSchool(shown.school, shown.term);
    desk.context.setStanding({.file = "/home/ani/smp-contoh.edupro"});
}

// clang-format off
const std::vector<PageRow> boardPages = {
    {"dashboard", QT_TRANSLATE_NOOP("Pages", "Dashboard"),     "home",    0, everyone, makePage<DashboardPage>},
    {"warning",   QT_TRANSLATE_NOOP("Pages", "Early warning"), "warning", 1, everyone, makePage<PredictionsPage>},
};
// clang-format on

std::function<std::unique_ptr<QWidget>(Desk&)> page(const char* id, Stage stage)
{
    return [id, stage](Desk& desk) {
        open(desk, stage);
        auto window = std::make_unique<MainWindow>(desk.context, boardPages);
        desk.context.openPage(id);
        return window;
    };
}

} // namespace

std::vector<Screen> boardScreens()
{
    return {
        {.name = "dashboard", .make = page("dashboard", Stage::Predicted)},
        {.name = "dashboard-untrained", .make = page("dashboard", Stage::Untrained)},
        {.name = "dashboard-empty", .make = page("dashboard", Stage::Empty)},
        {.name = "warning", .make = page("warning", Stage::Predicted)},
        {.name = "warning-untrained", .make = page("warning", Stage::Untrained)},
        {.name = "warning-empty", .make = page("warning", Stage::Empty)},
    };
}

} // namespace edupro::tests
