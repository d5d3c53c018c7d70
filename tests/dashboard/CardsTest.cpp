// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dashboard/Cards.h"

#include "core/attendance/AttendanceDay.h"
#include "core/dashboard/Charts.h"
#include "core/income/GuardianIncome.h"
#include "core/warning/Predict.h"
#include "core/warning/RiskModel.h"
#include "tests/warning/SmallSchool.h"

using namespace edupro;
using namespace edupro::dashboard;
using namespace edupro::tests;

namespace {

const QString autumn = QStringLiteral("20251");
const QString spring = QStringLiteral("20252");

} // namespace

TEST_CASE(
    "The cards of a term are computed from its own figures, with the change since the one before",
    "[dashboard][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        SmallSchool school(store);
        const StudentId ani = school.addStudent(QStringLiteral("10001"), QStringLiteral("7A"));
        const StudentId budi = school.addStudent(QStringLiteral("10002"), QStringLiteral("7A"));
        // Two subjects for one, three for the other: every student counts once.
        school.mark(ani, autumn, 60.0);
        school.mark(ani, autumn, 80.0, QStringLiteral("IPA"));
        school.mark(budi, autumn, 90.0);
        school.mark(ani, spring, 75.0);
        school.mark(budi, spring, 89.0);
        school.absent(ani, autumn, 10);
        school.absent(budi, autumn, 0);
        // In spring the lists of four days count; Ani missed one.
        const auto group = valueOf(store.list<ClassGroup>()).front();
        for (int day = 0; day < 4; ++day) {
            AttendanceSession session{
                .classGroup = group.id, .day = QDate(2026, 1, 12).addDays(day)};
            valueOf(store.save(session));
        }
        AttendanceDay missed{
            .student = ani, .day = QDate(2026, 1, 13), .status = QStringLiteral("S")};
        valueOf(store.save(missed));

        const Dashboard now = valueOf(dashboardOf(store));
        CHECK(now.term.code == spring);
        CHECK(now.termBefore == autumn);
        CHECK(now.cards.students.value == 2.0);
        CHECK(now.cards.students.change == 0.0);
        CHECK(*now.cards.average.value == Approx(82.0));
        CHECK(*now.cards.average.change == Approx(2.0));
        CHECK(*now.cards.attendance.value == Approx(87.5));
        CHECK(*now.cards.attendance.change == Approx(-7.5));
        CHECK_FALSE(now.cards.atRisk.value.has_value());
        CHECK_FALSE(now.cards.atRisk.change.has_value());
        CHECK(now.cards.parts.withMarks == 2);
        CHECK(now.cards.parts.withAttendance == 2);
        CHECK(now.cards.parts.withIncome == 0);
        CHECK(*now.cards.completeness.value == Approx(200.0 / 3));
        REQUIRE(now.trend.size() == 2);
        CHECK(now.trend[0].term == autumn);
        CHECK(*now.trend[0].attendance == Approx(95.0));
        CHECK(now.classes.empty());
        CHECK(now.attention.empty());
        CHECK_FALSE(now.model.has_value());

        const Dashboard before = valueOf(dashboardOf(store, autumn));
        CHECK(before.trend.size() == 1);
        CHECK(*before.cards.average.value == Approx(80.0));
        CHECK_FALSE(before.cards.average.change.has_value()); // there is no term before
        CHECK(dashboardOf(store, QStringLiteral("19991")).error().key == "term.unknown");
    });
}

TEST_CASE("A school without any figures has an empty dashboard, not zeros", "[dashboard]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    const Dashboard dashboard = valueOf(dashboardOf(*store));
    CHECK_FALSE(dashboard.cards.students.value.has_value());
    CHECK_FALSE(dashboard.cards.average.value.has_value());
    CHECK_FALSE(dashboard.cards.attendance.value.has_value());
    CHECK_FALSE(dashboard.cards.completeness.value.has_value());
    CHECK(dashboard.trend.empty());
}

TEST_CASE(
    "Predictions appear by class, and those at risk with their reasons", "[dashboard][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        SmallSchool school(store);
        fillWithEffect(school, 60);
        valueOf(warning::train(store));
        const auto predicted = valueOf(warning::predict(store));
        const Dashboard dashboard = valueOf(dashboardOf(store));
        CHECK(dashboard.cards.atRisk.value == static_cast<double>(predicted.levels[0]));
        CHECK_FALSE(dashboard.cards.atRisk.change.has_value());
        REQUIRE(dashboard.model.has_value());
        CHECK(dashboard.model->number == 1);
        CHECK(dashboard.model->trainedAt == testNow);
        REQUIRE(dashboard.classes.size() == 1);
        CHECK(dashboard.classes[0].className == QStringLiteral("7A"));
        CHECK(dashboard.classes[0].levels == predicted.levels);
        REQUIRE(predicted.levels[0] > mostAttention);
        REQUIRE(dashboard.attention.size() == mostAttention);
        for (const Attention& one : dashboard.attention) {
            CHECK(one.explanation.level == warning::Level::Low);
            REQUIRE(one.explanation.steps.size() == 1);
            CHECK(one.explanation.steps[0].value == 15.0);
            CHECK_FALSE(one.name.isEmpty());
        }
        // With the predictions of the term before there is something to compare with.
        const auto earlier = valueOf(warning::predict(store, {.term = fourTerms[2]}));
        const Dashboard again = valueOf(dashboardOf(store));
        CHECK(
            again.cards.atRisk.change ==
            static_cast<double>(predicted.levels[0]) - static_cast<double>(earlier.levels[0]));
    });
}

TEST_CASE("Classes stand in the order of their grades", "[dashboard]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    std::vector<StudentId> students = fillWithEffect(school, 40);
    for (const auto& [nis, name] : {std::pair{"30001", "10-A"}, {"30002", "9B"}, {"30003", "9A"}}) {
        const StudentId student = school.addStudent(QLatin1String(nis), QLatin1String(name));
        school.mark(student, fourTerms[3], 85.0);
        school.absent(student, fourTerms[3], 2);
    }
    valueOf(warning::train(*store));
    valueOf(warning::predict(*store));
    const Dashboard dashboard = valueOf(dashboardOf(*store));
    QStringList names;
    for (const ClassForecast& group : dashboard.classes)
        names.append(group.className);
    CHECK(names.join(u' ') == QStringLiteral("7A 9A 9B 10-A"));
}

TEST_CASE("Charts carry the figures of the dashboard in the user's words", "[dashboard]")
{
    Dashboard dashboard;
    dashboard.classes = {
        {.className = QStringLiteral("7A"), .levels = {1, 2, 3}}, {.levels = {0, 0, 1}}};
    dashboard.trend = {{autumn, 80.0, std::nullopt}, {spring, 82.0, 91.5}};
    const ChartWords words{
        .category = QStringLiteral("Kelas"),
        .withoutClass = QStringLiteral("Tanpa kelas"),
        .low = QStringLiteral("Rendah")};
    StackedBars bars = forecastChart(dashboard, words);
    CHECK(
        bars.categories ==
        std::vector<QString>{QStringLiteral("7A"), QStringLiteral("Tanpa kelas")});
    REQUIRE(bars.parts.size() == 3);
    REQUIRE(bars.direct.has_value());
    CHECK(bars.parts[*bars.direct].name == QStringLiteral("Rendah"));
    CHECK(bars.parts[*bars.direct].values == std::vector<double>{1.0, 0.0});
    dashboard.classes[0].unknown = 4;
    CHECK(forecastChart(dashboard, words).parts.back().values == std::vector<double>{4.0, 0.0});

    const Lines lines = trendChart(dashboard, words);
    CHECK(lines.steps.size() == 2);
    REQUIRE(lines.lines.size() == 2);
    CHECK_FALSE(lines.lines[1].values[0].has_value());
    CHECK(lines.lines[1].values[1] == 91.5);
}
