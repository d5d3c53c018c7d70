// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regions/ClustersPage.h"

#include "core/regions/Indicator.h"
#include "core/regions/StoredClusters.h"
#include "tests/support/OpenSchool.h"
#include "ui/charts/ChartCard.h"
#include "ui/common/RecordTable.h"
#include "ui/common/Roles.h"
#include "ui/common/StateStack.h"
#include "ui/regions/ClusterWords.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

namespace {

void measure(
    storage::Store& store, const char* code, int direction, const std::vector<double>& values)
{
    static const char* const provinces[] = {
        "P11", "P12", "P13", "P31", "P32", "P33", "P61", "P62", "P63", "P71"};
    Indicator indicator;
    indicator.code = QLatin1String(code);
    indicator.name = indicator.code;
    indicator.direction = direction;
    REQUIRE(store.save(indicator).has_value());
    for (std::size_t i = 0; i < values.size(); ++i) {
        IndicatorValue value{
            .id = {},
            .indicator = indicator.id,
            .region = QLatin1String(provinces[i]),
            .year = 2023,
            .value = values[i]};
        REQUIRE(store.save(value).has_value());
    }
}

/// Ten provinces at three levels by two indicators; a third has no direction, a fourth is the same
/// everywhere, and the tenth province lacks the first.
void threeLevels(storage::Store& store)
{
    // clang-format off
    measure(store, "a_schooling", +1, {11.0, 10.8, 11.2,  9.0,  8.9,  9.1,  7.0,  7.1,  6.9});
    measure(store, "b_ratio",     -1, {12.0, 12.5, 11.8, 17.0, 17.2, 16.9, 25.0, 24.5, 25.2, 20.0});
    measure(store, "c_pupils",     0, { 8.0,  7.9,  8.1,  7.5,  7.4,  7.6,  7.0,  6.9,  7.1,  7.2});
    measure(store, "d_same",      +1, { 1.0,  1.0,  1.0,  1.0,  1.0,  1.0,  1.0,  1.0,  1.0,  1.0});
    // clang-format on
}

// The page on a desk, shown, with ways to find its parts.
struct Shown {
    explicit Shown(Desk& given)
        : desk(given)
        , page(given.context)
    {
        page.resize(1138, 650);
        page.show();
        waitFor([this] { return states().state() != StateStack::State::Loading; });
    }

    template<class T>
    T& part(const char* name)
    {
        const auto all = page.findChildren<T*>(name); // every state stack has its actions
        const auto seen =
            std::find_if(all.begin(), all.end(), [](const T* one) { return one->isVisible(); });
        if (all.isEmpty()) FAIL(name);
        return seen == all.end() ? *all.front() : **seen;
    }
    StateStack& states() { return part<StateStack>("clustersStates"); }
    StateStack& result() { return part<StateStack>("clustersResult"); }
    RecordTable& table() { return part<RecordTable>("clustersTable"); }
    QAbstractItemModel& points()
    {
        return *part<ChartCard>("clustersScatter").findChild<RecordTable*>("chartTable")->model();
    }
    QString cell(int row, int column)
    {
        return table().model()->index(row, column).data().toString();
    }
    void waitFor(const std::function<bool()>& condition)
    {
        REQUIRE(QTest::qWaitFor(condition, patience));
    }
    void click(const char* button)
    {
        QTest::mouseClick(&part<QPushButton>(button), Qt::LeftButton);
    }
    void group(int version)
    {
        click("group");
        CHECK(desk.context.jobs.hasRunning());
        CHECK_FALSE(part<QPushButton>("group").isEnabled());
        waitFor([&] { return shows(QString("model v%1").arg(version)); });
    }
    bool shows(const QString& text)
    {
        for (const QLabel* label : page.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(text)) return true;
        }
        return false;
    }

    Desk& desk;
    ClustersPage page;
};

regions::StoredClusters storedIn(Desk& desk)
{
    auto stored = ask(desk, [](storage::Store& store) { return regions::storedClusters(store); });
    REQUIRE(stored.has_value());
    return *stored;
}

} // namespace

TEST_CASE("Grouping from the page stores a version and fills table and chart", "[ui][regions]")
{
    Desk desk;
    openSchool(desk, threeLevels);
    Shown shown(desk);
    REQUIRE(shown.result().state() == StateStack::State::Empty);
    CHECK(shown.shows("Not grouped yet"));
    CHECK(shown.part<QTreeWidget>("indicators").topLevelItemCount() == 4);
    CHECK(shown.part<QLabel>("indicatorCount").text() == "4 of 4");
    shown.group(1);
    REQUIRE(shown.table().model()->rowCount() == 9);
    CHECK(shown.points().rowCount() == 9);
    CHECK(shown.cell(0, 0) == "Aceh");
    CHECK(shown.cell(0, 1) == "High");
    CHECK(shown.cell(8, 1) == "Low");
    CHECK(shown.table().model()->index(0, 1).data(chipRole).toInt() == int(Tone::Fine));
    CHECK(shown.table().model()->index(8, 1).data(chipRole).toInt() == int(Tone::Risk));
    CHECK(desk.context.jobs.list().back().told == "9 provinces in 3 groups, model v1");
    const regions::StoredClusters stored = storedIn(desk);
    CHECK(stored.report.modelVersion == 1);
    CHECK(stored.report.columns.size() == 3);
    CHECK(shown.part<QPushButton>("group").isEnabled());

    const QString notes = shown.part<QLabel>("notes").text();
    CHECK(notes.contains("d_same (the same everywhere)"));
    CHECK(notes.contains("Sulawesi Utara (3 of 4 values)"));
    CHECK(notes.contains("because no direction is given:</b> c_pupils"));
}

TEST_CASE("The figures of each k stand side by side, the recommended one marked", "[ui][regions]")
{
    Desk desk;
    openSchool(desk, [](storage::Store& store) {
        threeLevels(store);
        REQUIRE(regions::cluster(store, {.k = 2}).has_value());
    });
    Shown shown(desk);
    const regions::ClusterReport report = storedIn(desk).report;
    auto& groups = shown.part<QComboBox>("groups");
    CHECK(groups.currentData().toInt() == 2);
    const QAbstractItemModel& figures = *shown.part<RecordTable>("figures").model();
    REQUIRE(figures.rowCount() == 5);
    for (int row = 0; row < 5; ++row) {
        const bool recommended = std::size_t(row) + 2 == report.recommendedK;
        CHECK(figures.index(row, 0).data().toString() == QString::number(row + 2));
        CHECK(figures.index(row, 0).data(toneRole).isValid() == recommended);
        CHECK(groups.itemText(row).contains("recommended") == recommended);
    }
    groups.setFocus();
    QTest::keyClick(&groups, Qt::Key_Down);
    QTest::keyClick(&groups, Qt::Key_Down);
    shown.group(2);
    CHECK(storedIn(desk).report.k == 4);
    CHECK(shown.cell(0, 1) == "Very high");
}

TEST_CASE("An unchecked indicator is not used; without any nothing can be grouped", "[ui][regions]")
{
    Desk desk;
    openSchool(desk, threeLevels);
    Shown shown(desk);
    auto& list = shown.part<QTreeWidget>("indicators");
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Space);
    CHECK(list.topLevelItem(0)->checkState(0) == Qt::Unchecked);
    CHECK(shown.part<QLabel>("indicatorCount").text() == "3 of 4");
    shown.group(1);
    const regions::ClusterReport report = storedIn(desk).report;
    REQUIRE(report.columns.size() == 2);
    CHECK(report.columns[0].code == "b_ratio");
    CHECK(shown.table().model()->rowCount() == 10); // nobody lacks a value any more
    CHECK(list.topLevelItem(0)->checkState(0) == Qt::Unchecked);

    shown.click("checkNone");
    CHECK_FALSE(shown.part<QPushButton>("group").isEnabled());
    shown.click("checkAll");
    CHECK(shown.part<QLabel>("indicatorCount").text() == "4 of 4");
    CHECK(shown.part<QPushButton>("group").isEnabled());
}

TEST_CASE("A grouping that is cancelled stores nothing", "[ui][regions]")
{
    Desk desk;
    openSchool(desk, threeLevels);
    Shown shown(desk);
    // Holds the compute lane, so that the grouping is still waiting when it is cancelled.
    QSemaphore gate;
    desk.compute.submit([&gate](const Progress&) -> Result<int> {
        gate.acquire();
        return 0;
    });
    shown.click("group");
    CHECK(shown.shows("Grouping…"));
    desk.context.jobs.cancel(desk.context.jobs.list().back().id);
    gate.release();
    shown.waitFor([&] { return shown.part<QPushButton>("group").isEnabled(); });
    shown.waitFor([&] { return !desk.context.jobs.hasRunning(); });
    CHECK(desk.context.jobs.list().back().state == Job::State::Cancelled);
    CHECK(shown.shows("Not grouped yet"));
    CHECK_FALSE(ask(desk, [](storage::Store& store) {
                    return regions::storedClusters(store);
                }).has_value());
}

TEST_CASE("A grouping that is refused says why beside the choice", "[ui][regions]")
{
    Desk desk;
    openSchool(desk, [](storage::Store& store) { measure(store, "few", +1, {1.0, 2.0, 3.0}); });
    Shown shown(desk);
    shown.click("group");
    shown.waitFor([&] { return shown.result().state() == StateStack::State::Error; });
    CHECK(shown.states().state() == StateStack::State::Data);
    auto& groups = shown.part<QComboBox>("groups");
    groups.setFocus();
    QTest::keyClick(&groups, Qt::Key_Up);
    shown.click("problemAction");
    shown.waitFor([&] { return shown.result().state() == StateStack::State::Data; });
    CHECK(shown.table().model()->rowCount() == 3);
}

TEST_CASE("Without indicators the page says why and offers the import", "[ui][regions]")
{
    Desk desk;
    openSchool(desk, [](storage::Store&) {});
    Shown shown(desk);
    CHECK(shown.states().state() == StateStack::State::Empty);
    CHECK(shown.shows("No indicators of provinces yet"));
    CHECK_FALSE(shown.part<QPushButton>("group").isEnabled());
    const QSignalSpy asked(&desk.context, &Context::importRequested);
    shown.click("emptyAction");
    CHECK(asked.size() == 1);

    ask(desk, [](storage::Store& store) -> Result<Unit> {
        threeLevels(store);
        return Unit{};
    });
    desk.context.announceChange();
    shown.waitFor([&] { return shown.states().state() == StateStack::State::Data; });
    CHECK(shown.part<QPushButton>("group").isEnabled());
}

TEST_CASE("A store that cannot be read says so and is tried again", "[ui][regions]")
{
    Desk desk;
    Shown shown(desk);
    CHECK(shown.states().state() == StateStack::State::Error);
    openSchool(desk, threeLevels);
    shown.click("problemAction");
    shown.waitFor([&] { return shown.states().state() == StateStack::State::Data; });
}

TEST_CASE("The clusters speak the language that is switched to", "[ui][regions]")
{
    Desk desk;
    openSchool(desk, [](storage::Store& store) {
        threeLevels(store);
        REQUIRE(regions::cluster(store).has_value());
    });
    Shown shown(desk);
    desk.language.setTongue(Tongue::Indonesian);
    shown.waitFor(
        [&] { return shown.part<QPushButton>("group").text() == "Kelompokkan provinsi"; });
    CHECK(shown.cell(0, 1) == "Tinggi");
    CHECK(shown.points().index(0, 1).data().toString() == "Tinggi");
    CHECK(shown.part<QLabel>("indicatorCount").text() == "4 dari 4");
    CHECK(shown.part<QLabel>("notes").text().contains("sama di mana-mana"));
    CHECK(shown.part<RecordTable>("figures").model()->rowCount() == 5);
}

TEST_CASE("Columns sort; a point of the chart finds its province in the list", "[ui][regions]")
{
    Desk desk;
    openSchool(desk, [](storage::Store& store) {
        threeLevels(store);
        REQUIRE(regions::cluster(store).has_value());
    });
    Shown shown(desk);
    shown.table().sortByColumn(0, Qt::DescendingOrder);
    CHECK(shown.cell(8, 0) == "Aceh");
    shown.table().sortByColumn(2, Qt::AscendingOrder);
    const auto distance = [&](int row) {
        return QLocale().toDouble(shown.cell(row, 2));
    };
    CHECK(distance(0) <= distance(8));
    const regions::ClusterReport report = storedIn(desk).report;
    auto& card = shown.part<ChartCard>("clustersScatter");
    emit card.clicked({.series = 2, .item = 1});
    CHECK(shown.table().currentId() == regionAt(report, {.series = 2, .item = 1}));
    CHECK(shown.table().currentId() == "P62");
}

TEST_CASE("Each readiness label keeps one tone whatever the number of groups", "[ui][regions]")
{
    for (std::size_t k = regions::fewestClusters; k <= regions::mostClusters; ++k) {
        const std::vector<QString> words = regions::readinessWords(k);
        CHECK(readinessTone(words.front()) == Tone::Fine);
        CHECK(readinessTone(words.back()) == Tone::Risk);
        for (const QString& word : words)
            CHECK((readinessTone(word) == Tone::Watch) == word.startsWith("Menengah"));
    }
}

TEST_CASE(
    "Every interactive part of the clusters page has a name for help and readers", "[ui][regions]")
{
    Desk desk;
    openSchool(desk, threeLevels);
    Shown shown(desk);
    for (const char* name : {"indicators", "groups", "figures", "clustersTable"})
        CHECK_FALSE(shown.part<QWidget>(name).accessibleName().isEmpty());
    for (const char* name : {"group", "checkAll", "checkNone"})
        CHECK(shown.part<QPushButton>(name).focusPolicy() != Qt::NoFocus);
}
