// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/warning/Predict.h"

#include "core/warning/RiskModel.h"
#include "tests/warning/SmallSchool.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::warning;

namespace {

const QString lastTerm = fourTerms.last();

std::vector<Prediction> stored(storage::Store& store)
{
    return valueOf(store.list<Prediction>());
}

const Forecast& forecastOf(const PredictReport& report, const StudentId& student)
{
    for (const Forecast& forecast : report.rows) {
        if (forecast.student.id == student) return forecast;
    }
    FAIL("no forecast of that student");
    return report.rows.front();
}

} // namespace

TEST_CASE("Every student at school is predicted, stored and explained", "[warning][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        SmallSchool school(store);
        const std::vector<StudentId> students = fillWithEffect(school, 40);
        valueOf(train(store));
        const PredictReport report = valueOf(predict(store));
        CHECK(report.term == lastTerm);
        CHECK(report.modelVersion == 1);
        CHECK(report.students == 40);
        CHECK(report.predicted == 40);
        CHECK(report.levels[0] + report.levels[2] == 40);
        CHECK(report.levels[0] > 0);
        REQUIRE(report.rows.size() == 40);
        CHECK(report.rows.front().explanation.level == Level::Low);
        CHECK(report.rows.back().explanation.level == Level::High);

        const auto predictions = stored(store);
        REQUIRE(predictions.size() == 40);
        for (const Prediction& prediction : predictions) {
            const Forecast& forecast = forecastOf(report, prediction.student);
            const Explanation read = valueOf(explanationOf(prediction));
            CHECK(read == forecast.explanation);
            REQUIRE(read.steps.size() == 1);
            CHECK(read.steps[0].feature == QStringLiteral("persen_alpa"));
            CHECK(read.steps[0].threshold == 2.0);
            const bool falls = read.level == Level::Low;
            CHECK(read.steps[0].relation == (falls ? QStringLiteral(">") : QStringLiteral("<=")));
            CHECK(read.steps[0].value == (falls ? 15.0 : 2.0));
        }
        const Forecast one = valueOf(explain(store, students[3]));
        CHECK(one.explanation == forecastOf(report, students[3]).explanation);
        CHECK(one.student.className == QStringLiteral("7A"));
    });
}

TEST_CASE(
    "A second prediction replaces the first, and leaves nobody behind who has left", "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    const std::vector<StudentId> students = fillWithEffect(school, 40);
    valueOf(train(*store));
    valueOf(predict(*store));
    auto gone = valueOf(store->find<Student>(students[0]))->record;
    gone.status = QStringLiteral("left");
    valueOf(store->save(gone));
    school.absent(students[1], lastTerm, 60);
    const PredictReport report = valueOf(predict(*store));
    CHECK(report.students == 39);
    const auto predictions = stored(*store);
    CHECK(predictions.size() == 39);
    for (const Prediction& prediction : predictions) {
        CHECK_FALSE(prediction.student == students[0]);
        if (prediction.student == students[1]) CHECK(prediction.level == QStringLiteral("Rendah"));
    }
    // Another target stands beside it.
    valueOf(train(*store, {.target = Target::StatusNow}));
    valueOf(predict(*store, {.target = Target::StatusNow}));
    CHECK(stored(*store).size() == 78);
}

TEST_CASE(
    "Without enough alike students, or without marks, the model says that it does not know",
    "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    std::vector<StudentId> students = fillWithEffect(school, 40);
    const StudentId absentOnly = school.addStudent(QStringLiteral("20001"));
    school.absent(absentOnly, lastTerm, 3);
    const StudentId nothing = school.addStudent(QStringLiteral("20002"));
    valueOf(train(*store));
    PredictReport report = valueOf(predict(*store));
    CHECK(report.students == 42);
    CHECK(report.predicted == 40);
    CHECK(report.notEnoughData == 1);
    CHECK(report.withoutFigures == 1);
    const Explanation unsure = forecastOf(report, absentOnly).explanation;
    CHECK(unsure.doubt == Doubt::NoMarks);
    CHECK_FALSE(unsure.level.has_value());
    CHECK(report.rows.back().student.id == absentOnly);
    CHECK(toJson(report.rows.back())[u"prediksi_prestasi"].toString() == QStringLiteral("unknown"));
    const Error noFigures = explain(*store, nothing).error();
    CHECK(noFigures.key == "predict.no_figures");
    CHECK(noFigures.detail.find("20002") == std::string::npos);
    CHECK(explain(*store, {QUuid::createUuid()}).error().key == "student.unknown");

    // The same tree, had it been grown from a tenth of the students.
    auto version = valueOf(store->list<ModelVersion>()).front();
    QJsonObject model = QJsonDocument::fromJson(version.model.toUtf8()).object();
    QJsonArray nodes = model[u"nodes"].toArray();
    for (int i = 0; i < nodes.size(); ++i) {
        QJsonObject node = nodes[i].toObject();
        node[u"weights"] = QJsonArray{4.0, 0.0, 0.0};
        nodes[i] = node;
    }
    model[u"nodes"] = nodes;
    version.model = QString::fromUtf8(QJsonDocument(model).toJson());
    valueOf(store->save(version));
    report = valueOf(predict(*store));
    CHECK(report.predicted == 0);
    CHECK(forecastOf(report, students[0]).explanation.doubt == Doubt::FewAlike);
    CHECK(stored(*store).front().level == QStringLiteral("unknown"));
}

TEST_CASE("Prediction refuses clearly what it cannot do", "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    CHECK(predict(*store).error().key == "model.none");
    fillWithEffect(school, 40);
    valueOf(train(*store));
    CHECK(predict(*store, {.term = QStringLiteral("19991")}).error().key == "term.unknown");
    CHECK(predict(*store, {.term = QStringLiteral("20252")}).error().key == "predict.no_figures");
    CHECK(predict(*store, {.target = Target::StatusNow}).error().key == "model.none");
}

TEST_CASE("A damaged model is refused and the predictions stay as they were", "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    fillWithEffect(school, 40);
    valueOf(train(*store));
    valueOf(predict(*store));
    const auto before = stored(*store);
    auto version = valueOf(store->list<ModelVersion>()).front();
    version.model.replace(QStringLiteral("persen_alpa"), QStringLiteral("golongan_darah"));
    valueOf(store->save(version));
    const auto refused = predict(*store);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::Corrupt);
    CHECK(refused.error().key == "model.damaged");
    CHECK(stored(*store) == before);
}

TEST_CASE("A cancelled prediction stores nothing", "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    fillWithEffect(school, 250);
    valueOf(train(*store));
    const auto report = predict(*store, {}, [](double fraction) { return fraction < 0.5; });
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().code == ErrorCode::Cancelled);
    CHECK(stored(*store).empty());
}
