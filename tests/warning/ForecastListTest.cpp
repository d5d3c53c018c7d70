// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/warning/ForecastList.h"

#include "tests/warning/SmallSchool.h"

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::warning;

TEST_CASE("Stored forecasts are read back as they were made, riskiest first", "[warning][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        SmallSchool school(store);
        fillWithEffect(school, 40);
        const TrainReport trained = valueOf(train(store));
        const PredictReport predicted = valueOf(predict(store));
        const ForecastList list = valueOf(storedForecasts(store));
        CHECK(list.term == fourTerms.last());
        CHECK(list.students == 40);
        CHECK(list.predictedBy == 1);
        REQUIRE(list.rows.size() == predicted.rows.size());
        for (std::size_t i = 0; i < list.rows.size(); ++i) {
            CHECK(list.rows[i].student.id == predicted.rows[i].student.id);
            CHECK(list.rows[i].explanation == predicted.rows[i].explanation);
        }
        REQUIRE(list.model.has_value());
        CHECK(list.model->number == 1);
        CHECK(list.model->trainedAt == testNow);
        CHECK(toJson(list.model->report) == toJson(trained));
    });
}

TEST_CASE("A school without terms, model or predictions has an empty list", "[warning]")
{
    const auto store = memoryStore();
    const ForecastList none = valueOf(storedForecasts(*store));
    CHECK(none.term.isEmpty());
    CHECK(none.students == 0);
    CHECK_FALSE(none.model.has_value());
    SmallSchool school(*store);
    school.addStudent(QStringLiteral("10001"));
    const ForecastList list = valueOf(storedForecasts(*store));
    CHECK_FALSE(list.term.isEmpty());
    CHECK(list.students == 1);
    CHECK(list.rows.empty());
    CHECK(list.predictedBy == 0);
    const auto unknown = storedForecasts(*store, {.term = QStringLiteral("19991")});
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().key == "term.unknown");
}

TEST_CASE("Measures that cannot be read are damage, not zeros", "[warning]")
{
    const ModelVersion version{
        .number = 3, .metrics = QStringLiteral("{\"target\":\"next-term\"}")};
    const auto report = trainReportOf(version);
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().key == "model.damaged");
}
