// SPDX-License-Identifier: GPL-3.0-or-later
// People at a school file on a full disk.
#include "core/storage/audit/AuditLog.h"
#include "tests/support/Catch.h"
#include "tests/support/ProtectedSchool.h"
#include "tests/support/SmallDisk.h"

using namespace edupro;
using namespace edupro::accounts;
using namespace edupro::tests;

TEST_CASE(
    "A person signs in on a full disk, and the sign-in is written once there is room", "[accounts]")
{
    SmallDisk disk;
    if (!disk.isThere()) return saySkipped("a real small disk", "it cannot be mounted here");
    TestComputer computer;
    computer.computer.store.clock = computer.computer.clocks.wall;
    const ProtectedSchool school(computer);
    const QString path = disk.path("a.edupro");
    for (const char* suffix : {"", "-keys"})
        REQUIRE(QFile::copy(school.path + suffix, path + suffix));
    disk.fill();
    const auto enter = [&] {
        return signIn(
            path, "dewi", security::SecretBytes::ofPassword(goodPassword), computer.computer);
    };
    auto opened = enter();
    if (!opened) FAIL(opened.error().key << ": " << opened.error().detail);
    storage::Store& store = *opened->store;
    const auto sessions = [&store] {
        return store.connection().scalar("SELECT COUNT(*) FROM sessions")->toInt();
    };
    CHECK(store.takeNotices().size() == 1);
    CHECK(store.list<Term>().has_value());
    CHECK(sessions() == 1); // of the school's first day
    CHECK(enterAgain(*opened, security::SecretBytes::ofPassword(goodPassword), computer.computer)
              .has_value());
    Subject subject{.name = "Matematika"};
    CHECK(store.save(subject).error().key == "store.full");

    const Instant signedIn = *computer.time;
    computer.pass(60'000);
    disk.empty();
    REQUIRE(store.save(subject).has_value());
    CHECK(sessions() == 2);
    const auto page = storage::auditPage(store, {.actions = {"sign_in", "unlock"}});
    REQUIRE(page.has_value());
    REQUIRE(page->size() >= 2);
    CHECK(page->at(0).action == "unlock");
    CHECK(page->at(1).action == "sign_in");
    CHECK(page->at(1).at == signedIn);
    REQUIRE(signOut(*opened).has_value());
    CHECK(
        store.connection()
            .scalar("SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL")
            ->toInt() == 0);
}
