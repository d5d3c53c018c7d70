// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/TermActions.h"

#include "core/school/SchoolActions.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::school;
using namespace edupro::tests;
using storage::Store;

namespace {

Term term(Store& store, const char* code)
{
    return ensureTerm(store, QString::fromLatin1(code)).value();
}

QString stateOf(Store& store, const TermId& id)
{
    return (*store.find<Term>(id))->record.state;
}

} // namespace

TEST_CASE("A term is locked and archived freely, and goes back with a reason", "[school][terms]")
{
    onEveryDialect([](Store& store) {
        const TermId id = term(store, "20251").id;
        REQUIRE(setTermState(store, id, QStringLiteral("locked"), {}).has_value());
        REQUIRE(setTermState(store, id, QStringLiteral("archived"), {}).has_value());
        CHECK(setTermState(store, id, QStringLiteral("locked"), {}).error().key == "term.reopen");
        CHECK(stateOf(store, id) == QStringLiteral("archived"));
        REQUIRE(setTermState(store, id, QStringLiteral("open"), QStringLiteral("rapor salah cetak"))
                    .has_value());
        CHECK(stateOf(store, id) == QStringLiteral("open"));
        CHECK(
            setTermState(store, TermId{store.newId()}, QStringLiteral("open"), {}).error().key ==
            "term.unknown");
        CHECK(
            setTermState(store, id, QStringLiteral("shut"), {}).error().issues.front().rule ==
            "choice");
    });
}

TEST_CASE(
    "The reason of a refused change of state is not taken for the next one", "[school][terms]")
{
    const auto store = memoryStore();
    const TermId id = term(*store, "20251").id;
    REQUIRE(setTermState(*store, id, QStringLiteral("locked"), {}).has_value());
    REQUIRE_FALSE(
        setTermState(*store, id, QStringLiteral("shut"), QStringLiteral("salah")).has_value());
    CHECK(setTermState(*store, id, QStringLiteral("open"), {}).error().key == "term.reopen");
}

TEST_CASE("A term lies in its school year and apart from the other one", "[school][terms]")
{
    onEveryDialect([](Store& store) {
        const Term first = term(store, "20251");
        Term second = term(store, "20252");
        second.startsOn = QDate(2025, 12, 31);
        const auto overlapping = saveTerm(store, second);
        REQUIRE_FALSE(overlapping.has_value());
        REQUIRE(overlapping.error().issues.size() == 1);
        CHECK(overlapping.error().issues[0].rule == "overlap");
        CHECK(overlapping.error().issues[0].field == "starts_on");
        CHECK(overlapping.error().issues[0].limit == "20251, 2025-07-01..2025-12-31");

        second.startsOn = QDate(2026, 1, 5);
        second.endsOn = QDate(2026, 7, 1);
        const auto outside = saveTerm(store, second);
        REQUIRE_FALSE(outside.has_value());
        CHECK(outside.error().issues[0].rule == "outside_year");
        CHECK(outside.error().issues[0].field == "ends_on");
        CHECK(outside.error().issues[0].limit == "2025-07-01..2026-06-30");

        second.endsOn = QDate(2026, 6, 20);
        CHECK(saveTerm(store, second).value() == storage::Saved::Updated);
        CHECK(stateOf(store, first.id) == QStringLiteral("open"));
    });
}

TEST_CASE("Facts of a closed term need a reason, those of an archived one stay", "[school][terms]")
{
    const QString reason = QStringLiteral("salah ketik");
    CHECK(mayChangeFacts(QStringLiteral("open"), false, {}).has_value());
    CHECK(mayChangeFacts(QStringLiteral("locked"), true, reason).has_value());
    CHECK_FALSE(mayChangeFacts(QStringLiteral("locked"), true, {}).has_value());
    CHECK_FALSE(mayChangeFacts(QStringLiteral("locked"), false, reason).has_value());
    CHECK_FALSE(mayChangeFacts(QStringLiteral("archived"), true, reason).has_value());
    const Error error = mayChangeFacts(QStringLiteral("locked"), false, reason).error();
    CHECK(error.key == "access.locked_term");
    CHECK(error.issues.front().rule == "locked");
}

TEST_CASE(
    "Whether a day's facts may be written follows the term that it lies in", "[school][terms]")
{
    const auto store = memoryStore();
    const Term closed = term(*store, "20251");
    (void)term(*store, "20252");
    REQUIRE(setTermState(*store, closed.id, QStringLiteral("locked"), {}).has_value());
    CHECK_FALSE(mayChangeFactsOn(*store, QDate(2025, 12, 31)).has_value());
    CHECK(mayChangeFactsOn(*store, QDate(2026, 1, 1)).has_value());
    CHECK(mayChangeFactsOn(*store, QDate(2030, 1, 1)).has_value()); // of no term
    store->setReason(QStringLiteral("salah ketik"));
    CHECK(mayChangeFactsOn(*store, QDate(2025, 12, 31)).has_value());
    CHECK_FALSE(mayChangeFacts(*store, Term{.state = QStringLiteral("archived")}).has_value());
}
