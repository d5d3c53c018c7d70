// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Drafts.h"

#include "tests/accounts/TwoClasses.h"
#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::accounts;
using namespace edupro::storage;
using namespace edupro::tests;

TEST_CASE("A draft comes back to the person who wrote it, and to nobody else", "[accounts]")
{
    TwoClasses school;
    const QUuid own = school.users[Side::Own].id.value;
    const QUuid other = school.users[Side::Other].id.value;
    REQUIRE(keepDrafts(
                *school.store,
                own,
                {{.page = "students", .title = "Ani", .content = {{"name", "Ani"}}}})
                .has_value());
    REQUIRE(keepDrafts(*school.store, other, {{.page = "students", .title = "Budi"}}).has_value());
    CHECK(ownDrafts(*school.store)->empty()); // nobody has signed in

    school.signIn(security::Role::Teacher);
    const auto drafts = ownDrafts(*school.store);
    REQUIRE(drafts.has_value());
    REQUIRE(drafts->size() == 1);
    CHECK((*drafts)[0].title == "Ani");
    CHECK((*drafts)[0].content["name"].toString() == "Ani");

    REQUIRE(dropDraft(*school.store, (*drafts)[0].id).has_value());
    CHECK(ownDrafts(*school.store)->empty());
    CHECK(dropDraft(*school.store, (*drafts)[0].id).has_value()); // fine twice
}

TEST_CASE("A draft is neither audited nor versioned", "[accounts]")
{
    TwoClasses school;
    const auto events = [&] {
        return school.store->connection()
            .scalar(QStringLiteral("SELECT count(*) FROM audit_event"))
            ->toLongLong();
    };
    const qint64 before = events();
    REQUIRE(keepDrafts(*school.store, school.users[Side::Own].id.value, {{.page = "students"}})
                .has_value());
    CHECK(events() == before);
}
