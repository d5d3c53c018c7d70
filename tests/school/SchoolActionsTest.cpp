// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/SchoolActions.h"

#include "core/school/DatedSetting.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::school;
using namespace edupro::tests;
using storage::Store;

TEST_CASE("A new school has its year, its terms and its thresholds", "[school]")
{
    onEveryDialect([](Store& store) {
        CHECK(theSchool(store).error().key == "school.none");
        REQUIRE(createSchool(store, QStringLiteral("SMP Contoh"), QStringLiteral("12345678"))
                    .has_value());
        CHECK(theSchool(store)->name == QStringLiteral("SMP Contoh"));
        CHECK(
            createSchool(store, QStringLiteral("Second"), std::nullopt).error().key ==
            "school.exists");
        const auto terms = listTerms(store).value();
        REQUIRE(terms.size() == 2);
        CHECK(terms[0].code == QStringLiteral("20251"));
        CHECK(currentTerm(store)->code == QStringLiteral("20252"));
        const auto thresholds = thresholdsOn(store, store.today()).value();
        CHECK(thresholds.highAverage == 80.0);
        CHECK(thresholds.mediumAttendance == 75.0);
        CHECK(thresholds.incomeMedium == 2'300'000.0);
    });
}

TEST_CASE("A wrong NPSN or an empty name makes no school", "[school]")
{
    onEveryDialect([](Store& store) {
        CHECK(
            createSchool(store, QStringLiteral("SMP"), QStringLiteral("123"))
                .error()
                .issues.front()
                .field == "npsn");
        CHECK(
            createSchool(store, QString(), std::nullopt).error().issues.front().rule == "required");
        CHECK(listTerms(store)->empty());
    });
}

TEST_CASE("A threshold counts from its day on", "[school]")
{
    onEveryDialect([](Store& store) {
        REQUIRE(createSchool(store, QStringLiteral("SMP"), std::nullopt).has_value());
        DatedSetting stricter{
            .name = QStringLiteral("achievement.high.average"),
            .since = QDate(2026, 1, 1),
            .value = 85};
        REQUIRE(store.save(stricter).has_value());
        CHECK(thresholdsOn(store, QDate(2025, 12, 31))->highAverage == 80.0);
        CHECK(thresholdsOn(store, QDate(2026, 1, 1))->highAverage == 85.0);
        CHECK(thresholdsOn(store, QDate(1900, 1, 1)).error().key == "setting.missing");
    });
}

TEST_CASE("Terms, classes and subjects are made once", "[school]")
{
    onEveryDialect([](Store& store) {
        const Term term = ensureTerm(store, QStringLiteral("20251")).value();
        CHECK(ensureTerm(store, QStringLiteral("20251"))->id == term.id);
        CHECK(term.startsOn == QDate(2025, 7, 1));
        CHECK(ensureTerm(store, QStringLiteral("20253")).error().key == "term.code");
        CHECK(ensureTerm(store, QStringLiteral("2025")).error().key == "term.code");
        CHECK(
            ensureSubject(store, QStringLiteral("IPA"))->id ==
            ensureSubject(store, QStringLiteral("ipa"))->id);
        const ClassGroup group =
            ensureClassGroup(store, term.academicYear, QStringLiteral("XI IPA 2")).value();
        CHECK(group.gradeLevel == 11);
        CHECK(
            termOf(store, QStringLiteral("19991")).error().detail.find("20251") !=
            std::string::npos);
    });
}

TEST_CASE("Grade levels are read from class names", "[school]")
{
    CHECK(gradeLevelOf(QStringLiteral("7A")) == 7);
    CHECK(gradeLevelOf(QStringLiteral("10-B")) == 10);
    CHECK(gradeLevelOf(QStringLiteral("VIII C")) == 8);
    CHECK(gradeLevelOf(QStringLiteral("ix-3")) == 9);
    CHECK_FALSE(gradeLevelOf(QStringLiteral("Matahari")).has_value());
    CHECK_FALSE(gradeLevelOf(QStringLiteral("99")).has_value());
}
