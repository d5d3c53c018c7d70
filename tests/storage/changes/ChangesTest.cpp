// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Entities.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/changes/Triggers.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Foreignly.h"
#include "tests/support/Stores.h"

#include <QJsonDocument>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

struct SyncRow {
    QJsonObject v;
    QJsonObject b;
    QVariant dirty;
};

SyncRow syncRowOf(Store& store, const char* table, const QUuid& id)
{
    SyncRow row;
    const Done read = store.connection().read(
        "SELECT v, b, dirty FROM sync_row WHERE tbl = ? AND id = ?",
        {QString::fromLatin1(table), QVariant::fromValue(id)},
        [&row](const QSqlQuery& found) {
            row.v = QJsonDocument::fromJson(found.value(0).toByteArray()).object();
            row.b = QJsonDocument::fromJson(found.value(1).toByteArray()).object();
            row.dirty = found.value(2);
            return false;
        });
    REQUIRE(read.has_value());
    return row;
}

/// As the hub's answer to a push will: everything was taken.
void acknowledge(Store& store)
{
    const InMode remote(*store.connection().changes(), ChangeMode::Remote);
    REQUIRE(store.connection()
                .execute("UPDATE sync_row SET b = '{}', dirty = NULL WHERE dirty IS NOT NULL")
                .has_value());
}

} // namespace

TEST_CASE("A new row has one version and is unsent as a whole", "[storage][changes]")
{
    const auto store = memoryStore();
    Student student = aStudent();
    REQUIRE(store->save(student).has_value());
    const SyncRow row = syncRowOf(*store, "students", student.id.value);
    CHECK(row.v.keys() == QStringList{"*"});
    CHECK(row.v.value("*").toString().size() == VersionClock::versionLength);
    CHECK(row.b == QJsonObject{{"*", QJsonValue::Null}});
    CHECK(row.dirty.toLongLong() == auditHead(store->connection())->n);
}

TEST_CASE(
    "Only changed columns get new versions, and keep what they replaced", "[storage][changes]")
{
    const auto store = memoryStore();
    Student student = aStudent();
    REQUIRE(store->save(student).has_value());
    const QString inserted =
        syncRowOf(*store, "students", student.id.value).v.value("*").toString();
    acknowledge(*store);
    CHECK(syncRowOf(*store, "students", student.id.value).dirty.isNull());

    student.name = QStringLiteral("Baru");
    REQUIRE(store->save(student).has_value());
    SyncRow row = syncRowOf(*store, "students", student.id.value);
    const QString first = row.v.value("name").toString();
    CHECK(row.v.keys() == QStringList{"*", "name"});
    CHECK(first > inserted);
    CHECK(row.b == QJsonObject{{"name", inserted}});

    student.name = QStringLiteral("Lebih Baru");
    student.address = QStringLiteral("Jl. Contoh 1");
    REQUIRE(store->save(student).has_value());
    row = syncRowOf(*store, "students", student.id.value);
    CHECK(row.v.value("name").toString() > first);
    // the base stays what the hub knows, not what this computer had in between
    CHECK(row.b == QJsonObject{{"name", inserted}, {"address", inserted}});
    CHECK(row.v.value("address").toString() != row.v.value("name").toString());
    CHECK(row.dirty.toLongLong() == auditHead(store->connection())->n);

    acknowledge(*store);
    REQUIRE(store->remove(entityInfo<Student>(), student.id.value).has_value());
    row = syncRowOf(*store, "students", student.id.value);
    CHECK(row.b == QJsonObject{{"deleted", inserted}});
}

TEST_CASE("What comes from elsewhere is neither stamped nor audited", "[storage][changes]")
{
    const auto store = memoryStore();
    Student student = aStudent();
    REQUIRE(store->save(student).has_value());
    acknowledge(*store);
    const auto head = auditHead(store->connection());
    {
        const InMode remote(*store->connection().changes(), ChangeMode::Remote);
        student.name = QStringLiteral("Dari Pusat");
        REQUIRE(store->save(student).has_value());
    }
    CHECK(auditHead(store->connection()).value() == head.value());
    const SyncRow row = syncRowOf(*store, "students", student.id.value);
    CHECK(row.v.keys() == QStringList{"*"});
    CHECK(row.dirty.isNull());
}

TEST_CASE(
    "Every table of every entity has its triggers, and each sees every column",
    "[storage][changes]")
{
    const auto store = memoryStore();
    REQUIRE(hasTriggers(store->connection(), allEntities()).value());
    for (const EntityInfo* entity : allEntities()) {
        INFO(entity->table.toStdString());
        const QString update = triggersOf(*entity)[1].sql;
        for (int i = 0; i < static_cast<int>(entity->fields.size()); ++i) {
            const QString& column = entity->fields[static_cast<std::size_t>(i)].column;
            if (i == entity->key) continue;
            INFO(column.toStdString());
            CHECK(update.contains(QStringLiteral("OLD.%1, NEW.%1").arg(column)));
            CHECK(update.contains(QStringLiteral("WHERE NEW.%1 IS NOT OLD.%1 AND").arg(column)));
        }
        CHECK(update.contains(u"WHERE NEW.deleted IS NOT OLD.deleted AND"));
        // SQLite has accepted the triggers; these statements compile their bodies.
        const QString key = entity->fields[static_cast<std::size_t>(entity->key)].column;
        CHECK(store->connection()
                  .execute(QStringLiteral("UPDATE %1 SET deleted = deleted").arg(entity->table))
                  .has_value());
        CHECK(store->connection()
                  .execute(QStringLiteral("UPDATE %1 SET %2 = %2").arg(entity->table, key))
                  .has_value());
    }
}

TEST_CASE("Rows are never deleted and keep their identity", "[storage][changes]")
{
    const auto store = memoryStore();
    Student student = aStudent();
    REQUIRE(store->save(student).has_value());
    Connection& connection = store->connection();
    CHECK_FALSE(connection.execute("DELETE FROM students").has_value());
    CHECK_FALSE(connection.execute("UPDATE students SET id = 'x'").has_value());
    CHECK_FALSE(
        connection.execute("INSERT OR REPLACE INTO students SELECT * FROM students").has_value());
    CHECK(store->count(entityInfo<Student>()).value() == 1);
    const InMode purging(*connection.changes(), ChangeMode::Purge);
    CHECK(connection.execute("DELETE FROM students").has_value());
}

TEST_CASE("Another program cannot write to the file unseen", "[storage][changes]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.edupro");
    {
        const auto store = Store::createFile(path, testOptions());
        REQUIRE(store.has_value());
        Student student = aStudent();
        REQUIRE((*store)->save(student).has_value());
    }
    const std::string unknown = "no such function: edu_";
    for (const EntityInfo* entity : allEntities()) {
        const QString table = entity->table;
        INFO(table.toStdString());
        const QString update = QStringLiteral("UPDATE %1 SET deleted = 1").arg(table);
        CHECK(foreignly(path, update.toUtf8().constData()).find(unknown) == 0);
        const QString remove = QStringLiteral("DELETE FROM %1").arg(table);
        CHECK(foreignly(path, remove.toUtf8().constData()).find(unknown) == 0);
        const QString insert = QStringLiteral("INSERT INTO %1 DEFAULT VALUES").arg(table);
        CHECK(foreignly(path, insert.toUtf8().constData()).find(unknown) == 0);
    }
    CHECK(foreignly(path, "DELETE FROM audit_event") == "audit.append_only");
    CHECK(foreignly(path, "UPDATE audit_event SET meta = ''").find(unknown) == 0);
}

TEST_CASE("Triggers that were taken out are put back, and it is noted", "[storage][changes]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.edupro");
    REQUIRE(Store::createFile(path, testOptions()).has_value());
    REQUIRE(foreignly(path, "DROP TRIGGER edu_insert_subjects").empty());
    REQUIRE(foreignly(
                path,
                "INSERT INTO subjects (id, name, passing_mark, created_at, updated_at, version, "
                "device, "
                "deleted) "
                "VALUES ('018c2b5a-4f00-7000-8000-000000000001', 'Sulap', 75, 0, 0, 1, 'x', 0)")
                .empty());
    const auto store = Store::openFile(path, testOptions());
    REQUIRE(store.has_value());
    CHECK(hasTriggers((*store)->connection(), allEntities()).value());
    QStringList actions;
    const Done read = (*store)->connection().read(
        "SELECT json_extract(meta, '$.act'), json_extract(meta, '$.why') FROM audit_event ORDER BY "
        "n",
        {},
        [&actions](const QSqlQuery& row) {
            actions.append(row.value(0).toString() + row.value(1).toString());
            return true;
        });
    REQUIRE(read.has_value());
    CHECK(actions == QStringList{"create_file", "adopt_rows1 rows", "new_triggers"});
    const QUuid row("018c2b5a-4f00-7000-8000-000000000001");
    CHECK(syncRowOf(**store, "subjects", row).v.contains("*"));
}

TEST_CASE(
    "Opening to read leaves the file as it is; the first change names its writer",
    "[storage][changes]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.edupro");
    REQUIRE(Store::createFile(path, testOptions()).has_value());
    const auto writers = [&](Store& store) {
        return store.connection().scalar("SELECT COUNT(*) FROM writer")->toInt();
    };
    {
        const auto store = Store::openFile(path, testOptions());
        const auto head = auditHead((*store)->connection());
        CHECK(head->n == 1);
        CHECK(writers(**store) == 0);
    }
    for (int opening = 1; opening <= 3; ++opening) {
        const auto store = Store::openFile(path, testOptions());
        for (int i = 0; i < 2; ++i) {
            Student student =
                aStudent().withNis(qPrintable(QString::number(10000 + opening * 10 + i)));
            student.id = {QUuid::createUuid()};
            REQUIRE((*store)->save(student).has_value());
        }
        CHECK(writers(**store) == opening);
    }
}
