// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/SchoolRecords.h"

#include "core/school/ClassSubject.h"
#include "core/school/SchoolActions.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::school;
using namespace edupro::tests;
using storage::Store;

namespace {

/// The first broken rule; empty when it was stored.
template<class T>
std::string ruleOf(const Result<T>& saved)
{
    return saved ? std::string() : saved.error().issues.front().rule;
}

} // namespace

TEST_CASE("A new class never becomes one that is there", "[school][records]")
{
    onEveryDialect([](Store& store) {
        const Term term = ensureTerm(store, QStringLiteral("20251")).value();
        const Term next = ensureTerm(store, QStringLiteral("20261")).value();
        const auto named = [&](const char* name, const Term& of) {
            return ClassGroup{.academicYear = of.academicYear, .name = QString::fromLatin1(name)};
        };
        ClassGroup first = named("7A", term);
        REQUIRE(saveClassGroup(store, first).has_value());
        ClassGroup second = named("7A", term);
        second.gradeLevel = 7;
        CHECK(ruleOf(saveClassGroup(store, second)) == "unique");
        CHECK_FALSE((*store.find<ClassGroup>(first.id))->record.gradeLevel.has_value());
        ClassGroup later = named("7A", next);
        CHECK(saveClassGroup(store, later).has_value());

        // A class that was renamed keeps its identity; its old name is free for another one.
        first.name = QStringLiteral("7X");
        REQUIRE(saveClassGroup(store, first).has_value());
        REQUIRE(saveClassGroup(store, second).has_value());
        CHECK(second.id != first.id);
        CHECK(store.count(entityInfo<ClassGroup>()).value() == 3);
        first.name = QStringLiteral("7A");
        CHECK(ruleOf(saveClassGroup(store, first)) == "unique");
    });
}

TEST_CASE("Subjects are told apart without case and stand in their order", "[school][records]")
{
    onEveryDialect([](Store& store) {
        Subject science{.name = QStringLiteral("IPA"), .position = 2};
        REQUIRE(saveSubject(store, science).has_value());
        Subject again{.name = QStringLiteral("ipa"), .passingMark = 10};
        CHECK(ruleOf(saveSubject(store, again)) == "unique");
        CHECK((*store.find<Subject>(science.id))->record.passingMark == 75.0);
        Subject arts{.name = QStringLiteral("Seni")};
        REQUIRE(saveSubject(store, arts).has_value());
        Subject maths{.name = QStringLiteral("Matematika"), .position = 1};
        REQUIRE(saveSubject(store, maths).has_value());
        QStringList names;
        for (const Subject& subject : listSubjects(store).value())
            names.append(subject.name);
        CHECK(names.join(u' ') == QStringLiteral("Matematika IPA Seni"));
    });
}

TEST_CASE("Days are entered all or none, and put back as they were", "[school][records]")
{
    onEveryDialect([](Store& store) {
        const QDate first(2026, 3, 18);
        const auto day = [](QDate on, const char* name) {
            return CalendarDay{.day = on, .name = QString::fromLatin1(name)};
        };
        const auto names = [&] {
            QStringList all;
            for (const CalendarDay& known :
                 listCalendarDays(store, QDate(2026, 1, 1), QDate(2026, 12, 31)).value())
                all.append(known.name);
            return all.join(u',');
        };
        REQUIRE(enterCalendarDays(store, {day(first, "Nyepi")}).has_value());
        CHECK_FALSE(
            enterCalendarDays(store, {day(first.addDays(1), "Cuti"), day(first.addDays(2), "x")})
                .has_value());
        CHECK(names() == QStringLiteral("Nyepi"));
        const auto before =
            enterCalendarDays(store, {day(first, "Hari Nyepi"), day(first.addDays(1), "Cuti")});
        REQUIRE(before.has_value());
        CHECK(names() == QStringLiteral("Hari Nyepi,Cuti"));
        REQUIRE(putBackCalendarDays(store, *before).has_value());
        CHECK(names() == QStringLiteral("Nyepi"));
        REQUIRE(putBackCalendarDays(store, {CalendarDay{.day = first}}).has_value());
        CHECK(names().isEmpty());
        CHECK(putBackCalendarDays(store, {CalendarDay{.day = first}}).has_value()); // already out
    });
}

TEST_CASE("The next school year follows the newest one", "[school][records]")
{
    onEveryDialect([](Store& store) {
        CHECK(addNextYear(store).error().key == "term.none");
        REQUIRE(ensureTerm(store, QStringLiteral("20252")).has_value());
        CHECK(addNextYear(store)->startYear == 2026);
        const auto terms = listTerms(store).value();
        REQUIRE(terms.size() == 3);
        CHECK(terms[2].code == QStringLiteral("20262"));
        CHECK(terms[2].endsOn == QDate(2027, 6, 30));
    });
}

TEST_CASE(
    "A class goes with what it learns, comes back with it, and stays when in use",
    "[school][records]")
{
    onEveryDialect([](Store& store) {
        const Term term = ensureTerm(store, QStringLiteral("20251")).value();
        const ClassGroup group =
            ensureClassGroup(store, term.academicYear, QStringLiteral("7A")).value();
        const Subject subject = ensureSubject(store, QStringLiteral("IPA")).value();
        ClassSubject learned{
            .classGroup = group.id, .subject = subject.id, .term = term.id, .passingMark = 70};
        REQUIRE(store.save(learned).has_value());
        const auto there = [&] {
            return std::pair(
                store.count(entityInfo<ClassGroup>()).value(),
                store.count(entityInfo<ClassSubject>()).value());
        };
        const auto removed = removeRow(store, entityInfo<ClassGroup>(), group.id.value);
        REQUIRE(removed.has_value());
        CHECK(there() == std::pair<qint64, qint64>(0, 0));
        CHECK(store.count(entityInfo<Subject>()).value() == 1);
        REQUIRE(restoreRows(store, *removed).has_value());
        CHECK(there() == std::pair<qint64, qint64>(1, 1));
        CHECK((*store.find<ClassSubject>(learned.id))->record.passingMark == 70.0);

        AcademicYear year = (*store.find<AcademicYear>(term.academicYear))->record;
        const auto refused = removeRow(store, entityInfo<AcademicYear>(), year.id.value);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().key == "store.referred");
        CHECK(there() == std::pair<qint64, qint64>(1, 1));
    });
}
