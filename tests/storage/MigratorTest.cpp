// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Migrator.h"

#include "core/storage/SqlFiles.h"
#include "core/storage/Store.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

TEST_CASE("Migrating a store that is up to date changes nothing", "[storage]")
{
    onEveryDialect([](Store& store) {
        const int newest = newestSchema(store.dialect());
        CHECK(schemaVersion(store.connection()).value() == newest);
        REQUIRE(migrate(store.connection(), testNow + 1).has_value());
        const QString sql =
            QStringLiteral("SELECT COUNT(*) FROM schema_migrations WHERE applied_at = ?");
        CHECK(store.connection().scalar(sql, {testNow})->toInt() == newest);
    });
}

TEST_CASE("A migration that was edited after it was applied is refused by name", "[storage]")
{
    onEveryDialect([](Store& store) {
        const QString sql =
            QStringLiteral("UPDATE schema_migrations SET checksum = ? WHERE number = ?");
        REQUIRE(store.connection().run(sql, {QStringLiteral("other"), 2}).has_value());
        const Done migrated = migrate(store.connection(), testNow);
        REQUIRE_FALSE(migrated.has_value());
        CHECK(migrated.error().key == "store.migration");
        CHECK(migrated.error().detail.find("0002_people") != std::string::npos);
    });
}

TEST_CASE("A store of a newer program is refused before anything is written", "[storage]")
{
    onEveryDialect([](Store& store) {
        const QString sql = QStringLiteral("INSERT INTO schema_migrations (number, name, checksum, "
                                           "applied_at) VALUES (999, 'x', 'x', 0)");
        REQUIRE(store.connection().execute(sql).has_value());
        if (store.dialect() == Dialect::Sqlite)
            REQUIRE(
                store.connection().execute(QStringLiteral("PRAGMA user_version=999")).has_value());
        CHECK(migrate(store.connection(), testNow).error().key == "store.newer");
    });
}

TEST_CASE("Every token of a migration becomes a type of the database", "[storage]")
{
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgres}) {
        for (const Migration& migration : migrations(dialect)) {
            const QString body = expandTokens(expandTokens(migration.body, dialect), dialect);
            CHECK_FALSE(body.contains(u'{'));
        }
    }
}
