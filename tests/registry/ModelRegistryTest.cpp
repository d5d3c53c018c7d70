// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/ModelRegistry.h"

#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::registry;
using namespace edupro::tests;

namespace {

const QString tree = QStringLiteral("tree");
const QString nextTerm = QStringLiteral("next-term");
const QString statusNow = QStringLiteral("status-now");

int registered(storage::Store& store, const QString& kind, const QString& target)
{
    auto transaction = storage::Transaction::begin(store);
    REQUIRE(transaction.has_value());
    const auto version = registerModel(store, {.kind = kind, .target = target});
    if (!version) FAIL(version.error().detail);
    CHECK(version->production);
    REQUIRE(transaction->commit().has_value());
    return version->number;
}

int inProduction(storage::Store& store, const QString& kind, const QString& target)
{
    const auto version = productionModel(store, kind, target);
    REQUIRE(version.has_value());
    return version->has_value() ? (*version)->number : 0;
}

} // namespace

TEST_CASE(
    "The newest version of a target is in production, numbers run by kind", "[registry][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        CHECK(inProduction(store, tree, nextTerm) == 0);
        CHECK(registered(store, tree, nextTerm) == 1);
        CHECK(registered(store, tree, statusNow) == 2);
        CHECK(registered(store, QStringLiteral("clusters"), QStringLiteral("provinces")) == 1);
        CHECK(registered(store, tree, nextTerm) == 3);
        CHECK(inProduction(store, tree, nextTerm) == 3);
        CHECK(inProduction(store, tree, statusNow) == 2);
        int production = 0;
        const auto versions = store.list<ModelVersion>();
        REQUIRE(versions.has_value());
        for (const ModelVersion& version : *versions)
            production += version.production ? 1 : 0;
        CHECK(versions->size() == 4);
        CHECK(production == 3);
    });
}

TEST_CASE("A model whose transaction fails was never there", "[registry]")
{
    const auto store = memoryStore();
    registered(*store, tree, nextTerm);
    {
        auto transaction = storage::Transaction::begin(*store);
        REQUIRE(transaction.has_value());
        REQUIRE(registerModel(*store, {.kind = tree, .target = nextTerm}).has_value());
    } // no commit
    CHECK(inProduction(*store, tree, nextTerm) == 1);
    CHECK(registered(*store, tree, nextTerm) == 2);
}
