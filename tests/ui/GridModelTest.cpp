// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/GridModel.h"

#include "tests/ui/NumberGrid.h"

#include <QAbstractItemModelTester>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

TEST_CASE("Answers that come late settle the value they were for", "[ui][grid]")
{
    OpenGrid open;
    open.model.answersAtOnce = false;
    open.type("80");
    open.press(Qt::Key_Return);
    open.goTo(0, 0);
    open.type("90");
    open.press(Qt::Key_Return);
    CHECK(open.model.savingCount() == 1);
    CHECK(child<QLabel>(open.window, "gridStandingWords")->text() == "Saving...");
    open.model.answer(); // of 80
    CHECK(open.shown(0, 0) == "90");
    CHECK(open.model.at(0, 0).state == GridCell::State::Saving);
    SECTION("the newer one")
    {
        open.model.answer();
        CHECK(open.model.at(0, 0).state == GridCell::State::Saved);
        CHECK(open.shown(0, 0) == "90");
    }
    SECTION("back to the first while the second is on its way")
    {
        open.goTo(0, 0);
        open.type("80"); // stored now, but 90 will be stored before it
        open.press(Qt::Key_Return);
        REQUIRE(open.model.waiting.size() == 2);
        open.model.answerAll();
        CHECK(open.stored("1/1") == "80");
        CHECK(open.shown(0, 0) == "80");
    }
    SECTION("which the store refuses")
    {
        const GridStep step = open.model.waiting.takeFirst();
        open.model.settle(step, Error{.code = ErrorCode::Io, .key = "store.full", .detail = {}});
        CHECK(open.shown(0, 0) == "90");
        CHECK(open.model.at(0, 0).state == GridCell::State::Rejected);
        CHECK(open.model.at(0, 0).stored == "80");
        open.model.retry();
        open.model.answerAll();
        CHECK(open.stored("1/1") == "90");
        CHECK(open.model.refusedCount() == 0);
    }
}

TEST_CASE("A reload keeps what is refused and on its way, another grid waits", "[ui][grid]")
{
    OpenGrid open;
    open.type("105");
    open.press(Qt::Key_Return);
    open.model.answersAtOnce = false;
    open.type("70");
    open.press(Qt::Key_Return);
    open.model.fill(5, 4);
    CHECK(open.shown(0, 0) == "105");
    CHECK(open.shown(1, 0) == "70");
    CHECK(open.model.savingCount() == 1);

    open.model.fill(5, 4, "second");
    CHECK(open.shown(0, 0).isEmpty());
    CHECK(open.model.refusedCount() == 0);
    CHECK_FALSE(open.model.steps().canUndo());
    open.model.answerAll(); // for the first grid
    CHECK(open.shown(1, 0).isEmpty());
    open.model.answersAtOnce = true;
    open.goTo(0, 0);
    open.type("55");
    open.press(Qt::Key_Return);
    CHECK(open.shown(0, 0) == "55");

    open.model.fill(5, 4);
    CHECK(open.shown(0, 0) == "105");
    CHECK(open.model.refusedCount() == 1);
    CHECK(open.shown(1, 0) == "70");
    open.model.undo(); // the steps of this grid are here again
    CHECK(open.shown(1, 0).isEmpty());
    CHECK(open.stored("2/1").isEmpty());
}

TEST_CASE("The grid's model is a well-behaved one", "[ui][grid]")
{
    NumberModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.fill(3, 3);
    model.enter({{0, 0, "5"}, {1, 1, "x"}}, "Type");
    model.undo();
    model.fill(1, 1, "second");
    CHECK(model.rowCount() == 1);
}
