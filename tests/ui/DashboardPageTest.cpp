// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardPage.h"

#include "tests/support/OpenSchool.h"
#include "tests/warning/SmallSchool.h"
#include "ui/charts/ChartCard.h"
#include "ui/common/Format.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/warning/ReasonText.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

namespace {

constexpr int pupils = 40;

void manyTerms(storage::Store& store)
{
    SmallSchool school(store);
    fillWithEffect(school, pupils);
}

void predicted(storage::Store& store)
{
    manyTerms(store);
    valueOf(warning::train(store));
    valueOf(warning::predict(store));
}

struct Shown {
    explicit Shown(Desk& desk)
        : page(desk.context)
    {
        page.resize(1160, 680);
        page.show();
        waitFor([this] { return states().state() != StateStack::State::Loading; });
    }
    template<class T>
    T& part(const char* name)
    {
        auto* found = page.findChild<T*>(name);
        if (!found) FAIL(name);
        return *found;
    }
    StateStack& states() { return part<StateStack>("dashboardStates"); }
    QString figure(const char* card) { return text(card, "figureValue"); }
    QString text(const char* card, const char* label)
    {
        return part<FigureCard>(card).findChild<QLabel*>(label)->text();
    }
    void waitFor(const std::function<bool()>& condition)
    {
        REQUIRE(QTest::qWaitFor(condition, patience));
    }
    /// Clicks the button of an empty or a failed state that is seen.
    void clickAction(StateStack& stack)
    {
        for (auto* button : stack.findChildren<QPushButton*>("emptyAction")) {
            if (button->isVisible()) QTest::mouseClick(button, Qt::LeftButton);
        }
    }

    DashboardPage page;
};

struct Visit {
    QString page;
    PageFilter filter;
};

Visit lastVisit(QSignalSpy& spy)
{
    REQUIRE(spy.count() > 0);
    return {spy.last().at(0).toString(), spy.last().at(1).value<PageFilter>()};
}

} // namespace

TEST_CASE("The dashboard shows the figures that are in the store", "[ui][dashboard]")
{
    Desk desk;
    openSchool(desk, predicted);
    Shown shown(desk);
    const auto overview =
        ask(desk, [](storage::Store& store) { return dashboard::overviewOf(store); });
    const dashboard::Cards& cards = overview.dashboard.cards;
    CHECK(shown.figure("students") == QString::number(pupils));
    CHECK(shown.figure("average") == format::number(cards.average.value));
    CHECK(shown.figure("attendance") == format::percent(cards.attendance.value));
    CHECK(shown.figure("atRisk") == QString::number(static_cast<int>(*cards.atRisk.value)));
    CHECK(shown.text("completeness", "figureNote") == "40 without income");
    CHECK(shown.text("average", "figureNote") == "since last term");
    CHECK(shown.text("average", "figureChange")
              .endsWith(format::number(std::abs(*cards.average.change))));
    auto& table = shown.part<RecordTable>("attentionTable");
    REQUIRE(table.model()->rowCount() == static_cast<int>(overview.dashboard.attention.size()));
    const dashboard::Attention& first = overview.dashboard.attention.front();
    CHECK(table.model()->index(0, 0).data() == first.name);
    CHECK(table.model()->index(0, 2).data() == "At risk");
    CHECK(table.model()->index(0, 3).data() == reasonLine(first.explanation));
    CHECK(desk.context.standing().modelVersion == 1);
}

TEST_CASE(
    "From the dashboard one click leads to the class, the student or all at risk",
    "[ui][dashboard]")
{
    Desk desk;
    openSchool(desk, predicted);
    Shown shown(desk);
    QSignalSpy visits(&desk.context, &Context::pageRequested);
    emit shown.part<ChartCard>("forecastChart").clicked({.series = 2, .item = 0});
    CHECK(lastVisit(visits).filter == PageFilter{{"class", "7A"}});
    auto& table = shown.part<RecordTable>("attentionTable");
    table.setFocus();
    table.setCurrentIndex(table.model()->index(1, 0));
    QTest::keyClick(&table, Qt::Key_Return);
    CHECK(lastVisit(visits).filter == PageFilter{{"student", table.currentId()}});
    QTest::mouseClick(&shown.part<QPushButton>("showAll"), Qt::LeftButton);
    CHECK(lastVisit(visits).filter == PageFilter{{"level", "Rendah"}});
    CHECK(lastVisit(visits).page == "warning");
}

TEST_CASE(
    "Without a model the dashboard offers to train one; with one, to predict", "[ui][dashboard]")
{
    Desk desk;
    openSchool(desk, manyTerms);
    Shown shown(desk);
    CHECK(shown.figure("students") == QString::number(pupils));
    CHECK(shown.text("atRisk", "figureNote") == "no prediction yet");
    auto& attention = shown.part<StateStack>("attentionStates");
    REQUIRE(attention.state() == StateStack::State::Empty);
    QSignalSpy visits(&desk.context, &Context::pageRequested);
    shown.clickAction(attention);
    CHECK(lastVisit(visits).filter == PageFilter{{"action", "train"}});

    ask(desk, [](storage::Store& store) { return warning::train(store); });
    desk.context.announceChange();
    shown.waitFor([&] { return desk.context.standing().modelVersion == 1; });
    shown.clickAction(attention);
    CHECK(lastVisit(visits).filter == PageFilter{{"action", "predict"}});

    ask(desk, [](storage::Store& store) { return warning::predict(store); });
    desk.context.announceChange();
    shown.waitFor([&] { return attention.state() == StateStack::State::Data; });
    CHECK(shown.figure("atRisk") != QString(format::missing));
}

TEST_CASE("A school without data is asked to import some", "[ui][dashboard]")
{
    Desk desk;
    openSchool(desk, [](storage::Store& store) {
        valueOf(school::createSchool(store, "SMP Contoh", std::nullopt));
    });
    Shown shown(desk);
    REQUIRE(shown.states().state() == StateStack::State::Empty);
    CHECK_FALSE(shown.part<QPushButton>("print").isEnabled());
    QSignalSpy asked(&desk.context, &Context::importRequested);
    shown.clickAction(shown.states());
    CHECK(asked.count() == 1);
}

TEST_CASE("The dashboard speaks the other language and shows another term", "[ui][dashboard]")
{
    Desk desk;
    openSchool(desk, predicted);
    Shown shown(desk);
    desk.language.setTongue(Tongue::Indonesian);
    QCoreApplication::processEvents();
    CHECK(shown.part<QPushButton>("print").text() == "Cetak satu halaman");
    CHECK(shown.part<RecordTable>("attentionTable").model()->index(0, 2).data() == "Berisiko");
    CHECK(shown.text("completeness", "figureNote") == "40 tanpa penghasilan");
    const QString now = shown.figure("average");
    desk.context.selectTerm(fourTerms.front());
    shown.waitFor([&] { return shown.figure("average") != now; });
    CHECK(shown.text("average", "figureChange").isEmpty());
}

TEST_CASE("The dashboard prints one page, or says why it cannot", "[ui][dashboard]")
{
    Desk desk;
    openSchool(desk, predicted);
    Shown shown(desk);
    const QTemporaryDir folder;
    desk.dialogs.path = folder.filePath("page.pdf");
    QTest::mouseClick(&shown.part<QPushButton>("print"), Qt::LeftButton);
    shown.waitFor([&] { return !desk.context.jobs.hasRunning(); });
    CHECK(desk.context.jobs.list().back().state == Job::State::Done);
    CHECK(QFile(desk.dialogs.path).size() > 5000);
    desk.dialogs.path = folder.filePath("missing/page.pdf");
    QTest::mouseClick(&shown.part<QPushButton>("print"), Qt::LeftButton);
    shown.waitFor([&] { return !desk.context.jobs.hasRunning(); });
    CHECK(desk.context.jobs.list().back().error.key == "export.unwritable");
}
