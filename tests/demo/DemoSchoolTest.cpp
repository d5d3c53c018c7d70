// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoSchool.h"

#include "core/school/SchoolActions.h"
#include "core/school/SchoolCalendar.h"
#include "core/warning/Predict.h"
#include "core/warning/RiskModel.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <QDir>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::demo;

namespace {

const DemoOptions small{.students = 60, .seed = 3, .today = QDate(2026, 2, 27)};

template<class T>
qint64 countIn(storage::Store& store)
{
    const auto count = store.count(entityInfo<T>());
    REQUIRE(count.has_value());
    return count.value();
}

} // namespace

TEST_CASE("The example school arrives whole in the store, on every database", "[demo][postgres]")
{
    tests::onEveryDialect([](storage::Store& store) {
        const auto plan = planDemoSchool(small);
        REQUIRE(plan.has_value());
        double last = 0.0;
        const Done written = writeDemoSchool(store, *plan, [&last](double fraction) {
            CHECK(fraction >= last);
            last = fraction;
            return true;
        });
        if (!written) FAIL(written.error().detail);
        CHECK(last == 1.0);
        const auto counted = [&store]<class T>(const std::vector<T>& rows) {
            return countIn<T>(store) == static_cast<qint64>(rows.size());
        };
        CHECK(counted(plan->students));
        CHECK(counted(plan->enrolments));
        CHECK(counted(plan->marks));
        CHECK(counted(plan->totals));
        CHECK(counted(plan->sessions));
        CHECK(counted(plan->absences));
        CHECK(counted(plan->incomes));
        CHECK(counted(plan->achievements));
        CHECK(counted(plan->provinces.values));
        CHECK(countIn<School>(store) == 1);
        CHECK(school::thresholdsOn(store, plan->frame.terms.front().endsOn).has_value());
    });
}

TEST_CASE("The example school's calendar has the days on which it kept lists", "[demo]")
{
    const auto store = tests::memoryStore();
    const auto plan = planDemoSchool(small);
    REQUIRE(plan.has_value());
    REQUIRE(writeDemoSchool(*store, *plan, noProgress()).has_value());
    for (std::size_t i = 0; i + 1 < plan->frame.terms.size(); ++i) { // the last one is running
        const Term& term = plan->frame.terms[i];
        const auto calendar = school::schoolCalendar(*store, term.startsOn, term.endsOn).value();
        std::vector<QDate> days;
        for (const school::SchoolDay& day : calendar)
            if (day.isSchoolDay()) days.push_back(day.day);
        CHECK(days == plan->frame.days[i]);
    }
}

TEST_CASE("A cancelled example school leaves nothing behind", "[demo]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("contoh.edupro"));
    const auto made = createDemoFile(
        path, small, tests::testOptions(), [](double fraction) { return fraction < 0.5; });
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == ErrorCode::Cancelled);
    CHECK(QDir(folder.path()).isEmpty());

    const auto store = tests::memoryStore();
    const auto plan = planDemoSchool(small);
    REQUIRE(plan.has_value());
    CHECK_FALSE(writeDemoSchool(*store, *plan, [](double) { return false; }).has_value());
    CHECK(countIn<School>(*store) == 0);
}

TEST_CASE("An example school does not overwrite a file", "[demo]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("contoh.edupro"));
    REQUIRE(createDemoFile(path, small, tests::testOptions(), noProgress()).has_value());
    const auto again = createDemoFile(path, small, tests::testOptions(), noProgress());
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().key == "store.exists");
    CHECK(storage::Store::openFile(path, tests::testOptions()).has_value());
}

TEST_CASE(
    "The early warning learns from the example school what its baselines do not know", "[demo]")
{
    const auto store = tests::memoryStore();
    const auto plan = planDemoSchool({.students = 600, .seed = 1, .today = QDate(2026, 2, 27)});
    REQUIRE(plan.has_value());
    REQUIRE(writeDemoSchool(*store, *plan, noProgress()).has_value());
    const auto report = warning::train(*store);
    if (!report) FAIL(report.error().detail);
    CAPTURE(report->accuracy, report->persistence, report->majority, report->leaves);
    CHECK(report->accuracy > report->majority + 0.2);
    CHECK(report->accuracy > report->persistence);
    CHECK(report->leaves > 3);

    const auto predicted = warning::predict(*store);
    if (!predicted) FAIL(predicted.error().detail);
    CHECK(predicted->students == 600);
    CHECK(predicted->predicted > 500);
    for (const std::size_t count : predicted->levels)
        CHECK(count > 30);
}
