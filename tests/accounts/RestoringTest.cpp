// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/Restoring.h"

#include "core/storage/audit/AuditVerify.h"
#include "core/storage/changes/Lineage.h"
#include "tests/accounts/RestoringDesk.h"

using namespace edupro;
using namespace edupro::tests;

using Desk = RestoringDesk;

TEST_CASE("After a restore today's passwords open the school", "[accounts][backup]")
{
    Desk desk;
    const QString backup = desk.backUp();
    desk.change([&](Opened& opened) {
        return changeOwnPassword(
            *opened.store,
            secret(goodPassword),
            secret(otherPassword),
            desk.computer.computer.cost);
    });
    const auto old = desk.restore(backup, "dewi", {goodPassword});
    CHECK(old.error().key == "key.wrong");
    const Restored restored = desk.mustRestore(backup, {otherPassword});
    CHECK(restored.people == PeopleOf::Today);
    CHECK(desk.openedBy == Restorer::OpenedBy::Today);
    CHECK(desk.fateOf("dewi", goodPassword) == "key.wrong");
    CHECK(desk.fateOf("dewi", otherPassword) == "enters");
    // Also with the older generation of the key file.
    REQUIRE(QFile::remove(keyFileOf(desk.school.path)));
    CHECK(desk.fateOf("dewi", goodPassword) == "key.wrong");
    CHECK(desk.fateOf("dewi", otherPassword) == "enters");
}

TEST_CASE("A backup from before a new file key is restored under the new key", "[accounts][backup]")
{
    Desk desk;
    desk.add("tono", Role::Staff);
    const QString backup = desk.backUp();
    const auto oldKeys = [&] {
        Opened opened = desk.enter();
        return opened.store->keys();
    }();
    desk.rotate();
    const Restored restored = desk.mustRestore(backup, {goodPassword});
    CHECK(desk.openedBy == Restorer::OpenedBy::ItsDay);
    CHECK(restored.people == PeopleOf::Today);
    // The old password opens the backup only.
    CHECK(desk.fateOf("tono", Desk::passwordOf("tono")) == "key.wrong");
    CHECK(desk.fateOf("dewi", goodPassword) == "enters");
    CHECK_FALSE(storage::Connection::openSqlite(
                    desk.school.path, storage::Connection::Mode::ReadOnly, oldKeys.get())
                    .has_value());
    Opened opened = desk.enter();
    CHECK(opened.store->verifyFile().has_value());
    CHECK(storage::verifyAudit(opened.store->connection())->broken == std::nullopt);

    SECTION("with a password that was changed since too, the former one is asked for")
    {
        REQUIRE(changeOwnPassword(
                    *opened.store,
                    secret(goodPassword),
                    secret(otherPassword),
                    desk.computer.computer.cost)
                    .has_value());
        REQUIRE(signOut(opened).has_value());
        opened.store.reset();
        const auto even = [](auto& options) {
            options.evenOtherLine = true;
        };
        CHECK(desk.restore(backup, "dewi", {otherPassword}, even).error().key == "backup.key");
        CHECK(
            desk.restore(backup, "dewi", {otherPassword, "salah-lagi"}, even).error().key ==
            "backup.key");
        CHECK(
            desk.mustRestore(backup, {otherPassword, goodPassword}, even).people ==
            PeopleOf::Today);
        CHECK(desk.fateOf("dewi", otherPassword) == "enters");
    }
}

TEST_CASE("Who was disabled or lowered since stays so after a restore", "[accounts][backup]")
{
    Desk desk;
    const bool encrypted = GENERATE(true, false);
    INFO((encrypted ? "encrypted" : "plain"));
    if (!encrypted) {
        auto plain = decryptSchool(desk.enter(), secret(goodPassword), desk.computer.computer);
        REQUIRE(plain.has_value());
    }
    desk.add("tono", Role::Staff);
    desk.add("sari", Role::Admin);
    desk.add("budi", Role::Teacher);
    const QString backup = desk.backUp();
    desk.add("baru", Role::Admin);
    desk.change([&](Opened& opened) {
        if (Done off = disableUser(*opened.store, desk.user(opened, "tono")); !off) return off;
        const auto lowered = changeRoles(
            *opened.store, desk.user(opened, "sari"), Role::Principal, desk.computer.computer.cost);
        return lowered ? done() : Done(lowered.error());
    });
    const bool afterNewKey = encrypted && GENERATE(true, false);
    if (afterNewKey) desk.rotate();
    INFO((afterNewKey ? "new key" : "same key"));
    const Restored restored = desk.mustRestore(backup);
    CHECK(restored.people == PeopleOf::Today);
    CHECK(desk.fateOf("tono", Desk::passwordOf("tono")) == "key.wrong");
    Opened opened = desk.enter();
    CHECK(desk.user(opened, "tono").disabled);
    CHECK(desk.user(opened, "sari").roles == "principal");
    CHECK(desk.user(opened, "baru").roles == "admin");
    const auto report = storage::verifyAudit(opened.store->connection());
    REQUIRE(report.has_value());
    CHECK_FALSE(report->broken.has_value());
    REQUIRE(signOut(opened).has_value());
    opened.store.reset();
    if (afterNewKey) return;
    CHECK(desk.fateOf("budi", Desk::passwordOf("budi")) == "enters");
    CHECK(desk.fateOf("baru", Desk::passwordOf("baru")) == "enters");
}

TEST_CASE(
    "Where the school is damaged, its key file still says whose passwords count",
    "[accounts][backup]")
{
    Desk desk;
    desk.add("tono", Role::Staff);
    desk.add("sari", Role::Admin);
    const QString backup = desk.backUp();
    desk.change(
        [&](Opened& opened) { return disableUser(*opened.store, desk.user(opened, "sari")); });
    const bool afterNewKey = GENERATE(false, true);
    if (afterNewKey) desk.rotate();
    desk.removeSchool(false);
    if (!afterNewKey) { // a password that is valid no more opens no backup over its school
        CHECK(desk.restore(backup, "sari", {Desk::passwordOf("sari")}).error().key == "key.wrong");
    }
    const Restored restored = desk.mustRestore(backup);
    CHECK(restored.people == PeopleOf::Mixed);
    CHECK(desk.people == QStringList{"dewi admin", "sari admin", "tono staff"});
    CHECK(desk.fateOf("sari", Desk::passwordOf("sari")) == "key.wrong");
    CHECK(desk.fateOf("dewi", goodPassword) == "enters");
}

TEST_CASE(
    "Where nothing is left, the backup's people come back and are named", "[accounts][backup]")
{
    Desk desk;
    desk.add("tono", Role::Staff);
    const QString backup = desk.backUp();
    desk.change(
        [&](Opened& opened) { return disableUser(*opened.store, desk.user(opened, "tono")); });
    desk.removeSchool(true);
    const Restored restored = desk.mustRestore(backup);
    CHECK(restored.people == PeopleOf::Backup);
    CHECK(desk.openedBy == Restorer::OpenedBy::ItsDay);
    CHECK(desk.people == QStringList{"dewi admin", "tono staff"});
    CHECK(desk.fateOf("tono", Desk::passwordOf("tono")) == "enters");
}

TEST_CASE("A restored school is one line further, not an older copy", "[accounts][backup]")
{
    Desk desk;
    const QString backup = desk.backUp();
    desk.add("tono", Role::Staff);
    desk.mustRestore(backup);
    for (int opening = 0; opening < 2; ++opening) {
        Opened opened = desk.enter();
        storage::Connection& connection = opened.store->connection();
        CHECK_FALSE(opened.store->whyReadOnly().has_value());
        CHECK(storage::lineageOf(connection)->all.size() == 2);
        const auto by = connection.scalar(
            QStringLiteral("SELECT json_extract(meta, '$.by') FROM audit_event WHERE "
                           "json_extract(meta, '$.act') = 'restore_file'"));
        CHECK(by->toString() == opened.person->account().id.text());
        CHECK(
            connection.scalar(QStringLiteral("SELECT cause FROM lineage WHERE parent IS NOT NULL"))
                ->toString() == "restore");
        REQUIRE(signOut(opened).has_value());
    }
}
