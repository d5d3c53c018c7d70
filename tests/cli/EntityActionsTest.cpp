// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EntityActions.h"

#include "core/people/Enrolment.h"
#include "core/school/DatedSetting.h"
#include "core/school/SchoolActions.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::tests;

namespace {

template<class T>
std::string ruleOf(storage::Store& store, const T& record)
{
    Values values = valuesOf(record);
    const auto saved = saveEntity(store, entityInfo<T>(), values);
    return saved ? std::string() : saved.error().issues.front().rule;
}

} // namespace

TEST_CASE("Rules that need other rows hold for who knows a description only", "[cli][entities]")
{
    const auto store = memoryStore();
    REQUIRE(school::createSchool(*store, QStringLiteral("SMP Contoh"), {}).has_value());
    const Term term = school::ensureTerm(*store, QStringLiteral("20252")).value();
    const ClassGroup group =
        school::ensureClassGroup(*store, term.academicYear, QStringLiteral("7A")).value();
    Student student = aStudent();
    CHECK(ruleOf(*store, student).empty());
    student.id = store->list<Student>()->front().id;
    const Enrolment stay{
        .student = student.id, .classGroup = group.id, .startsOn = QDate(2025, 7, 1)};
    CHECK(ruleOf(*store, stay).empty());
    Enrolment other = stay;
    other.startsOn = QDate(2025, 8, 1);
    CHECK(ruleOf(*store, other) == "overlap");
    other.startsOn = QDate(2024, 8, 1);
    CHECK(ruleOf(*store, other) == "outside_year");
    Term early = term;
    early.startsOn = QDate(2025, 12, 1);
    CHECK(ruleOf(*store, early) == "overlap");
    CHECK(ruleOf(*store, ClassGroup{.academicYear = term.academicYear, .name = "7A"}) == "unique");
    CHECK(
        ruleOf(*store, DatedSetting{.name = "no.rule", .since = QDate(2026, 1, 1), .value = 1}) ==
        "choice");
    CHECK(
        removeEntity(*store, entityInfo<ClassGroup>(), group.id.value).error().key ==
        "store.referred");
}
