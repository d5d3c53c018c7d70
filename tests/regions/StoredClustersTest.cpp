// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/regions/StoredClusters.h"

#include "core/demo/ExampleIndicators.h"
#include "core/regions/IndicatorList.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::regions;
using namespace edupro::tests;

namespace {

void fillWithExample(storage::Store& store)
{
    Random random(1);
    demo::ExampleIndicators example = demo::exampleIndicators(random, 2024);
    for (Indicator& indicator : example.indicators)
        REQUIRE(store.save(indicator).has_value());
    for (IndicatorValue& value : example.values)
        REQUIRE(store.save(value).has_value());
}

} // namespace

TEST_CASE("A clustering is read back as it was reported", "[regions][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        const auto none = storedClusters(store);
        REQUIRE(none.has_value());
        CHECK_FALSE(none->has_value());

        fillWithExample(store);
        const auto report = cluster(store, {.k = 4});
        REQUIRE(report.has_value());
        const auto stored = storedClusters(store);
        REQUIRE(stored.has_value());
        REQUIRE(stored->has_value());
        CHECK((*stored)->trainedAt == testNow);
        CHECK(toJson((*stored)->report) == toJson(*report));
    });
}

TEST_CASE("A damaged clustering is refused with its version", "[regions]")
{
    ModelVersion version;
    version.number = 7;
    version.metrics = GENERATE(
        QStringLiteral("{}"),
        QStringLiteral("no JSON"),
        QStringLiteral(R"({"k":2,"clusters":[{"label":"Tinggi"}]})"),
        QStringLiteral(R"({"k":1,"clusters":[{"label":"Tinggi"}],"assignments":[{"cluster":1}]})"));
    const auto report = clusterReportOf(version);
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().key == "model.damaged");
    CHECK(report.error().detail.find("version 7") != std::string::npos);
}

TEST_CASE("Indicators are listed with their newest year and its provinces", "[regions][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        CHECK(listIndicators(store).value().empty());
        fillWithExample(store);
        Indicator unused;
        unused.code = QStringLiteral("z_unused");
        unused.name = unused.code;
        REQUIRE(store.save(unused).has_value());
        const auto first = listIndicators(store).value();
        REQUIRE(first.size() == 5); // one without values is nothing to choose
        CHECK(first[0].code == QStringLiteral("anggaran_pendidikan_persen"));
        CHECK(first[3].direction == -1);
        CHECK(first[0].year == 2024);
        CHECK(first[0].provinces == 34);

        Random random(1);
        const demo::ExampleIndicators example = demo::exampleIndicators(random, 2024);
        IndicatorValue newer = example.values.front(); // of angka_melek_huruf
        newer.id = {};
        newer.year = 2025;
        REQUIRE(store.save(newer).has_value());
        const auto second = listIndicators(store).value();
        CHECK(second[1].code == QStringLiteral("angka_melek_huruf"));
        CHECK(second[1].year == 2025);
        CHECK(second[1].provinces == 1);
        CHECK(second[0].year == 2024);
    });
}
