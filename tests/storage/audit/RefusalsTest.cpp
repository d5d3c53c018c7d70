// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/audit/Refusals.h"

#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::storage;

namespace {

constexpr Instant second = 1000;

Refusal update(const char* object)
{
    return {.action = QStringLiteral("update"), .object = QString::fromLatin1(object)};
}

int countOf(const AuditNote& note)
{
    return note.details.value(QLatin1String("count")).toInt();
}

} // namespace

TEST_CASE(
    "A refusal is an event at once, its repeats within a minute are one more", "[storage][audit]")
{
    Refusals refusals;
    refusals.add(update("marks"), 0);
    const auto first = refusals.take(0);
    REQUIRE(first.size() == 1);
    CHECK(first[0].action == AuditAction::Refused);
    CHECK(first[0].details.value("object") == "marks");
    CHECK(first[0].at == 0);
    for (int i = 1; i <= 5000; ++i)
        refusals.add(update("marks"), i * 10);
    CHECK(refusals.take(59 * second).empty());
    const auto repeats = refusals.take(60 * second);
    REQUIRE(repeats.size() == 1);
    CHECK(countOf(repeats[0]) == 5000);
    CHECK(repeats[0].at == 50 * second);
    CHECK(refusals.take(61 * second).empty());
}

TEST_CASE("What is refused again after a minute is an event of its own", "[storage][audit]")
{
    Refusals refusals;
    refusals.add(update("marks"), 0);
    refusals.add(update("marks"), 30 * second);
    refusals.add(update("marks"), 70 * second);
    const auto notes = refusals.take(70 * second);
    REQUIRE(notes.size() == 3);
    CHECK(countOf(notes[0]) == 0);
    CHECK(countOf(notes[1]) == 1);
    CHECK(notes[1].at == 30 * second);
    CHECK(countOf(notes[2]) == 0);
    CHECK(notes[2].at == 70 * second);
    refusals.add(update("marks"), 10 * second); // the clock was set back
    CHECK(refusals.take(10 * second).size() == 1);
}

TEST_CASE(
    "Different actions do not hide each other, and none is left at the end", "[storage][audit]")
{
    Refusals refusals;
    refusals.add(update("marks"), 0);
    refusals.add(update("students"), 1);
    refusals.add({.action = QStringLiteral("read"), .object = QStringLiteral("marks")}, 2);
    refusals.add(update("marks"), 3);
    CHECK(refusals.take(4).size() == 3);
    const auto rest = refusals.takeAll();
    REQUIRE(rest.size() == 1);
    CHECK(countOf(rest[0]) == 1);
    CHECK(refusals.takeAll().empty());
}
