// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/DatedRules.h"

#include "core/school/SchoolActions.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <set>

using namespace edupro;
using namespace edupro::school;
using namespace edupro::tests;
using storage::Store;

namespace {

DatedSetting valueOf(const char* name, double value, QDate since = QDate(2026, 1, 1))
{
    return {.name = QString::fromLatin1(name), .since = since, .value = value};
}

/// The first broken rule when the value is stored; empty when it is taken.
std::string refusal(Store& store, DatedSetting setting)
{
    const auto saved = saveRule(store, setting);
    return saved ? std::string() : saved.error().issues.front().rule;
}

} // namespace

TEST_CASE("Every rule has a first value within its own range", "[school][rules]")
{
    std::set<std::string> names;
    for (const RuleInfo& rule : ruleInfos()) {
        INFO(rule.name);
        CHECK(names.insert(rule.name).second);
        CHECK(issuesOf(valueOf(rule.name, rule.initial)).empty());
        CHECK(issuesOf(valueOf(rule.name, rule.range.max + 1)).front().rule == "range");
        CHECK(issuesOf(valueOf(rule.name, rule.range.min - 1)).front().rule == "range");
        CHECK(issuesOf(valueOf(rule.name, rule.range.min)).empty());
        CHECK(issuesOf(valueOf(rule.name, rule.range.min + 0.5)).empty() == !rule.whole);
        if (rule.atLeast) CHECK(findRule(QString::fromLatin1(rule.atLeast)) != nullptr);
    }
    CHECK(initialSettings().size() == names.size());
}

TEST_CASE("A new value counts from its day on and the earlier ones stay", "[school][rules]")
{
    onEveryDialect([](Store& store) {
        CHECK(ruleOn(store, rules::minimumAttendance, QDate(2026, 1, 1)).value() == 75.0);
        DatedSetting stricter = valueOf(rules::minimumAttendance, 90);
        REQUIRE(saveRule(store, stricter).has_value());
        DatedSetting later = valueOf(rules::minimumAttendance, 85, QDate(2027, 7, 1));
        REQUIRE(saveRule(store, later).has_value());
        CHECK(ruleOn(store, rules::minimumAttendance, QDate(2025, 12, 31)).value() == 75.0);
        CHECK(ruleOn(store, rules::minimumAttendance, QDate(2026, 1, 1)).value() == 90.0);
        CHECK(ruleOn(store, rules::minimumAttendance, QDate(2027, 6, 30)).value() == 90.0);
        CHECK(ruleOn(store, rules::minimumAttendance, QDate(2027, 7, 1)).value() == 85.0);
        CHECK(ruleHistory(store, QStringLiteral("attendance.minimum"))->size() == 2);

        const auto states = ruleStates(store, QDate(2026, 3, 2)).value();
        REQUIRE(states.size() == ruleInfos().size());
        const auto state = std::find_if(states.begin(), states.end(), [](const RuleState& row) {
            return row.rule->name == std::string_view("attendance.minimum");
        });
        CHECK(state->value == 90.0);
        CHECK(state->since == QDate(2026, 1, 1));
        CHECK(state->next == 85.0);
        CHECK(state->nextOn == QDate(2027, 7, 1));
    });
}

TEST_CASE("A rule takes no value that contradicts another one", "[school][rules]")
{
    const auto store = memoryStore();
    REQUIRE(createSchool(*store, QStringLiteral("SMP"), std::nullopt).has_value());
    CHECK(refusal(*store, valueOf("attendance.high", 74)) == "at_least");
    CHECK(refusal(*store, valueOf("attendance.medium", 81)) == "at_most");
    CHECK(refusal(*store, valueOf("attendance.medium", 80)).empty());
    CHECK(refusal(*store, valueOf("attendence.high", 90)) == "choice");
    CHECK(refusal(*store, valueOf("school.week", 5.5)) == "whole");
    CHECK(refusal(*store, valueOf("school.week", 7)) == "range");
    CHECK(refusal(*store, valueOf("retention.student", 36)).empty());
    CHECK(ruleOn(*store, "attendance.high", QDate(2026, 1, 1)).value() == 80.0);
}

TEST_CASE("The two weights of the final mark are never both nothing", "[school][rules]")
{
    const auto store = memoryStore();
    CHECK(refusal(*store, valueOf(rules::materialWeight, 0)).empty());
    CHECK(refusal(*store, valueOf(rules::finalWeight, 0)) == "weights");
    CHECK(refusal(*store, valueOf(rules::finalWeight, 0, QDate(2025, 1, 1))).empty()); // before it
}
