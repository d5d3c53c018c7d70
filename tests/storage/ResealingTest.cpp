// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Resealing.h"

#include "core/Entities.h"
#include "core/security/Seal.h"
#include "core/storage/audit/AuditVerify.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

std::shared_ptr<const security::SchoolKeys> someKeys()
{
    return std::make_shared<security::SchoolKeys>(security::SchoolKeys::random());
}

struct Sample {
    Student student;
    GuardianIncome income;
};

Sample filled(Store& store)
{
    Sample sample{.student = aStudent(), .income = {}};
    sample.student.nik = QStringLiteral("3273015708130077");
    sample.student.healthNotes = QStringLiteral("Asma");
    REQUIRE(store.save(sample.student).has_value());
    Guardian guardian;
    REQUIRE(store.save(guardian).has_value());
    sample.income = {
        .guardian = guardian.id, .since = QDate(2025, 7, 1), .amount = qint64{2'500'000}};
    REQUIRE(store.save(sample.income).has_value());
    return sample;
}

Result<qint64> reseal(Store& store, const SealedCells& from, const SealedCells& to)
{
    REQUIRE(store.connection().execute(QStringLiteral("BEGIN IMMEDIATE")).has_value());
    Result<qint64> cells = resealCells(store.connection(), allEntities(), from, to);
    REQUIRE(store.connection()
                .execute(cells ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"))
                .has_value());
    return cells;
}

QStringList cellsOf(Store& store)
{
    QStringList cells;
    for (const char* sql :
         {"SELECT nik FROM students",
          "SELECT nik_index FROM students",
          "SELECT health_notes FROM students",
          "SELECT amount FROM guardian_incomes"})
        cells.append(store.connection().scalar(QString::fromLatin1(sql))->toString());
    return cells;
}

QString auditText(Store& store)
{
    QString text;
    REQUIRE(store.connection()
                .read(
                    QStringLiteral("SELECT payload FROM audit_event"),
                    {},
                    [&](const QSqlQuery& row) {
                        text += row.value(0).toString();
                        return true;
                    })
                .has_value());
    return text;
}

} // namespace

TEST_CASE("A plain file's cells are sealed, and its audit keeps no readable ones", "[storage]")
{
    const auto store = memoryStore();
    const Sample sample = filled(*store);
    REQUIRE(auditText(*store).contains(QStringLiteral("3273015708130077")));
    const SealedCells sealed(someKeys());
    CHECK(reseal(*store, {}, sealed).value() == 3);
    for (const QString& cell : cellsOf(*store)) {
        CHECK_FALSE(cell.contains(QStringLiteral("3273")));
        CHECK_FALSE(cell.contains(QStringLiteral("2500000")));
        CHECK_FALSE(cell.contains(QStringLiteral("Asma")));
    }
    CHECK_FALSE(auditText(*store).contains(QStringLiteral("3273015708130077")));
    CHECK_FALSE(auditText(*store).contains(QStringLiteral("2500000")));
    CHECK_FALSE(verifyAudit(store->connection())->broken.has_value());
    // And back.
    CHECK(reseal(*store, sealed, {}).value() == 3);
    CHECK((*store->find<Student>(sample.student.id))->record == sample.student);
    CHECK((*store->find<GuardianIncome>(sample.income.id))->record == sample.income);
    CHECK(store->list<Student>(QStringLiteral("nik"), *sample.student.nik)->size() == 1);
}

TEST_CASE("New keys open what the old ones sealed, and the old ones no longer do", "[storage]")
{
    const auto store = memoryStore();
    const Sample sample = filled(*store);
    const SealedCells before(someKeys());
    const SealedCells after(someKeys());
    REQUIRE(reseal(*store, {}, before).has_value());
    const QStringList old = cellsOf(*store);
    REQUIRE(reseal(*store, before, after).has_value());
    const QStringList now = cellsOf(*store);
    for (int i = 0; i < old.size(); ++i)
        CHECK(old[i] != now[i]);
    const EntityInfo& info = entityInfo<Student>();
    const FieldInfo& nik = info.fields[static_cast<std::size_t>(info.indexOf(u"nik"))];
    CHECK(after.valueOf(info, nik, sample.student.id.value, now[0]) == *sample.student.nik);
    CHECK_FALSE(before.valueOf(info, nik, sample.student.id.value, now[0]).isValid());
}

TEST_CASE("A cell that does not open stops the change of keys, and nothing is lost", "[storage]")
{
    const auto store = memoryStore();
    (void)filled(*store);
    const SealedCells right(someKeys());
    REQUIRE(reseal(*store, {}, right).has_value());
    const QStringList before = cellsOf(*store);
    const auto refused = reseal(*store, SealedCells(someKeys()), SealedCells(someKeys()));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().key == "store.damaged");
    CHECK(cellsOf(*store) == before);
}
