// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SealedCells.h"

#include "core/income/GuardianIncome.h"
#include "core/people/Guardian.h"
#include "core/people/Student.h"
#include "core/security/Seal.h"
#include "core/storage/Store.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

std::shared_ptr<const security::SchoolKeys> keysOf(bool withSeal)
{
    auto keys = std::make_shared<security::SchoolKeys>();
    keys->file = security::SecretBytes(security::keySize);
    if (withSeal) {
        keys->seal = security::SecretBytes(security::keySize);
        keys->seal.data()[0] = 7;
    }
    return keys;
}

// A school in memory with the keys of an encrypted file. SQLite keeps the cells, so what stands in
// them is looked at with SQL.
std::unique_ptr<Store> sealedStore(bool withSeal = true)
{
    StoreOptions options = testOptions();
    options.keys = keysOf(withSeal);
    auto store = Store::openMemory(std::move(options));
    REQUIRE(store.has_value());
    return std::move(store).value();
}

Student aKnownStudent()
{
    Student student = aStudent();
    student.nik = QStringLiteral("3273015708130001");
    student.familyCardNumber = QStringLiteral("3273010101010001");
    student.healthNotes = QStringLiteral("Asma");
    return student;
}

QString cell(Store& store, const char* column)
{
    return store.connection()
        .scalar(QStringLiteral("SELECT %1 FROM students").arg(QLatin1String(column)))
        ->toString();
}

} // namespace

TEST_CASE("Sealed fields come back as saved and stand sealed in the table", "[storage]")
{
    const auto store = sealedStore();
    Student student = aKnownStudent();
    REQUIRE(store->save(student).has_value());
    CHECK((*store->find<Student>(student.id))->record == student);
    for (const char* column : {"nik", "family_card_number", "health_notes"}) {
        INFO(column);
        CHECK(security::isSealed(cell(*store, column)));
    }
    CHECK(cell(*store, "name") == student.name);
    CHECK(store->save(student).value() == Saved::Unchanged);
}

TEST_CASE("A saved record touches only the sealed cells whose values changed", "[storage]")
{
    const auto store = sealedStore();
    Student student = aKnownStudent();
    REQUIRE(store->save(student).has_value());
    const QString nik = cell(*store, "nik");
    const QString notes = cell(*store, "health_notes");
    student.healthNotes = QStringLiteral("Asma, alergi kacang");
    REQUIRE(store->save(student).has_value());
    CHECK(cell(*store, "nik") == nik);
    CHECK(cell(*store, "health_notes") != notes);
    student.nik.reset();
    REQUIRE(store->save(student).has_value());
    CHECK(store->connection().scalar(QStringLiteral("SELECT nik FROM students"))->isNull());
    CHECK(store->connection().scalar(QStringLiteral("SELECT nik_index FROM students"))->isNull());
}

TEST_CASE("A NIK is found by its index, sealed or not", "[storage]")
{
    const auto search = [](Store& store) {
        Student one = aKnownStudent();
        Student other = aStudent().withNis("10002");
        other.nik = QStringLiteral("3273015708130002");
        REQUIRE(store.save(one).has_value());
        REQUIRE(store.save(other).has_value());
        const auto found = store.list<Student>(QStringLiteral("nik"), *other.nik);
        REQUIRE(found.has_value());
        REQUIRE(found->size() == 1);
        CHECK(found->front() == other);
        CHECK(store.list<Student>(QStringLiteral("nik"), QStringLiteral("3273015708130003"))
                  ->empty());
    };
    onEveryDialect(search);
    const auto store = sealedStore();
    search(*store);
    CHECK(cell(*store, "nik_index").size() == 16);
    CHECK_FALSE(cell(*store, "nik_index").contains("32730157"));
}

TEST_CASE("Without the key sealed fields are missing, and saving keeps them", "[storage]")
{
    const auto store = sealedStore();
    Student student = aKnownStudent();
    REQUIRE(store->save(student).has_value());
    const QString nik = cell(*store, "nik");
    const QString index = cell(*store, "nik_index");

    const SealedCells locked(keysOf(false));
    CHECK(locked.sealing() == Sealing::Locked);
    const EntityInfo& info = entityInfo<Student>();
    const FieldInfo& field = info.fields[static_cast<std::size_t>(info.indexOf(u"nik"))];
    CHECK_FALSE(locked.valueOf(info, field, student.id.value, nik).isValid());
    CHECK(locked.cellOf(info, field, student.id.value, {}).value() == QVariant());
    CHECK(
        locked.cellOf(info, field, student.id.value, QStringLiteral("3273015708130009"))
            .error()
            .key == "access.sealed");
    CHECK_FALSE(index.isEmpty());
}

TEST_CASE("Somebody without the key saves a student and loses nothing that is sealed", "[storage]")
{
    const auto store = sealedStore(false);
    Student student = aStudent();
    REQUIRE(store->save(student).has_value());
    // What somebody with the key has stored.
    const QString sealed = security::sealValue(
        keysOf(true)->seal, {"students", student.id.text(), "nik"}, "t3273015708130001");
    REQUIRE(store->connection()
                .run(QStringLiteral("UPDATE students SET nik = ?, nik_index = 'abc'"), {sealed})
                .has_value());
    auto seen = (*store->find<Student>(student.id))->record;
    CHECK_FALSE(seen.nik.has_value());
    seen.address = QStringLiteral("Jl. Kenanga 2");
    REQUIRE(store->save(seen).value() == Saved::Updated);
    CHECK(cell(*store, "nik") == sealed);
    CHECK(cell(*store, "nik_index") == "abc");
    CHECK(cell(*store, "address") == "Jl. Kenanga 2");
    seen.nik = QStringLiteral("3273015708130009");
    const auto refused = store->save(seen);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().key == "access.sealed");
    CHECK(refused.error().detail.find("3273015708130009") == std::string::npos);
    CHECK(cell(*store, "nik") == sealed);
}

TEST_CASE("A sealed cell that was moved to another row does not open there", "[storage]")
{
    const auto store = sealedStore();
    Student one = aKnownStudent();
    Student other = aStudent().withNis("10002");
    REQUIRE(store->save(one).has_value());
    REQUIRE(store->save(other).has_value());
    REQUIRE(store->connection()
                .run(
                    QStringLiteral("UPDATE students SET nik = (SELECT nik FROM students WHERE id = "
                                   "?) WHERE id = ?"),
                    {QVariant::fromValue(one.id.value), QVariant::fromValue(other.id.value)})
                .has_value());
    CHECK_FALSE((*store->find<Student>(other.id))->record.nik.has_value());
    CHECK((*store->find<Student>(one.id))->record.nik == one.nik);
}

TEST_CASE("Sealed incomes still add up in SQL, and say nothing without the key", "[storage]")
{
    const auto store = sealedStore();
    qint64 expected = 0;
    for (int i = 1; i <= 3; ++i) {
        Guardian guardian;
        REQUIRE(store->save(guardian).has_value());
        GuardianIncome income{
            .guardian = guardian.id, .since = QDate(2025, 7, i), .amount = 1'234'567 * i};
        REQUIRE(store->save(income).has_value());
        CHECK((*store->find<GuardianIncome>(income.id))->record == income);
        expected += *income.amount;
    }
    const QString sum = QStringLiteral(
        "SELECT SUM(edu_open('guardian_incomes', id, 'amount', amount)) FROM guardian_incomes");
    CHECK(store->connection().scalar(sum)->toLongLong() == expected);
    CHECK(
        store->connection()
            .scalar(QStringLiteral("SELECT COUNT(*) FROM guardian_incomes WHERE typeof(amount) "
                                   "= 'text' AND amount LIKE 's1:%'"))
            ->toInt() == 3);
    CHECK(store->connection()
              .scalar(QStringLiteral("SELECT edu_open('guardian_incomes', id, 'other', amount) "
                                     "FROM guardian_incomes"))
              ->isNull());
}

TEST_CASE("edu_open gives back what is not sealed, of any type", "[storage]")
{
    onEveryDialect([](Store& store) {
        Guardian guardian;
        REQUIRE(store.save(guardian).has_value());
        GuardianIncome income{
            .guardian = guardian.id, .since = QDate(2025, 7, 1), .amount = 2'300'000};
        REQUIRE(store.save(income).has_value());
        const QString sql = QStringLiteral(
            "SELECT edu_open('guardian_incomes', id, 'amount', amount) FROM guardian_incomes");
        CHECK(store.connection().scalar(sql)->toLongLong() == 2'300'000);
        CHECK((*store.find<GuardianIncome>(income.id))->record == income);
    });
}
