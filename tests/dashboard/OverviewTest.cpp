// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dashboard/Overview.h"

#include "tests/warning/SmallSchool.h"

using namespace edupro;
using namespace edupro::dashboard;
using namespace edupro::tests;

TEST_CASE(
    "The overview adds the school, the model's measures and the age of the data",
    "[dashboard][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        SmallSchool school(store);
        fillWithEffect(school, 40);
        const Overview before = valueOf(overviewOf(store));
        CHECK(before.school.name == QStringLiteral("SMP Contoh"));
        CHECK_FALSE(before.measures.has_value());
        CHECK_FALSE(before.provinces.has_value());
        CHECK(before.dataChangedAt == testNow);
        CHECK(before.readAt == testNow);
        const auto trained = valueOf(warning::train(store));
        valueOf(warning::predict(store));
        const Overview after = valueOf(overviewOf(store));
        REQUIRE(after.measures.has_value());
        CHECK(after.measures->accuracy == trained.accuracy);
        CHECK(after.dashboard.term.code == fourTerms.last());
    });
}

TEST_CASE("Predictions do not make the data of a school younger", "[dashboard]")
{
    Instant now = testNow;
    storage::StoreOptions options = testOptions();
    options.clock = [&now] {
        return now;
    };
    const auto store = valueOf(storage::Store::openMemory(options));
    SmallSchool school(*store);
    fillWithEffect(school, 40);
    now += 86'400'000;
    valueOf(warning::train(*store));
    valueOf(warning::predict(*store));
    CHECK(valueOf(overviewOf(*store)).dataChangedAt == testNow);
}

TEST_CASE("A store without a school has no overview", "[dashboard]")
{
    const auto overview = overviewOf(*memoryStore());
    REQUIRE_FALSE(overview.has_value());
    CHECK(overview.error().key == "school.none");
}
