// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/RecordText.h"

#include "core/Entities.h"
#include "core/people/PeopleActions.h"
#include "core/school/SchoolActions.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::exchange;
using namespace edupro::tests;

namespace {

/// One student in a 7A of each of two years.
struct TwoYears {
    std::unique_ptr<storage::Store> store = memoryStore();
    AcademicYear first{.startYear = 2024};
    AcademicYear second{.startYear = 2025};
    ClassGroup old;
    ClassGroup now;
    Student student{.nis = QStringLiteral("20/001"), .name = QStringLiteral("Contoh Satu")};

    TwoYears()
    {
        save(first);
        save(second);
        old = {.academicYear = first.id, .name = QStringLiteral("7A")};
        now = {.academicYear = second.id, .name = QStringLiteral("7A")};
        save(old);
        save(now);
        student.nisn = QStringLiteral("0123456789");
        save(student);
    }
    template<class T>
    void save(T& record)
    {
        if (const auto saved = store->save(record); !saved) FAIL(saved.error().detail);
    }
    template<class T>
    Result<QUuid> named(const char* word)
    {
        return rowNamed(*store, entityInfo<T>(), QString::fromUtf8(word));
    }
};

std::vector<std::string> rulesOf(const Error& error)
{
    std::vector<std::string> rules;
    for (const Issue& issue : error.issues)
        rules.push_back(issue.field + ' ' + issue.rule);
    return rules;
}

} // namespace

TEST_CASE("A row is found by its id, its number, its name or its owner's name", "[exchange]")
{
    TwoYears school;
    const QUuid student = school.student.id.value;
    CHECK(school.named<Student>("20/001").value() == student); // a slash in a number is no owner
    CHECK(school.named<Student>("0123456789").value() == student);
    CHECK(school.named<Student>("Contoh Satu").value() == student);
    const QByteArray id = student.toString(QUuid::WithoutBraces).toUtf8();
    CHECK(school.named<Student>(id.constData()).value() == student);
    CHECK(school.named<AcademicYear>("2025").value() == school.second.id.value);
    CHECK(school.named<ClassGroup>("2024/7A").value() == school.old.id.value);
    CHECK(school.named<ClassGroup>("2025/7A").value() == school.now.id.value);
}

TEST_CASE("A word that fits no row or several names none", "[exchange]")
{
    TwoYears school;
    const Error several = school.named<ClassGroup>("7A").error();
    CHECK(several.key == "record.ambiguous");
    CHECK(several.detail.find(school.old.id.text().toStdString()) != std::string::npos);
    for (const char* word : {"7B", "2025/7B", "2023/7A", "/", "", "2025/", "/7A"})
        CHECK(school.named<ClassGroup>(word).error().key == "record.unknown");
    const QByteArray foreign = QUuid::createUuid().toString().toUtf8();
    CHECK(school.named<Student>(foreign.constData()).error().key == "record.unknown");
    REQUIRE(school.store->remove(entityInfo<Student>(), school.student.id.value).has_value());
    CHECK(school.named<Student>("20/001").error().key == "record.unknown");
    CHECK(entityOf(*school.store, QStringLiteral("pupils")).error().key == "record.no_table");
}

TEST_CASE("The name of a row finds the row again", "[exchange]")
{
    TwoYears school;
    for (const EntityInfo* entity : school.store->entities()) {
        const auto rows = school.store->list(*entity);
        REQUIRE(rows.has_value());
        for (const Values& row : *rows) {
            const QUuid id = row[static_cast<std::size_t>(entity->key)].toUuid();
            const QString name = nameOfRow(*school.store, *entity, id).value();
            INFO(name.toStdString());
            CHECK(rowNamed(*school.store, *entity, name).value() == id);
        }
    }
    const auto& classes = entityInfo<ClassGroup>();
    CHECK(nameOfRow(*school.store, classes, school.now.id.value).value() == "2025/7A");
    REQUIRE(school.store->remove(classes, school.old.id.value).has_value());
    CHECK(nameOfRow(*school.store, classes, school.now.id.value).value() == "7A");
}

TEST_CASE("Typed values replace what stood there, and all faults are told at once", "[exchange]")
{
    TwoYears school;
    const EntityInfo& entity = entityInfo<Enrolment>();
    const auto typed = withTyped(
        *school.store,
        entity,
        valuesOf(Enrolment{.endsOn = QDate(2026, 6, 30)}),
        {{"student_id", "20/001"},
         {"class_group_id", "2025/7A"},
         {"starts_on", "2025-07-14"},
         {"ends_on", ""}});
    REQUIRE(typed.has_value());
    const auto enrolment = recordOf<Enrolment>(*typed);
    CHECK(enrolment.student == school.student.id);
    CHECK(enrolment.classGroup == school.now.id);
    CHECK(enrolment.startsOn == QDate(2025, 7, 14));
    CHECK_FALSE(enrolment.endsOn.has_value());

    const auto refused = withTyped(
        *school.store,
        entity,
        valuesOf(enrolment),
        {{"id", "x"},
         {"student_id", "99999"},
         {"class_group_id", "7A"},
         {"starts_on", "14-07-2025"},
         {"starts_on", "2025-07-14"},
         {"class", "7A"}});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().key == "record.typed");
    CHECK(
        rulesOf(refused.error()) == std::vector<std::string>{
                                        "id given",
                                        "student_id reference",
                                        "class_group_id several",
                                        "starts_on date",
                                        "starts_on twice",
                                        "class column"});
}
