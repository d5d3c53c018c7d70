// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Entities.h"
#include "tests/accounts/SignInDesk.h"
#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::accounts;
using namespace edupro::security;
using namespace edupro::tests;
using Desk = SignInDesk;

TEST_CASE("A person signs in with the password and with nothing else", "[accounts]")
{
    Desk desk(GENERATE(false, true));
    {
        Opened first = desk.create();
        REQUIRE(signOut(first).has_value());
    }
    CHECK(isEncrypted(desk.path()) == desk.isEncrypted);
    CHECK(keyOf(openWithoutSignIn(desk.path(), desk.computer)) == "key.needed");
    CHECK(keyOf(desk.enter("admin", "tanjung-42-biruu")) == "key.wrong");
    CHECK(keyOf(desk.enter("nobody", adminPassword)) == "key.wrong");
    auto opened = desk.enter(" Admin ", adminPassword);
    REQUIRE(opened.has_value());
    CHECK(opened->person->login() == "admin");
    CHECK(opened->person->roles() == Roles(Role::Admin));
    CHECK_FALSE(opened->mustChangePassword);
    CHECK(eventsOf(*opened->store, "sign_in") == 2);
    CHECK(eventsOf(*opened->store, "sign_out") == 1);
    CHECK(eventsOf(*opened->store, "sign_in_failed") == 2); // of the admin, and of nobody
    CHECK(listOpenSessions(*opened->store)->size() == 1);
}

TEST_CASE("Guessing is slowed down and told at the next sign-in", "[accounts]")
{
    Desk desk(false);
    {
        Opened first = desk.create();
        REQUIRE(signOut(first).has_value());
    }
    for (int i = 0; i < 5; ++i)
        CHECK(keyOf(desk.enter("admin", "salah-salah-9")) == "key.wrong");
    CHECK(keyOf(desk.enter("admin", adminPassword)) == "key.wait");
    desk.pass(10'000);
    auto opened = desk.enter("admin", adminPassword);
    REQUIRE(opened.has_value());
    CHECK(eventsOf(*opened->store, "sign_in_failed") == 1);
}

TEST_CASE("A session ends by time, by suspend, and by being revoked", "[accounts]")
{
    Desk desk(false);
    Opened opened = desk.create();
    storage::Store& store = *opened.store;
    CHECK(store.list<User>().has_value());
    SECTION("after two hours, however long the computer slept")
    {
        desk.pass(119 * minute);
        CHECK(store.list<User>().has_value());
        CHECK(
            enterAgain(opened, password("salah-salah-9"), desk.computer).error().key ==
            "key.wrong");
        REQUIRE(enterAgain(opened, password(adminPassword), desk.computer).has_value());
        desk.pass(119 * minute);
        CHECK(store.list<User>().has_value());
        desk.pass(2 * minute);
    }
    SECTION("by the administrator")
    {
        const auto sessions = listOpenSessions(store);
        REQUIRE(sessions->size() == 1);
        REQUIRE(revokeSession(store, sessions->front().id).has_value());
    }
    SECTION("at sign-out")
    {
        REQUIRE(signOut(opened).has_value());
    }
    const auto refused = store.list<User>();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().key == "session.expired");
    User user{.login = "lain", .name = "Orang Lain", .roles = "staff"};
    CHECK(store.save(user).error().key == "session.expired");
}

TEST_CASE("An invited person chooses a password before all else", "[accounts]")
{
    Desk desk(GENERATE(false, true));
    QString oneTime;
    {
        Opened admin = desk.create();
        auto invited = addUser(
            *admin.store, {.login = "Guru1", .name = "Bu Guru", .roles = Role::Teacher}, cheapest);
        REQUIRE(invited.has_value());
        CHECK(invited->user.login == "guru1");
        oneTime = invited->password;
        CHECK(
            addUser(
                *admin.store, {.login = "guru1", .name = "Lain", .roles = Role::Staff}, cheapest)
                .error()
                .code == ErrorCode::Constraint);
        REQUIRE(signOut(admin).has_value());
    }
    {
        auto opened = desk.enter("guru1", oneTime);
        REQUIRE(opened.has_value());
        CHECK(opened->mustChangePassword);
        storage::Store& store = *opened->store;
        CHECK(store.list<Term>().error().key == "access.password");
        CHECK(
            changeOwnPassword(store, password(oneTime), password("guru1guru1"), cheapest)
                .error()
                .key == "password.weak");
        CHECK(
            changeOwnPassword(store, password("salah"), password("pohon-jati-77"), cheapest)
                .error()
                .key == "key.wrong");
        REQUIRE(changeOwnPassword(store, password(oneTime), password("pohon-jati-77"), cheapest)
                    .has_value());
        CHECK(store.list<Term>().has_value());
        REQUIRE(signOut(*opened).has_value());
    }
    CHECK(keyOf(desk.enter("guru1", oneTime)) == "key.wrong");
    auto again = desk.enter("guru1", "pohon-jati-77");
    REQUIRE(again.has_value());
    CHECK_FALSE(again->mustChangePassword);
    // A teacher's slot has no key of the sealed columns.
    if (desk.isEncrypted) CHECK(again->store->keys()->seal.isEmpty());
}

TEST_CASE("A one-time password is worth nothing after seven days", "[accounts]")
{
    Desk desk(GENERATE(false, true));
    QString oneTime;
    {
        Opened admin = desk.create();
        auto invited = addUser(
            *admin.store, {.login = "tata", .name = "Pak Tata", .roles = Role::Staff}, cheapest);
        REQUIRE(invited.has_value());
        oneTime = invited->password;
        REQUIRE(signOut(admin).has_value());
    }
    desk.pass(inviteLasts + 2000);
    CHECK(keyOf(desk.enter("tata", oneTime)) == "key.expired");
}

TEST_CASE("Who is disabled is out at once and cannot come back", "[accounts]")
{
    Desk desk(GENERATE(false, true));
    Opened admin = desk.create();
    storage::Store& store = *admin.store;
    const auto chief = userOf(store, "admin");
    CHECK(disableUser(store, *chief).error().key == "user.last_admin");
    CHECK(changeRoles(store, *chief, Role::Teacher, cheapest).error().key == "user.last_admin");
    auto second =
        addUser(store, {.login = "kepala", .name = "Bu Kepala", .roles = everyone}, cheapest);
    REQUIRE(second.has_value());
    REQUIRE(disableUser(store, second->user).has_value());
    CHECK(disableUser(store, *chief).error().key == "user.last_admin"); // the other one is out
    CHECK(eventsOf(store, "update") > 0);
    REQUIRE(signOut(admin).has_value());
    admin.store.reset();
    CHECK(keyOf(desk.enter("kepala", second->password)) == "key.wrong");
    auto back = desk.enter("admin", adminPassword);
    REQUIRE(back.has_value());
    const auto reset = resetPassword(*back->store, second->user, cheapest);
    REQUIRE(reset.has_value());
    REQUIRE(signOut(*back).has_value());
    back->store.reset();
    CHECK(desk.enter("kepala", reset->password).has_value());
}

TEST_CASE("Other roles end the sessions and change what the slot holds", "[accounts]")
{
    Desk desk(true);
    Opened admin = desk.create();
    auto staff = addUser(
        *admin.store, {.login = "tata", .name = "Pak Tata", .roles = Role::Staff}, cheapest);
    REQUIRE(staff.has_value());
    const auto fresh = changeRoles(*admin.store, staff->user, Role::Teacher, cheapest);
    REQUIRE(fresh.has_value());
    CHECK_FALSE(fresh->isEmpty()); // the old slot held the key of the sealed columns
    REQUIRE(signOut(admin).has_value());
    admin.store.reset();
    CHECK(keyOf(desk.enter("tata", staff->password)) == "key.wrong");
    auto teacher = desk.enter("tata", *fresh);
    REQUIRE(teacher.has_value());
    CHECK(teacher->store->keys()->seal.isEmpty());
}

TEST_CASE("The recovery code opens the school for a new password", "[accounts]")
{
    Desk desk(true);
    {
        Opened admin = desk.create();
        REQUIRE(signOut(admin).has_value());
    }
    const auto wrong = RecoveryCode::random();
    CHECK(keyOf(signInWithRecoveryCode(desk.path(), wrong, desk.computer)) == "key.wrong");
    auto opened =
        signInWithRecoveryCode(desk.path(), *RecoveryCode::parse(desk.code), desk.computer);
    REQUIRE(opened.has_value());
    CHECK(opened->mustChangePassword);
    storage::Store& store = *opened->store;
    CHECK(store.list<Term>().error().key == "access.password");
    REQUIRE(recoverPassword(store, password("bulan-sabit-31"), cheapest).has_value());
    CHECK(
        recoverPassword(store, password("bulan-sabit-32"), cheapest).error().key ==
        "access.denied");
    CHECK(eventsOf(store, "recover") == 1);
    REQUIRE(signOut(*opened).has_value());
    opened->store.reset();
    CHECK(keyOf(desk.enter("admin", adminPassword)) == "key.wrong");
    CHECK(desk.enter("admin", "bulan-sabit-31").has_value());
}

TEST_CASE("A session that a crash left open is found lost", "[accounts]")
{
    Desk desk(false);
    desk.create().store.reset(); // without signing out
    auto opened = desk.enter("admin", adminPassword);
    REQUIRE(opened.has_value());
    CHECK(listOpenSessions(*opened->store)->size() == 1);
    const auto all = opened->store->list<UserSession>();
    CHECK(std::count_if(all->begin(), all->end(), [](const UserSession& session) {
              return session.endedBy == QStringLiteral("lost");
          }) == 1);
}

TEST_CASE(
    "A plain file without people opens for everybody, and a password has no effect", "[accounts]")
{
    Desk desk(false);
    REQUIRE(school::createSchoolFile(desk.path(), {.name = "SMP Uji"}, desk.computer.store)
                .has_value());
    auto opened = openWithoutSignIn(desk.path(), desk.computer);
    REQUIRE(opened.has_value());
    CHECK(opened->person == nullptr);
    CHECK(opened->store->require(Action::Read, Object::Database).has_value());
}
