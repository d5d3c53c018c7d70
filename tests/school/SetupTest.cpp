// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/EnrolmentActions.h"
#include "core/school/ClassSubject.h"
#include "core/school/DatedRules.h"
#include "core/school/SchoolActions.h"
#include "core/school/SetupActions.h"
#include "core/storage/References.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <set>

using namespace edupro;
using namespace edupro::school;
using namespace edupro::tests;
using storage::Store;

namespace {

SetupChoice smallSchool()
{
    return {.level = SchoolLevel::Smp, .parallelClasses = 2, .weekDays = 5, .startYear = 2025};
}

template<class T>
qint64 countOf(Store& store)
{
    return store.count(entityInfo<T>()).value();
}

} // namespace

TEST_CASE("A proposal names the classes of every grade", "[school][setup]")
{
    const auto names = [](SchoolLevel level, int parallel) {
        QStringList all;
        for (const ClassGroup& group :
             proposeSetup({.level = level, .parallelClasses = parallel, .startYear = 2025}).classes)
            all.append(group.name);
        return all.join(u' ');
    };
    CHECK(names(SchoolLevel::Smp, 2) == QStringLiteral("7A 7B 8A 8B 9A 9B"));
    CHECK(names(SchoolLevel::Sd, 1) == QStringLiteral("1 2 3 4 5 6"));
    CHECK(names(SchoolLevel::Sma, 1) == QStringLiteral("10 11 12"));
    CHECK(proposeSetup({.parallelClasses = 99, .startYear = 2025}).classes.size() == 60);
    CHECK(proposeSetup({.parallelClasses = 0, .startYear = 2025}).classes.size() == 3);
}

TEST_CASE("Every proposed subject can be stored, and every grade learns enough", "[school][setup]")
{
    for (const SchoolLevel level :
         {SchoolLevel::Sd, SchoolLevel::Smp, SchoolLevel::Sma, SchoolLevel::Smk}) {
        for (const char* curriculum : {"merdeka", "k13"}) {
            std::set<QString> names;
            const auto [first, last] = gradesOf(level);
            std::vector<int> learned(13, 0);
            for (const PlannedSubject& row :
                 usualSubjects(level, QString::fromLatin1(curriculum))) {
                INFO(curriculum << ' ' << row.name.toStdString());
                CHECK(names.insert(row.name).second);
                CHECK(row.name.size() <= 100);
                CHECK(row.shortName.size() <= 20);
                CHECK((row.firstGrade >= first && row.lastGrade <= last));
                for (int grade = row.firstGrade; grade <= row.lastGrade; ++grade)
                    ++learned[static_cast<std::size_t>(grade)];
            }
            for (int grade = first; grade <= last; ++grade)
                CHECK(learned[static_cast<std::size_t>(grade)] >= 6);
        }
    }
}

TEST_CASE("Fixed holidays fall into the school year that begins in July", "[school][setup]")
{
    const std::vector<CalendarDay> days = fixedHolidays(2025);
    REQUIRE(days.size() == 5);
    for (const CalendarDay& day : days)
        CHECK(daysOfYear(2025).contains(day.day));
    CHECK(days.front().day == QDate(2025, 8, 17));
    CHECK(days[2].day == QDate(2026, 1, 1));
}

TEST_CASE("A set-up makes a school that can take its first mark", "[school][setup]")
{
    onEveryDialect([](Store& store) {
        REQUIRE(createSchool(store, QStringLiteral("SMP Contoh"), std::nullopt).has_value());
        const SetupPlan plan = proposeSetup(smallSchool());
        const AppliedSetup applied = applySetup(store, plan).value();
        CHECK(applied.classes == 6);
        CHECK(applied.subjects == static_cast<int>(plan.subjects.size()));
        CHECK(applied.holidays == 5);
        CHECK(countOf<ClassGroup>(store) == 6);
        CHECK(
            countOf<ClassSubject>(store) ==
            static_cast<qint64>(6 * 2 * plan.subjects.size())); // both terms
        CHECK(ruleOn(store, rules::weekDays, QDate(2025, 7, 1)).value() == 5.0);
        CHECK(listTerms(store)->size() == 2);

        const AppliedSetup again = applySetup(store, plan).value();
        CHECK(again.made.empty());
        CHECK(countOf<ClassGroup>(store) == 6);
    });
}

TEST_CASE("A set-up is taken back as a whole, and what was there before stays", "[school][setup]")
{
    onEveryDialect([](Store& store) {
        REQUIRE(createSchool(store, QStringLiteral("SMP Contoh"), std::nullopt).has_value());
        (void)ensureSubject(store, QStringLiteral("Matematika")).value();
        const AppliedSetup applied = applySetup(store, proposeSetup(smallSchool())).value();
        REQUIRE(undoSetup(store, applied).has_value());
        CHECK(countOf<ClassGroup>(store) == 0);
        CHECK(countOf<ClassSubject>(store) == 0);
        CHECK(countOf<CalendarDay>(store) == 0);
        CHECK(countOf<Subject>(store) == 1);
        CHECK(listTerms(store)->size() == 2); // of the new school, not of the set-up
        CHECK(ruleOn(store, rules::weekDays, QDate(2025, 7, 1)).value() == 6.0);
        // and it can be made once more
        CHECK(applySetup(store, proposeSetup(smallSchool()))->classes == 6);
    });
}

TEST_CASE(
    "A set-up that students are enrolled in is not taken back, nor is a part", "[school][setup]")
{
    onEveryDialect([](Store& store) {
        REQUIRE(createSchool(store, QStringLiteral("SMP Contoh"), std::nullopt).has_value());
        const AppliedSetup applied = applySetup(store, proposeSetup(smallSchool())).value();
        Student student = aStudent();
        REQUIRE(store.save(student).has_value());
        const ClassGroup group = store.list<ClassGroup>()->front();
        Enrolment enrolment{
            .student = student.id, .classGroup = group.id, .startsOn = QDate(2025, 7, 1)};
        REQUIRE(people::saveEnrolment(store, enrolment).has_value());

        const Done undone = undoSetup(store, applied);
        REQUIRE_FALSE(undone.has_value());
        CHECK(undone.error().key == "store.referred");
        CHECK(undone.error().detail.find("enrolments") != std::string::npos);
        CHECK(countOf<ClassGroup>(store) == 6);
        CHECK(countOf<CalendarDay>(store) == 5);
        CHECK(
            storage::referringTables(store, entityInfo<ClassGroup>(), group.id.value).value() ==
            QStringList{QStringLiteral("class_subjects"), QStringLiteral("enrolments")});
    });
}
