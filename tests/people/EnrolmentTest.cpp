// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/EnrolmentActions.h"
#include "core/people/PeopleActions.h"
#include "core/school/SchoolActions.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::people;
using namespace edupro::tests;
using storage::Store;

namespace {

struct Classes {
    Store& store;
    StudentId student;

    explicit Classes(Store& school)
        : store(school)
    {
        Student made = aStudent();
        REQUIRE(store.save(made).has_value());
        student = made.id;
    }
    ClassGroupId named(const char* name, const char* term = "20251") const
    {
        const Term of = school::ensureTerm(store, QString::fromLatin1(term)).value();
        return school::ensureClassGroup(store, of.academicYear, QString::fromLatin1(name))->id;
    }
    Enrolment stay(const ClassGroupId& group, QDate from, std::optional<QDate> until = {}) const
    {
        return {.student = student, .classGroup = group, .startsOn = from, .endsOn = until};
    }
    /// The issues as "field rule limit", or empty when it is stored.
    QString refusal(Enrolment enrolment) const
    {
        const auto saved = saveEnrolment(store, enrolment);
        if (saved) return {};
        QStringList issues;
        for (const Issue& issue : saved.error().issues)
            issues.append(
                QString::fromStdString(issue.field + ' ' + issue.rule + ' ' + issue.limit));
        return issues.join(u'\n');
    }
};

} // namespace

TEST_CASE("A student is in one class at a time", "[people][enrolment]")
{
    onEveryDialect([](Store& store) {
        const Classes in(store);
        const QDate july(2025, 7, 1);
        CHECK(in.refusal(in.stay(in.named("7A"), july, QDate(2025, 10, 31))).isEmpty());
        const QString taken = QStringLiteral("starts_on overlap 7A, 2025-07-01..2025-10-31");
        CHECK(in.refusal(in.stay(in.named("7B"), QDate(2025, 10, 31))) == taken);
        CHECK(in.refusal(in.stay(in.named("7B"), july, july)) == taken);
        CHECK(in.refusal(in.stay(in.named("7B"), QDate(2025, 11, 1))).isEmpty());
        // without an end it lasts until the end of the year, and no longer
        CHECK(
            in.refusal(in.stay(in.named("7C"), QDate(2026, 6, 30))) ==
            QStringLiteral("starts_on overlap 7B, 2025-11-01..2026-06-30"));
        CHECK(in.refusal(in.stay(in.named("8A", "20261"), QDate(2026, 7, 1))).isEmpty());
    });
}

TEST_CASE("An enrolment does not overlap with itself", "[people][enrolment]")
{
    onEveryDialect([](Store& store) {
        const Classes in(store);
        Enrolment enrolment = in.stay(in.named("7A"), QDate(2025, 7, 1));
        REQUIRE(saveEnrolment(store, enrolment).has_value());
        enrolment.endsOn = QDate(2025, 12, 1);
        CHECK(saveEnrolment(store, enrolment).value() == storage::Saved::Updated);
        enrolment.id = {}; // the same fact, told by who does not know it yet
        CHECK(saveEnrolment(store, enrolment).value() == storage::Saved::Unchanged);
    });
}

TEST_CASE("An enrolment that was taken back is in nobody's way", "[people][enrolment]")
{
    const auto store = memoryStore();
    const Classes in(*store);
    Enrolment slip = in.stay(in.named("7A"), QDate(2025, 7, 1));
    REQUIRE(saveEnrolment(*store, slip).has_value());
    REQUIRE(store->remove(entityInfo<Enrolment>(), slip.id.value).has_value());
    CHECK(in.refusal(in.stay(in.named("7B"), QDate(2025, 7, 1))).isEmpty());
}

TEST_CASE("An enrolment lies in the school year of its class", "[people][enrolment]")
{
    onEveryDialect([](Store& store) {
        const Classes in(store);
        const ClassGroupId group = in.named("7A");
        CHECK(
            in.refusal(in.stay(group, QDate(2025, 6, 30))) ==
            QStringLiteral("starts_on outside_year 2025-07-01..2026-06-30"));
        CHECK(
            in.refusal(in.stay(group, QDate(2025, 7, 1), QDate(2026, 7, 1))) ==
            QStringLiteral("ends_on outside_year 2025-07-01..2026-06-30"));
        CHECK(in.refusal(in.stay(group, QDate(2025, 7, 1), QDate(2026, 6, 30))).isEmpty());
    });
}

TEST_CASE("Who left a class and comes back later was away in between", "[people][enrolment]")
{
    const auto store = memoryStore();
    const Classes in(*store);
    Enrolment first = in.stay(in.named("7A"), QDate(2025, 7, 1), QDate(2025, 9, 30));
    REQUIRE(saveEnrolment(*store, first).has_value());
    REQUIRE(enrol(*store, in.student, QStringLiteral("7B"), QDate(2026, 3, 2)).has_value());
    CHECK((*store->find<Enrolment>(first.id))->record.endsOn == QDate(2025, 9, 30));
    CHECK(lastEnrolment(*store, in.student).value()->startsOn == QDate(2026, 3, 2));
}
