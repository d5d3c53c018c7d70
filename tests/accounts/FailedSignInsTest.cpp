// SPDX-License-Identifier: GPL-3.0-or-later
// What did not open a school, or not as it should.
#include "core/security/KeyFileFiles.h"
#include "core/storage/audit/AuditLog.h"
#include "tests/accounts/SignInDesk.h"
#include "tests/support/Catch.h"

#include <QFile>
#include <QJsonArray>

#include <map>

using namespace edupro;
using namespace edupro::accounts;
using namespace edupro::security;
using namespace edupro::tests;
using Desk = SignInDesk;

TEST_CASE("Who opens the school next finds everybody's failed sign-ins in the audit", "[accounts]")
{
    Desk desk(GENERATE(false, true));
    QUuid teacher;
    {
        Opened admin = desk.create();
        auto invited = addUser(
            *admin.store, {.login = "guru1", .name = "Bu Guru", .roles = Role::Teacher}, cheapest);
        REQUIRE(invited.has_value());
        teacher = invited->user.id.value;
        REQUIRE(signOut(admin).has_value());
    }
    for (int i = 0; i < 5; ++i)
        CHECK(keyOf(desk.enter("guru1", "salah-salah-9")) == "key.wrong");
    desk.pass(minute);
    const Instant last = desk.wall;
    for (const char* typed : {"tidak-ada", "tanjung-42-biru", "tanjung-42-biru"}) // a password
        CHECK(keyOf(desk.enter(typed, "salah-salah-9")) == "key.wrong");
    desk.pass(minute);
    for (int opening = 0; opening < 2; ++opening) { // told once
        auto opened = desk.enter("admin", adminPassword);
        REQUIRE(opened.has_value());
        const auto page = storage::auditPage(*opened->store, {.actions = {"sign_in_failed"}});
        REQUIRE(page.has_value());
        std::map<QUuid, qint64> counts;
        for (const storage::AuditRecord& record : *page) {
            counts[record.row] += record.changes.value("count").toArray().at(1).toInteger();
            CHECK(record.person.isEmpty());
            if (record.row.isNull()) CHECK(record.at == last);
        }
        CHECK(counts == std::map<QUuid, qint64>{{QUuid(), 3}, {teacher, 5}});
        const auto typed = opened->store->connection().scalar(
            "SELECT COUNT(*) FROM audit_event WHERE meta || coalesce(payload, '') LIKE '%tanjung%' "
            "OR meta || coalesce(payload, '') LIKE '%tidak-ada%'");
        CHECK(typed->toInt() == 0);
        REQUIRE(signOut(*opened).has_value());
    }
    // What is told is not forgiven.
    CHECK(keyOf(desk.enter("guru1", "salah-salah-9")) == "key.wrong");
    CHECK(keyOf(desk.enter("guru1", "salah-salah-9")) == "key.wait");
}

TEST_CASE("A lost or damaged key file is mended by the generation before, and said", "[accounts]")
{
    Desk desk(true);
    {
        Opened first = desk.create();
        REQUIRE(signOut(first).has_value());
    }
    const QString keys = keyFileOf(desk.path());
    {
        auto again = desk.enter("admin", adminPassword); // so that there is a generation before
        REQUIRE(again.has_value());
        CHECK(again->store->takeNotices().empty());
        REQUIRE(signOut(*again).has_value());
    }
    REQUIRE(QFile::exists(olderGenerationOf(keys)));
    if (GENERATE(false, true)) {
        REQUIRE(QFile::remove(keys));
    } else {
        QFile file(keys);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("{}");
    }
    {
        auto opened = desk.enter("admin", adminPassword);
        REQUIRE(opened.has_value());
        const auto notices = opened->store->takeNotices();
        REQUIRE(notices.size() == 1);
        CHECK(notices.front().key == "key.older_generation");
        CHECK(eventsOf(*opened->store, "change_keys") == 1);
        CHECK(KeyFile::load(keys).has_value());
        REQUIRE(signOut(*opened).has_value());
    }
    auto opened = desk.enter("admin", adminPassword);
    REQUIRE(opened.has_value());
    CHECK(opened->store->takeNotices().empty());
    CHECK(eventsOf(*opened->store, "change_keys") == 1);
}

TEST_CASE("A slot that the newest key file has taken away opens nothing", "[accounts]")
{
    // As after a crash between the two generations of a change of password.
    Desk desk(true);
    {
        Opened first = desk.create();
        REQUIRE(signOut(first).has_value());
    }
    const QString keys = keyFileOf(desk.path());
    REQUIRE(QFile::copy(keys, desk.folder.filePath("before")));
    {
        auto opened = desk.enter("admin", adminPassword);
        REQUIRE(opened.has_value());
        REQUIRE(changeOwnPassword(
                    *opened->store, password(adminPassword), password("pohon-jati-77"), cheapest)
                    .has_value());
        REQUIRE(signOut(*opened).has_value());
    }
    QFile::remove(olderGenerationOf(keys));
    REQUIRE(QFile::copy(desk.folder.filePath("before"), olderGenerationOf(keys)));
    CHECK(keyOf(desk.enter("admin", adminPassword)) == "key.wrong");
    CHECK(keyOf(desk.enter("admin", "pohon-jati-77")) == "opened");
}
