// SPDX-License-Identifier: GPL-3.0-or-later
// A file from before the audit was a chain: its log of changes is taken over.
#include "core/school/Subject.h"
#include "core/storage/audit/AuditLog.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/audit/AuditVerify.h"
#include "core/storage/SchoolFile.h"
#include "core/storage/Store.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

const QUuid mathematics = QUuid::fromString(QStringLiteral("0190b1f0-0000-7000-8000-000000000001"));

/// A migrated file with a row and its log, in which no store has been yet.
void makeOldFile(const QString& path)
{
    const auto file = SchoolFile::create(path, testNow);
    REQUIRE(file.has_value());
    Connection& connection = (*file)->connection();
    REQUIRE(connection
                .run(
                    "INSERT INTO subjects (id, name, passing_mark, created_at, updated_at, "
                    "version, device, deleted) VALUES (?, 'Matematika', 75, 1, 4, 4, 'old-pc', 0)",
                    {QVariant::fromValue(mathematics)})
                .has_value());
    struct Row {
        qint64 at;
        const char* actor;
        const char* action;
        QVariant before;
        QVariant after;
    };
    const Row rows[] = {
        {1000, "ani", "insert", {}, R"({"name":"Matematik","passing_mark":70})"},
        {2000, "budi", "update", R"({"name":"Matematik"})", R"({"name":"Matematika"})"},
        {3000, "ani", "delete", R"({"name":"Matematika","passing_mark":70})", {}},
        {4000, "ani", "restore", R"({"passing_mark":70})", R"({"passing_mark":75})"},
    };
    for (const Row& row : rows) {
        REQUIRE(connection
                    .run(
                        "INSERT INTO change_log (at, actor, device, entity, row_id, action, "
                        "before_values, after_values) VALUES (?, ?, 'old-pc', 'subjects', ?, ?, ?, "
                        "?)",
                        {static_cast<qlonglong>(row.at),
                         row.actor,
                         QVariant::fromValue(mathematics),
                         row.action,
                         row.before,
                         row.after})
                    .has_value());
    }
}

std::unique_ptr<Store> opened(const QString& path)
{
    StoreOptions options = testOptions();
    options.newId = {};
    auto store = Store::openFile(path, options);
    if (!store) FAIL(store.error().key << ": " << store.error().detail);
    return std::move(store).value();
}

qint64 numberOf(Store& store, const char* sql)
{
    const auto number = store.connection().scalar(QString::fromLatin1(sql));
    REQUIRE(number.has_value());
    return number->toLongLong();
}

} // namespace

TEST_CASE("The log of an older file moves into the chain, event by event", "[storage][audit]")
{
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.edupro"));
    makeOldFile(path);
    {
        const auto store = opened(path);
        CHECK(
            numberOf(*store, "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'change_log'") == 0);
        auto page = auditPage(*store, {});
        REQUIRE(page.has_value());
        std::reverse(page->begin(), page->end());
        REQUIRE(page->size() == 6);
        const char* actions[] = {
            "insert", "update", "delete", "restore", "adopt_rows", "new_triggers"};
        for (std::size_t i = 0; i < page->size(); ++i)
            CHECK(page->at(i).action == QLatin1String(actions[i]));
        for (std::size_t i = 0; i < 4; ++i) {
            const AuditRecord& record = page->at(i);
            CHECK(record.n == static_cast<qint64>(i) + 1);
            CHECK(record.at == 1000 * (static_cast<qint64>(i) + 1));
            CHECK(record.person == (i == 1 ? "budi" : "ani"));
            CHECK(record.device == "old-pc");
            CHECK(record.row == mathematics);
        }
        CHECK(page->at(0).columns == QStringList{"*"});
        CHECK(page->at(0).changes.value("passing_mark").toArray() == QJsonArray{{}, 70});
        CHECK(page->at(1).changes.value("name").toArray() == QJsonArray{"Matematik", "Matematika"});
        CHECK(page->at(2).changes.isEmpty()); // the events before it tell the row
        CHECK(page->at(3).changes.value("passing_mark").toArray() == QJsonArray{70, 75});
        CHECK_FALSE(verifyAudit(store->connection())->broken.has_value());

        // The row that stood there has versions now, and its history goes on.
        CHECK(numberOf(*store, "SELECT COUNT(*) FROM sync_row WHERE tbl = 'subjects'") == 1);
        auto found = store->find<Subject>(SubjectId{mathematics});
        REQUIRE(found->has_value());
        (*found)->record.passingMark = 80;
        REQUIRE(store->save((*found)->record).has_value());
        const auto history = store->history(mathematics);
        REQUIRE(history.has_value());
        CHECK(history->size() == 5);
        CHECK(history->front().after.value("name") == "Matematik");
        CHECK(history->back().after.value("passing_mark") == 80);
    }
    const auto store = opened(path); // once
    CHECK(auditPage(*store, {})->size() == 7);
    CHECK_FALSE(verifyAudit(store->connection())->broken.has_value());
}
