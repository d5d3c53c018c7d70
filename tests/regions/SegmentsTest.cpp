// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/regions/Segments.h"

#include "core/regions/ClusterAssignment.h"
#include "core/regions/Indicator.h"
#include "core/regions/StoredClusters.h"
#include "core/registry/ModelRegistry.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <QJsonArray>

using namespace edupro;
using namespace edupro::regions;
using namespace edupro::tests;

namespace {

// Codes of provinces: the first third is made ready, the second middling, the last behind.
const std::vector<QString> provinces = {
    QStringLiteral("P11"),
    QStringLiteral("P12"),
    QStringLiteral("P13"),
    QStringLiteral("P31"),
    QStringLiteral("P32"),
    QStringLiteral("P33"),
    QStringLiteral("P61"),
    QStringLiteral("P62"),
    QStringLiteral("P63")};

void measure(
    storage::Store& store,
    const Indicator& given,
    int year,
    const std::vector<std::optional<double>>& values)
{
    Indicator indicator = given;
    indicator.name = indicator.code;
    REQUIRE(store.save(indicator).has_value());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) continue;
        IndicatorValue value{
            .indicator = indicator.id, .region = provinces[i], .year = year, .value = *values[i]};
        const auto saved = store.save(value);
        if (!saved) FAIL(saved.error().detail);
    }
}

/// Years of schooling (more is better), pupils per teacher (fewer is better), and the number of
/// pupils, which says nothing and is a hundred thousand times as large.
void measureThreeLevels(storage::Store& store)
{
    struct Given {
        const char* code;
        int direction;
        std::vector<std::optional<double>> values;
    };
    // clang-format off
    const Given given[] = {
        {"rata_lama_sekolah",    +1, {11.0, 10.8, 11.2,  9.0,  8.9,  9.1,  7.0,  7.1,  6.9}},
        {"harapan_lama_sekolah", +1, {14.1, 14.3, 14.0, 13.0, 13.1, 12.9, 12.0, 11.9, 12.1}},
        {"rasio_guru_murid",     -1, {12.0, 12.5, 11.8, 17.0, 17.2, 16.9, 25.0, 24.5, 25.2}},
        {"jumlah_murid",          0, {800000, 700000, 750000, 760000, 780000, 740000, 770000, 710000, 790000}}};
    // clang-format on
    for (const Given& one : given) {
        Indicator indicator;
        indicator.code = QLatin1String(one.code);
        indicator.direction = one.direction;
        measure(store, indicator, 2023, one.values);
    }
}

ClusterReport clustered(storage::Store& store, const ClusterOptions& options = {})
{
    const auto report = cluster(store, options);
    if (!report) FAIL(report.error().detail);
    return report.value();
}

Error refused(storage::Store& store, const ClusterOptions& options = {})
{
    const auto report = cluster(store, options);
    REQUIRE_FALSE(report.has_value());
    CHECK(store.count(entityInfo<ModelVersion>()).value() == 0);
    return report.error();
}

} // namespace

TEST_CASE(
    "Provinces are grouped by readiness, whatever the size of the numbers", "[regions][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        measureThreeLevels(store);
        const ClusterReport report = clustered(store);
        CHECK(report.k == 3);
        CHECK(report.columns.size() == 4);
        CHECK(report.withoutDirection == std::vector<QString>{QStringLiteral("jumlah_murid")});
        REQUIRE(report.clusters.size() == 3);
        CHECK(report.clusters[0].label == QStringLiteral("Tinggi"));
        CHECK(report.clusters[1].label == QStringLiteral("Menengah"));
        CHECK(report.clusters[2].label == QStringLiteral("Rendah"));
        CHECK(report.clusters[0].readiness > report.clusters[1].readiness);
        CHECK(report.clusters[1].readiness > report.clusters[2].readiness);
        REQUIRE(report.assignments.size() == 9);
        for (std::size_t i = 0; i < 9; ++i) {
            CHECK(report.assignments[i].row.region == provinces[i]);
            CHECK(report.assignments[i].cluster == i / 3);
        }
        CHECK(report.assignments[0].row.name == QStringLiteral("Aceh"));
        // In the units of the data: rasio_guru_murid is the third column by code.
        CHECK(report.clusters[0].centre[2] == Approx((12.0 + 12.5 + 11.8) / 3));
        CHECK(report.shareX > report.shareY);
        REQUIRE(report.sweep.size() == 5);
        CHECK(report.sweep[1].k == 3);
        CHECK(report.sweep[1].silhouette == report.silhouette);
        double best = 0.0;
        for (const KFigures& figures : report.sweep)
            best = std::max(best, figures.silhouette);
        CHECK(report.sweep[report.recommendedK - 2].silhouette == best);

        const auto stored = store.list<ClusterAssignment>();
        REQUIRE(stored.has_value());
        CHECK(stored->size() == 9);
        for (const ClusterAssignment& row : *stored)
            CHECK(row.readiness == report.clusters[static_cast<std::size_t>(row.cluster)].label);
        const auto version = registry::productionModel(
            store, QStringLiteral("clusters"), QStringLiteral("provinces"));
        REQUIRE(version.has_value());
        REQUIRE(version->has_value());
        CHECK((*version)->number == report.modelVersion);
        const auto model = registry::clusterModelOf((*version)->model);
        REQUIRE(model.has_value());
        // A province that comes again is put where it was.
        const auto row = model->scaling.apply(std::vector<double>{14.1, 800000, 12.0, 11.0});
        CHECK(ml::nearestCentre(model->centres, row).cluster == 0);
        CHECK(model->labels[0] == "Tinggi");
    });
}

TEST_CASE("The direction of the indicators decides which cluster is ready", "[regions]")
{
    const auto store = memoryStore();
    measure(
        *store,
        {.code = QStringLiteral("putus_sekolah"), .direction = -1},
        2023,
        {9.0, 9.1, 9.2, 5.0, 5.1, 5.2, 1.0, 1.1, 1.2});
    const ClusterReport report = clustered(*store);
    CHECK(report.assignments.front().cluster == 2);
    CHECK(report.assignments.back().cluster == 0);
    CHECK(report.withoutDirection.empty());
}

TEST_CASE("Every k from two to six has its words", "[regions]")
{
    const auto store = memoryStore();
    measureThreeLevels(*store);
    for (std::size_t k = 2; k <= 6; ++k) {
        const ClusterReport report = clustered(*store, {.k = k});
        REQUIRE(report.clusters.size() == k);
        std::size_t rows = 0;
        for (std::size_t i = 0; i < k; ++i) {
            CHECK(report.clusters[i].label == readinessWords(k)[i]);
            rows += report.clusters[i].size;
        }
        CHECK(rows == 9);
        CHECK(report.modelVersion == static_cast<int>(k) - 1);
    }
    CHECK(refused(*memoryStore(), {.k = 3}).key == "cluster.no_data");
}

TEST_CASE("Incomplete and constant data are left out, and it is said", "[regions]")
{
    const auto store = memoryStore();
    measureThreeLevels(*store);
    const std::optional<double> none;
    measure(
        *store,
        {.code = QStringLiteral("internet"), .direction = 1},
        2023,
        {99.0, 98.0, none, 90.0, 91.0, 92.0, 70.0, 71.0, 72.0}); // 8 of 9: stays, P13 goes
    measure(
        *store,
        {.code = QStringLiteral("listrik"), .direction = 1},
        2023,
        {99.0, 98.0, 97.0, none, none, 92.0, 70.0, 71.0, 72.0}); // 7 of 9: goes
    measure(
        *store,
        {.code = QStringLiteral("kurikulum"), .direction = 1},
        2023,
        std::vector<std::optional<double>>(9, 13.0));
    const ClusterReport report = clustered(*store);
    CHECK(report.columns.size() == 5);
    REQUIRE(report.leftOutColumns.size() == 2);
    CHECK(report.leftOutColumns[0].code == QStringLiteral("listrik"));
    CHECK(report.leftOutColumns[0].why == LeftOut::Incomplete);
    CHECK(report.leftOutColumns[0].values == 7);
    CHECK(report.leftOutColumns[0].wanted == 9);
    CHECK(report.leftOutColumns[1].code == QStringLiteral("kurikulum"));
    CHECK(report.leftOutColumns[1].why == LeftOut::Constant);
    REQUIRE(report.leftOutRows.size() == 1);
    CHECK(report.leftOutRows[0].code == QStringLiteral("P13"));
    CHECK(report.leftOutRows[0].values == 5);
    CHECK(report.leftOutRows[0].wanted == 6);
    CHECK(report.assignments.size() == 8);
}

TEST_CASE("The newest year of each indicator is used, or the one asked for", "[regions]")
{
    const auto store = memoryStore();
    measureThreeLevels(*store);
    Indicator schooling;
    schooling.code = QStringLiteral("internet");
    measure(*store, schooling, 2020, {1, 2, 3, 4, 5, 6, 7, 8, 9});
    const auto newest = indicatorMatrix(*store);
    REQUIRE(newest.has_value());
    REQUIRE(newest->columns.size() == 5);
    CHECK(newest->columns[1].code == QStringLiteral("internet"));
    CHECK(newest->columns[1].year == 2020);
    CHECK(newest->columns[2].year == 2023);
    const auto old = indicatorMatrix(*store, {.year = 2020});
    REQUIRE(old.has_value());
    CHECK(old->columns.size() == 1);
    const auto chosen = indicatorMatrix(*store, {.indicators = {QStringLiteral("jumlah_murid")}});
    REQUIRE(chosen.has_value());
    CHECK(chosen->columns.size() == 1);
    CHECK(chosen->values.row(1)[0] == 700000.0);
}

TEST_CASE("Clustering refuses clearly what it cannot group, and stores nothing", "[regions]")
{
    const auto store = memoryStore();
    CHECK(refused(*store).key == "cluster.no_data");
    measure(*store, {.code = QStringLiteral("sama")}, 2023, {5.0, 5.0, 5.0, 5.0});
    CHECK(refused(*store).key == "cluster.no_columns");
    measure(*store, {.code = QStringLiteral("beda")}, 2023, {1.0, 2.0, 3.0});
    CHECK(refused(*store).key == "cluster.no_columns"); // 3 of 4 is less than 80 %
    measure(*store, {.code = QStringLiteral("kini")}, 2023, {1.0, 2.0, 3.0, 9.0});
    CHECK(refused(*store, {.k = 4}).key == "cluster.too_few");
    CHECK(refused(*store, {.k = 1}).key == "cluster.option");
    CHECK(refused(*store, {.k = 7}).key == "cluster.option");
    CHECK(refused(*store, {.matrix = {.year = 1999}}).key == "cluster.no_data");
    CHECK(
        refused(*store, {.matrix = {.indicators = {QStringLiteral("x")}}}).key ==
        "indicator.unknown");
    const auto cancelledRun = cluster(*store, {}, [](double) { return false; });
    REQUIRE_FALSE(cancelledRun.has_value());
    CHECK(cancelledRun.error().code == ErrorCode::Cancelled);
}

TEST_CASE("Provinces that are all alike cannot be told apart", "[regions]")
{
    const auto store = memoryStore();
    measure(*store, {.code = QStringLiteral("dua_nilai")}, 2023, {1, 1, 1, 1, 1, 2, 2, 2, 2});
    CHECK(refused(*store, {.k = 3}).key == "cluster.too_few");
    CHECK(clustered(*store, {.k = 2}).clusters[0].size == 4);
}

TEST_CASE("The same figures give the same clusters, and one document", "[regions]")
{
    const auto store = memoryStore();
    measureThreeLevels(*store);
    QJsonObject first = toJson(clustered(*store));
    QJsonObject second = toJson(clustered(*store));
    CHECK(first[u"model_version"].toInt() == 1);
    CHECK(second[u"model_version"].toInt() == 2);
    first.remove(QStringLiteral("model_version"));
    second.remove(QStringLiteral("model_version"));
    CHECK(first == second);
    CHECK(first[u"rows"].toInt() == 9);
    CHECK(first[u"k"].toInt() == 3);
    CHECK(first[u"sweep"].toArray()[0].toObject().contains(u"davies_bouldin"));
    CHECK(first[u"clusters"].toArray()[0].toObject()[u"centre"].toObject().size() == 4);
    CHECK(
        first[u"assignments"].toArray()[0].toObject()[u"label"].toString() ==
        QStringLiteral("Tinggi"));
}

TEST_CASE("The clustering in production is read back as it was made", "[regions][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        CHECK_FALSE(storedClusters(store).value().has_value());
        measureThreeLevels(store);
        clustered(store, {.k = 2});
        const ClusterReport made = clustered(store);
        const auto stored = storedClusters(store);
        REQUIRE(stored.has_value());
        REQUIRE(stored.value().has_value());
        CHECK(toJson((*stored)->report) == toJson(made));
        CHECK((*stored)->report.modelVersion == 2);
        CHECK((*stored)->trainedAt == testNow);
    });
}

TEST_CASE("A stored clustering that does not fit together is damage", "[regions]")
{
    const ModelVersion version{
        .number = 4, .metrics = QStringLiteral(R"({"k":3,"clusters":[{"label":"Tinggi"}]})")};
    const auto report = clusterReportOf(version);
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().key == "model.damaged");
}
