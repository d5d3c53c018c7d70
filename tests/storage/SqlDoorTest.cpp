// SPDX-License-Identifier: GPL-3.0-or-later
// What the audit keeps of questions by SQL.
#include "core/storage/SqlDoor.h"

#include "core/people/Student.h"
#include "core/storage/audit/AuditLog.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <QJsonArray>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

const QString opened = QStringLiteral(
    "SELECT name, edu_open('students', id, 'nik', nik) AS nik FROM students ORDER BY nis");

/// A store with three students, whose numbers are sealed.
std::unique_ptr<Store> sealedStore()
{
    StoreOptions options = testOptions();
    options.keys = std::make_shared<const security::SchoolKeys>(security::SchoolKeys::random());
    auto store = Store::openMemory(options);
    REQUIRE(store.has_value());
    for (int i = 1; i <= 3; ++i) {
        Student student = aStudent();
        student.nis = QString::number(10'000 + i);
        student.nik = QStringLiteral("327301010101000%1").arg(i);
        REQUIRE((*store)->save(student).has_value());
    }
    return std::move(store).value();
}

qint64 ask(Store& store, const QString& sql, qint64 upTo = 1000)
{
    qint64 rows = 0;
    const auto answer = readBySql(
        store, sql, [](const QStringList&) {}, [&](const QVariantList&) { return ++rows < upTo; });
    if (!answer) FAIL(answer.error().key << ": " << answer.error().detail);
    return rows;
}

/// Of the newest event of this kind.
QJsonValue newest(Store& store, const char* action, const char* name)
{
    const auto page = auditPage(store, {.actions = {QString::fromLatin1(action)}});
    REQUIRE(page.has_value());
    if (page->empty()) return {};
    return page->front().changes.value(QLatin1String(name)).toArray().at(1);
}

} // namespace

TEST_CASE("A question is in the audit without the values in it", "[storage][audit]")
{
    const auto store = memoryStore();
    const auto kept = [&store](const char* sql) {
        ask(*store, QString::fromLatin1(sql));
        return newest(*store, "query", "sql").toString();
    };
    CHECK(
        kept("SELECT name FROM students WHERE nik = '3273010101010001' AND name LIKE 'Ani''s%'") ==
        "SELECT name FROM students WHERE nik = ? AND name LIKE ??");
    CHECK(kept("SELECT 1 + 3273010101010001, 1e9, x'4142'") == "SELECT ? + ?, ?, x?");
    CHECK(kept("SELECT \"Ani Wijaya\" -- 08127731\n") == "SELECT ?");
    CHECK(
        kept("SELECT /* Ani\nWijaya */ count(*) FROM students") == "SELECT count(*) FROM students");
    CHECK(kept("SELECT '-- Ani', name FROM students") == "SELECT ?, name FROM students");
}

TEST_CASE("How many rows of an answer had sealed values is in the audit", "[storage][audit]")
{
    const auto store = sealedStore();
    CHECK(ask(*store, "SELECT name, nik FROM students") == 3); // as they stand, closed
    CHECK(auditPage(*store, {.actions = {"read_masked"}})->empty());
    CHECK(ask(*store, opened) == 3);
    CHECK(newest(*store, "read_masked", "rows") == 3);
    CHECK(ask(*store, opened, 2) == 2); // who stops early has read what came
    CHECK(newest(*store, "read_masked", "rows") == 2);
    CHECK(ask(*store, "SELECT * FROM (" + opened + ") WHERE nik IS NULL") == 0);
    CHECK(auditPage(*store, {.actions = {"read_masked"}})->size() == 2);
}
