// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/warning/RiskModel.h"

#include "core/registry/ModelJson.h"
#include "core/registry/ModelRegistry.h"
#include "tests/warning/SmallSchool.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::warning;

namespace {

qint64 versionsIn(storage::Store& store)
{
    return valueOf(store.count(entityInfo<ModelVersion>()));
}

} // namespace

TEST_CASE(
    "What decides the next term is found, and reported as better than the baselines",
    "[warning][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        SmallSchool school(store);
        fillWithEffect(school, 40);
        const TrainReport report = valueOf(train(store));
        CHECK(report.rows == 120);
        CHECK(report.accuracy == 1.0);
        CHECK(report.persistence < 0.8);
        CHECK(report.majority < 0.8);
        CHECK(report.betterThanBaseline);
        CHECK(report.newlyLow > 0);
        CHECK(report.newlyLowFound == report.newlyLow);
        CHECK(report.newlyLowWarned == report.newlyLow);
        CHECK_FALSE(report.ruleReplication);
        CHECK(report.leaves == 2);
        CHECK(report.size == 3);
        REQUIRE(report.steps.size() == 2);
        CHECK(report.steps[0].term == QStringLiteral("20241"));
        CHECK(report.steps[0].trainingRows == 40);
        CHECK(report.steps[1].term == QStringLiteral("20242"));
        CHECK(report.steps[1].trainingRows == 80);
        CHECK(report.modelVersion == 1);

        const auto model = valueOf(
            registry::productionModel(store, QStringLiteral("tree"), QStringLiteral("next-term")));
        REQUIRE(model.has_value());
        const ml::DecisionTree tree = valueOf(registry::treeOf(model->model));
        CHECK(tree.columns[static_cast<std::size_t>(tree.nodes[0].column)].name == "persen_alpa");
        CHECK(tree.nodes[0].threshold == 2.0);
    });
}

TEST_CASE("Where nothing decides the next term, the model is not called better", "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    fillWithoutEffect(school, 60);
    const TrainReport report = valueOf(train(*store));
    CHECK_FALSE(report.betterThanBaseline);
    CHECK(report.accuracy <= report.majority + 0.1);
    CHECK(toJson(report)[u"better_than_baseline"].toBool(true) == false);
}

TEST_CASE("Status now re-learns the rule and says so", "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    fillWithoutEffect(school, 60);
    const TrainReport report = valueOf(train(*store, {.target = Target::StatusNow}));
    CHECK(report.ruleReplication);
    CHECK(report.rows == 240);
    CHECK(report.persistence == 1.0);
    CHECK(report.accuracy > 0.95);
    CHECK_FALSE(report.betterThanBaseline);
}

TEST_CASE("The features of a pair know nothing of its target term", "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    const std::vector<StudentId> students = fillWithEffect(school, 25);
    const auto features = [&store] {
        const auto data = valueOf(readTrainingData(*store, Target::NextTerm));
        TrainingTable table = trainingTable(data.terms, Target::NextTerm);
        std::vector<std::vector<double>> rows;
        for (std::size_t row = 0; row < table.data.rows(); ++row) {
            if (table.terms[static_cast<std::size_t>(table.periods[row])] == u"20242")
                rows.push_back(table.data.row(row));
        }
        return rows;
    };
    const auto before = features();
    for (const StudentId& student : students) {
        school.mark(student, QStringLiteral("20242"), 12.0);
        school.absent(student, QStringLiteral("20242"), 61);
    }
    const auto after = features();
    REQUIRE(before.size() == 25);
    REQUIRE(after.size() == 25);
    // Bit patterns, because unknown incomes are NaN.
    for (std::size_t row = 0; row < before.size(); ++row)
        CHECK(std::memcmp(before[row].data(), after[row].data(), before[row].size() * 8) == 0);
}

TEST_CASE("A term that is still open is not learnt from", "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    const std::vector<StudentId> students = fillWithEffect(school, 25);
    const TrainReport before = valueOf(train(*store));
    for (const StudentId& student : students) {
        school.mark(student, QStringLiteral("20251"), 90.0);
        school.absent(student, QStringLiteral("20251"), 1);
        school.mark(student, QStringLiteral("20252"), 30.0); // until June 2026: not over yet
        school.absent(student, QStringLiteral("20252"), 1);
    }
    const TrainReport after = valueOf(train(*store));
    CHECK(before.steps.back().term == QStringLiteral("20242"));
    CHECK(after.steps.back().term == QStringLiteral("20251"));
    CHECK(after.rows == before.rows + 25);
}

TEST_CASE("The same school gives the same model", "[warning]")
{
    QString models[2];
    for (QString& model : models) {
        const auto store = memoryStore();
        SmallSchool school(*store);
        fillWithoutEffect(school, 40);
        const auto data = valueOf(readTrainingData(*store, Target::NextTerm));
        const TrainedModel trained = valueOf(trainModel(data, {}));
        model = QString::fromUtf8(QJsonDocument(registry::toJson(trained.tree)).toJson());
    }
    CHECK(models[0] == models[1]);
}

TEST_CASE("Training refuses clearly what it cannot learn from, and stores nothing", "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    const auto refusal = [&store](Target target = Target::NextTerm) {
        const auto report = train(*store, {.target = target});
        REQUIRE_FALSE(report.has_value());
        CHECK(versionsIn(*store) == 0);
        return report.error();
    };
    SECTION("an empty school")
    {
        CHECK(refusal().key == "train.no_terms");
        CHECK(refusal(Target::StatusNow).key == "train.no_terms");
    }
    SECTION("a single pair of terms")
    {
        for (int i = 0; i < 30; ++i) {
            const StudentId student = school.addStudent(QString::number(10000 + i));
            for (const QString& term : {fourTerms[0], fourTerms[1]}) {
                school.mark(student, term, 50.0 + i);
                school.absent(student, term, 1);
            }
        }
        CHECK(refusal().key == "train.no_terms");
        CHECK_THAT(refusal().detail, ContainsSubstring("three closed terms"));
    }
    SECTION("a handful of students")
    {
        fillWithEffect(school, 5);
        CHECK(refusal().key == "train.too_few");
        CHECK_THAT(refusal().detail, ContainsSubstring("10 rows before term 20242"));
    }
    SECTION("everybody in one category")
    {
        for (int i = 0; i < 30; ++i) {
            const StudentId student = school.addStudent(QString::number(10000 + i));
            for (const QString& term : fourTerms) {
                school.mark(student, term, 90.0);
                school.absent(student, term, i % 5);
            }
        }
        CHECK(refusal().key == "train.one_class");
    }
    SECTION("marks without attendance")
    {
        for (int i = 0; i < 30; ++i) {
            const StudentId student = school.addStudent(QString::number(10000 + i));
            for (const QString& term : fourTerms)
                school.mark(student, term, 40.0 + 2 * i);
        }
        CHECK(refusal().key == "train.no_terms");
    }
}

TEST_CASE("A cancelled training stores nothing", "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    fillWithEffect(school, 25);
    const auto report = train(*store, {}, [](double fraction) { return fraction < 0.5; });
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().code == ErrorCode::Cancelled);
    CHECK(versionsIn(*store) == 0);
}

TEST_CASE("A report of training is one document", "[warning]")
{
    const auto store = memoryStore();
    SmallSchool school(*store);
    fillWithEffect(school, 40);
    const QJsonObject json = toJson(valueOf(train(*store)));
    CHECK(json[u"target"].toString() == QStringLiteral("next-term"));
    CHECK(json[u"rows"].toInt() == 120);
    CHECK(json[u"classes"].toArray().size() == 3);
    CHECK(json[u"leaves"].toInt() == 2);
    CHECK(json[u"size"].toInt() == 3);
    CHECK(json[u"baselines"].toObject().contains(u"majority"));
    CHECK(json[u"baselines"].toObject().contains(u"persistence"));
    CHECK(json[u"model_version"].toInt() == 1);
    CHECK(json.contains(u"seconds"));
    CHECK(json[u"with_income"].toDouble() == json[u"without_income"].toDouble());
    double tested = 0.0;
    for (const QJsonValue& row : json[u"confusion"].toArray()) {
        for (const QJsonValue& count : row.toArray())
            tested += count.toDouble();
    }
    CHECK(tested == 40.0);
}
