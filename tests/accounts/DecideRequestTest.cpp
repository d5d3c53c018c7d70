// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/PrivacyActions.h"
#include "core/privacy/Retention.h"
#include "tests/accounts/TwoClasses.h"
#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::privacy;
using namespace edupro::tests;

namespace {

PrivacyRequestId openRequest(TwoClasses& school, const char* kind)
{
    const auto request = receiveRequest(
        *school.store,
        {.student = school.students[Side::Own][0].id, .kind = kind, .requester = "Ibu Ani"});
    REQUIRE(request.has_value());
    return request->id;
}

} // namespace

TEST_CASE("A principal decides requests and changes nothing else of them", "[accounts][privacy]")
{
    TwoClasses school;
    const PrivacyRequestId access = openRequest(school, "access");
    const PrivacyRequestId objection = openRequest(school, "objection");
    school.signIn(security::Role::Principal);
    auto request = (*school.store->find<PrivacyRequest>(access))->record;
    request.requester = "Somebody else";
    CHECK(school.store->save(request).error().key == "access.denied");

    const auto decided = decideRequest(*school.store, access, "done", "Given to the mother.");
    REQUIRE(decided.has_value());
    CHECK(decided->state == u"done");
    // Granting it changes consents and predictions, which are an administrator's.
    CHECK(decideRequest(*school.store, objection, "done", "x").error().key == "access.denied");
    CHECK((*school.store->find<PrivacyRequest>(objection))->record.state == u"open");
    CHECK(decideRequest(*school.store, objection, "refused", "Not needed.").has_value());

    school.signOut();
    school.signIn(security::Role::Staff);
    CHECK(listRequests(*school.store, false).error().key == "access.denied");
    CHECK(overdueData(*school.store).error().key == "access.denied");
}
