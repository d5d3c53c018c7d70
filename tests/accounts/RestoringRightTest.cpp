// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accounts/RestoringDesk.h"

using namespace edupro;
using namespace edupro::tests;

using Desk = RestoringDesk;

TEST_CASE("Only an administrator of the file restores over it", "[accounts][backup]")
{
    Desk desk;
    const std::vector<std::pair<const char*, Roles>> people{
        {"rina", Role::Principal}, {"tono", Role::Staff}, {"guru", Role::Teacher}};
    for (const auto& [login, roles] : people)
        desk.add(login, roles);
    desk.add("admin2", Role::Admin);
    const QString backup = desk.backUp();
    const bool there = GENERATE(true, false);
    if (!there) desk.removeSchool(true);
    for (const auto& [login, roles] : people) {
        INFO(login << (there ? ", file there" : ", file lost"));
        const auto refused = desk.restore(backup, login, {Desk::passwordOf(login)});
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().key == "access.denied");
        CHECK(QFileInfo::exists(desk.school.path) == there);
        CHECK_FALSE(QFileInfo::exists(desk.school.path + "-next"));
    }
    CHECK(
        desk.restore(backup, "dewi", {"salah-sama-sekali"}).error().key ==
        (there ? "key.wrong" : "backup.key"));
    const auto restored = desk.restore(backup, "admin2", {Desk::passwordOf("admin2")});
    if (!restored) FAIL(restored.error().key << ": " << restored.error().detail);
    CHECK(restored->keptFile.isEmpty() == !there);
    CHECK(desk.fateOf("admin2", Desk::passwordOf("admin2")) == "enters");
}

TEST_CASE("Nothing is restored when nobody is asked whether it may be", "[accounts][backup]")
{
    Desk desk;
    const QString backup = desk.backUp();
    const auto refused = desk.restore(
        backup, "dewi", {goodPassword}, [](auto& options) { options.people.permit = {}; });
    CHECK(refused.error().key == "access.denied");
    Opened opened = desk.enter();
    CHECK(storage::lineageOf(opened.store->connection())->all.size() == 1);
}

TEST_CASE("Whom a session has proven is asked about again at the restore", "[accounts][backup]")
{
    Desk desk;
    desk.add("tono", Role::Principal);
    const QString backup = desk.backUp();
    Opened opened = desk.enter();
    storage::RestoreOptions options{
        .currentKeys = opened.store->keys(),
        .now = opened.store->now() + hour,
        .entities = desk.computer.computer.store.entities};
    options.keys = [keys = opened.store->keys()](const QByteArray&) {
        return Result<storage::SchoolFile::Keys>(keys);
    };
    const QUuid dewi = opened.person->account().id.value;
    const QUuid tono = desk.user(opened, "tono").id.value;
    REQUIRE(signOut(opened).has_value());
    opened.store.reset();
    for (const QUuid& user : {tono, QUuid(), QUuid::createUuid()}) {
        options.people = hooksOf(user, "somebody");
        CHECK(
            storage::restoreBackup(backup, desk.school.path, options).error().key ==
            "access.denied");
    }
    options.people = hooksOf(dewi, "somebody");
    const auto restored = storage::restoreBackup(backup, desk.school.path, options);
    if (!restored) FAIL(restored.error().key << ": " << restored.error().detail);
    CHECK(restored->people == PeopleOf::Today);
}

TEST_CASE("Plain and encrypted do not replace each other unasked", "[accounts][backup]")
{
    Desk desk;
    const QString encrypted = desk.backUp();
    REQUIRE(decryptSchool(desk.enter(), secret(goodPassword), desk.computer.computer).has_value());
    desk.computer.pass(hour);
    const QString plain = desk.backUp();
    CHECK(desk.restore(encrypted, "dewi", {goodPassword}).error().key == "backup.encrypted");
    auto again = encryptSchool(desk.enter(), {}, secret(goodPassword), desk.computer.computer);
    REQUIRE(again.has_value());
    CHECK(desk.restore(plain, "dewi", {goodPassword}).error().key == "backup.plain");
    // The school is encrypted even while its file is lost.
    SECTION("lost")
    {
        desk.removeSchool(false);
        CHECK(desk.restore(plain, "dewi", {goodPassword}).error().key == "backup.plain");
    }
    SECTION("asked for")
    {
        const Restored restored = desk.mustRestore(
            plain, {goodPassword}, [](auto& options) { options.evenPlain = true; });
        CHECK(restored.people == PeopleOf::Backup);
        CHECK_FALSE(isEncrypted(desk.school.path));
        CHECK_FALSE(QFileInfo::exists(keyFileOf(desk.school.path)));
        CHECK(QFileInfo::exists(keyFileOf(restored.keptFile)));
        CHECK(desk.fateOf("dewi", goodPassword) == "enters");
        const Restored back = desk.mustRestore(encrypted, {goodPassword}, [](auto& options) {
            options.evenEncrypted = options.evenOtherLine = true;
        });
        CHECK(back.people == PeopleOf::Backup);
        CHECK(isEncrypted(desk.school.path));
        CHECK(desk.fateOf("dewi", goodPassword) == "enters");
    }
    SECTION("encrypted anew, with another key for sealed columns: that of the backup stays its own")
    {
        const Restored restored = desk.mustRestore(encrypted);
        CHECK(restored.people == PeopleOf::Backup);
        CHECK(desk.fateOf("dewi", goodPassword) == "enters");
    }
}

TEST_CASE("A backup of another school asks, and brings its own people", "[accounts][backup]")
{
    Desk desk;
    Desk other;
    const QString backup = other.backUp();
    CHECK(desk.restore(backup, "dewi", {goodPassword}).error().key == "backup.other_school");
    const QByteArray before = desk.bytes();
    CHECK(desk.fateOf("dewi", goodPassword) == "enters");
    const Restored restored = desk.mustRestore(
        backup, {goodPassword}, [](auto& options) { options.evenOtherSchool = true; });
    CHECK(restored.people == PeopleOf::Backup);
    Opened own = desk.enterAt(restored.keptFile, "dewi", goodPassword);
    Opened now = desk.enter();
    Opened theirs = other.enter();
    const auto fileOf = [](Opened& opened) {
        return storage::lineageOf(opened.store->connection())->identity.file;
    };
    CHECK(fileOf(own) != fileOf(now));
    CHECK(fileOf(theirs) == fileOf(now));
}
