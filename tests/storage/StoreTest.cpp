// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Store.h"

#include "core/Entities.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

bool hasIssue(const Error& error, const std::string& field, const std::string& rule)
{
    return std::any_of(error.issues.begin(), error.issues.end(), [&](const Issue& i) {
        return i.field == field && i.rule == rule;
    });
}

} // namespace

TEST_CASE("A saved student gets an identity and comes back as saved", "[storage]")
{
    onEveryDialect([](Store& store) {
        Student student = aStudent().named("Nur'aini \"Ani\" Ömer").born(2012, 2, 29);
        student.address = QStringLiteral("Jl. Mawar; no. 5 -- 'x'");
        const Result<Saved> saved = store.save(student);
        REQUIRE(saved.has_value());
        CHECK(saved.value() == Saved::Added);
        REQUIRE_FALSE(student.id.isNull());
        const auto found = store.find<Student>(student.id);
        REQUIRE(found.has_value());
        REQUIRE(found->has_value());
        CHECK((*found)->record == student);
        CHECK((*found)->stamp.version == 1);
        CHECK((*found)->stamp.createdAt == testNow);
    });
}

TEST_CASE("Saving an unchanged record writes and logs nothing", "[storage]")
{
    onEveryDialect([](Store& store) {
        Student student = aStudent();
        REQUIRE(store.save(student).has_value());
        CHECK(store.save(student).value() == Saved::Unchanged);
        CHECK(store.history(student.id.value)->size() == 1);
    });
}

TEST_CASE("The change log tells who changed what from what to what", "[storage]")
{
    onEveryDialect([](Store& store) {
        Student student = aStudent().named("Budi");
        REQUIRE(store.save(student).has_value());
        student.name = QStringLiteral("Budi Santoso");
        student.gender = QStringLiteral("L");
        CHECK(store.save(student).value() == Saved::Updated);
        REQUIRE(store.remove(entityInfo<Student>(), student.id.value).has_value());
        REQUIRE(store.restore(entityInfo<Student>(), student.id.value).has_value());
        const auto history = store.history(student.id.value);
        REQUIRE(history.has_value());
        REQUIRE(history->size() == 4);
        const Change& change = (*history)[1];
        CHECK(change.actor == QStringLiteral("tester"));
        CHECK(change.at == testNow);
        CHECK(change.action == QStringLiteral("update"));
        CHECK(change.before == QJsonObject{{"name", "Budi"}, {"gender", QJsonValue::Null}});
        CHECK(change.after == QJsonObject{{"name", "Budi Santoso"}, {"gender", "L"}});
        CHECK((*history)[2].action == QStringLiteral("delete"));
        CHECK((*history)[3].action == QStringLiteral("restore"));
    });
}

TEST_CASE(
    "A record that breaks rules is refused with every broken field and nothing is stored",
    "[storage]")
{
    onEveryDialect([](Store& store) {
        Student student = aStudent().named("X").withNis("123").born(2027, 1, 1);
        student.nisn = QStringLiteral("12345");
        const Result<Saved> saved = store.save(student);
        REQUIRE_FALSE(saved.has_value());
        CHECK(saved.error().code == ErrorCode::Validation);
        CHECK(hasIssue(saved.error(), "nis", "length"));
        CHECK(hasIssue(saved.error(), "name", "length"));
        CHECK(hasIssue(saved.error(), "birth_date", "past"));
        CHECK(hasIssue(saved.error(), "nisn", "pattern"));
        CHECK(store.count(entityInfo<Student>()).value() == 0);
    });
}

TEST_CASE("Two students cannot share a NIS, but a deleted one does not hold it", "[storage]")
{
    onEveryDialect([](Store& store) {
        Student first = aStudent();
        Student second = aStudent().named("Dewi");
        REQUIRE(store.save(first).has_value());
        const Result<Saved> saved = store.save(second);
        REQUIRE_FALSE(saved.has_value());
        CHECK(saved.error().code == ErrorCode::Constraint);
        CHECK(hasIssue(saved.error(), "nis", "unique"));

        REQUIRE(store.remove(entityInfo<Student>(), first.id.value).has_value());
        second.id = {};
        CHECK(store.save(second).has_value());
        const Done restored = store.restore(entityInfo<Student>(), first.id.value);
        REQUIRE_FALSE(restored.has_value());
        CHECK(hasIssue(restored.error(), "nis", "unique"));
    });
}

TEST_CASE("A reference to nothing is refused", "[storage]")
{
    onEveryDialect([](Store& store) {
        Enrolment enrolment{
            .student = {QUuid::createUuid()},
            .classGroup = {QUuid::createUuid()},
            .startsOn = QDate(2025, 7, 1)};
        const Result<Saved> saved = store.save(enrolment);
        REQUIRE_FALSE(saved.has_value());
        CHECK(saved.error().code == ErrorCode::Constraint);
        CHECK(saved.error().issues.front().rule == "reference");
    });
}

TEST_CASE("A writer who has not seen the last version gets a conflict", "[storage]")
{
    onEveryDialect([](Store& store) {
        Student student = aStudent();
        REQUIRE(store.save(student).has_value());
        Student other = student;
        other.name = QStringLiteral("Citra");
        REQUIRE(store.save(other, {.expectedVersion = 1}).has_value());
        student.name = QStringLiteral("Dodi");
        const Result<Saved> saved = store.save(student, {.expectedVersion = 1});
        REQUIRE_FALSE(saved.has_value());
        CHECK(saved.error().code == ErrorCode::Conflict);
        CHECK(saved.error().key == "store.changed");
        CHECK((*store.find<Student>(student.id))->record.name == QStringLiteral("Citra"));
    });
}

TEST_CASE("A fact recorded twice meets in one row, and comes back after deletion", "[storage]")
{
    onEveryDialect([](Store& store) {
        DatedSetting setting{
            .name = QStringLiteral("x.y"), .since = QDate(2020, 1, 1), .value = 80.0};
        DatedSetting again = setting;
        again.value = 75.0;
        CHECK(store.save(setting).value() == Saved::Added);
        CHECK(store.save(again).value() == Saved::Updated);
        CHECK(setting.id == again.id);
        CHECK(store.count(entityInfo<DatedSetting>()).value() == 1);
        REQUIRE(store.remove(entityInfo<DatedSetting>(), again.id.value).has_value());
        CHECK(store.save(again).value() == Saved::Added);
        CHECK(store.count(entityInfo<DatedSetting>()).value() == 1);
    });
}

TEST_CASE("A fact saved as new that is there after all is refused and left as it was", "[storage]")
{
    onEveryDialect([](Store& store) {
        DatedSetting setting{
            .name = QStringLiteral("x.y"), .since = QDate(2020, 1, 1), .value = 80.0};
        DatedSetting again = setting;
        again.value = 75.0;
        CHECK(store.save(setting, {.isNew = true}).value() == Saved::Added);
        const auto refused = store.save(again, {.isNew = true});
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == ErrorCode::Constraint);
        CHECK(store.find<DatedSetting>(setting.id).value()->record.value == 80.0);
    });
}

TEST_CASE(
    "A transaction keeps all of its saves or none, and a refused save inside it spoils nothing",
    "[storage]")
{
    onEveryDialect([](Store& store) {
        Student kept = aStudent();
        {
            Result<Transaction> transaction = Transaction::begin(store);
            REQUIRE(transaction.has_value());
            REQUIRE(store.save(kept).has_value());
        } // no commit
        CHECK(store.count(entityInfo<Student>()).value() == 0);

        kept.id = {};
        Result<Transaction> transaction = Transaction::begin(store);
        REQUIRE(transaction.has_value());
        CHECK_FALSE(Transaction::begin(store).has_value());
        REQUIRE(store.save(kept).has_value());
        Student twin = aStudent().named("Same number");
        CHECK_FALSE(store.save(twin).has_value());
        REQUIRE(transaction->commit().has_value());
        CHECK(store.count(entityInfo<Student>()).value() == 1);
    });
}

TEST_CASE(
    "Every entity's columns, nullability and keys agree with the migrated tables", "[storage]")
{
    onEveryDialect([](Store& store) {
        for (const EntityInfo* entity : allEntities()) {
            INFO(entity->table.toStdString());
            CHECK(store.list(*entity)
                      .has_value()); // every column exists and every value type can be read
            REQUIRE(entity->key >= 0);
            std::map<QString, bool> nullable;
            const QString sql =
                store.dialect() == Dialect::Sqlite
                    ? QStringLiteral("SELECT name, CASE WHEN \"notnull\" = 0 THEN 1 ELSE 0 END "
                                     "FROM pragma_table_info('%1')")
                    : QStringLiteral(
                          "SELECT column_name, CASE WHEN is_nullable = 'YES' THEN 1 ELSE 0 END "
                          "FROM information_schema.columns WHERE table_schema = current_schema() "
                          "AND table_name = '%1'");
            REQUIRE(store.connection()
                        .read(
                            sql.arg(entity->table),
                            {},
                            [&](const QSqlQuery& row) {
                                nullable[row.value(0).toString()] = row.value(1).toInt() == 1;
                                return true;
                            })
                        .has_value());
            bool searched = false;
            std::size_t indexes = 0;
            for (const FieldInfo& field : entity->fields) {
                INFO(field.column.toStdString());
                REQUIRE(nullable.count(field.column) == 1);
                CHECK(nullable[field.column] == field.nullable);
                searched = searched || field.rules.searched > 0;
                if (field.rules.lookup) ++indexes;
            }
            const std::size_t stamp = 5;
            CHECK(nullable.size() == entity->fields.size() + stamp + indexes + (searched ? 1 : 0));
        }
    });
}
