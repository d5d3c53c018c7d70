// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Stores.h"

#include "core/Entities.h"
#include "tests/support/Catch.h"

#include <QUuid>

namespace edupro::tests {

using namespace edupro::storage;

namespace {

/// "host=/tmp/x port=5433 dbname=test user=me" -> options; separators are spaces or semicolons.
PostgresOptions parsed(const QString& text)
{
    PostgresOptions options;
    for (const QString& part : QString(text).replace(u';', u' ').split(u' ', Qt::SkipEmptyParts)) {
        const QString key = part.section(u'=', 0, 0);
        const QString value = part.section(u'=', 1);
        if (key == u"host") options.host = value;
        if (key == u"port") options.port = value.toInt();
        if (key == u"dbname") options.database = value;
        if (key == u"user") options.user = value;
    }
    return options;
}

void onPostgres(PostgresOptions server, const std::function<void(Store&)>& test)
{
    const QString schema = QStringLiteral("t_") + QUuid::createUuid().toString(QUuid::Id128);
    auto admin = Connection::openPostgres(server);
    REQUIRE(admin.has_value());
    REQUIRE((*admin)->execute(QStringLiteral("CREATE SCHEMA ") + schema).has_value());
    server.schema = schema;
    {
        auto store = Store::openPostgres(server, testOptions());
        if (!store) FAIL(store.error().detail);
        test(**store);
    }
    REQUIRE((*admin)->execute(QStringLiteral("DROP SCHEMA %1 CASCADE").arg(schema)).has_value());
}

} // namespace

StoreOptions testOptions()
{
    return {
        .clock = [] { return testNow; },
        .actor = QStringLiteral("tester"),
        .device = QStringLiteral("test-pc"),
        .newId = seededIds(1, testNow),
        .entities = allEntities()};
}

std::unique_ptr<Store> memoryStore()
{
    auto store = Store::openMemory(testOptions());
    if (!store) FAIL(store.error().detail);
    return std::move(store).value();
}

void onEveryDialect(const std::function<void(Store&)>& test)
{
    {
        INFO("on SQLite");
        test(*memoryStore());
    }
    const QString server = qEnvironmentVariable("EDUPRO_TEST_POSTGRES");
    if (server.isEmpty()) {
        saySkipped("the same on PostgreSQL", "EDUPRO_TEST_POSTGRES is not set");
        return;
    }
    INFO("on PostgreSQL");
    onPostgres(parsed(server), test);
}

} // namespace edupro::tests
