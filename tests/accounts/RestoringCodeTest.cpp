// SPDX-License-Identifier: GPL-3.0-or-later
// Restoring without a password: by the recovery code, or by guessing.
#include "core/security/KeyFile.h"
#include "tests/accounts/RestoringDesk.h"

using namespace edupro;
using namespace edupro::tests;

using Desk = RestoringDesk;

namespace {

/// A code opens the school, whose administrator has to choose a password then.
std::string fateOfCode(const Desk& desk, const QString& code)
{
    auto opened = signInWithRecoveryCode(
        desk.school.path, *security::RecoveryCode::parse(code), desk.computer.computer);
    if (!opened) return opened.error().key;
    REQUIRE(opened->mustChangePassword);
    REQUIRE(signOut(*opened).has_value());
    return "enters";
}

} // namespace

TEST_CASE("The recovery code restores what nobody has a password for", "[accounts][backup]")
{
    Desk desk;
    const QString backup = desk.backUp();
    desk.code = desk.school.recoveryCode;
    std::string people = "today";
    SECTION("a school that is lost with its keys")
    {
        desk.removeSchool(true);
        people = "backup";
    }
    SECTION("a lost school whose keys are there")
    {
        desk.removeSchool(false);
        people = "mixed";
    }
    SECTION("a damaged school")
    {
        writeFile(desk.school.path, desk.bytes().left(8192).replace(5000, 8, "whatever"));
        people = "mixed";
    }
    SECTION("a school that opens")
    {
    }
    const auto restored = desk.restore(backup, "dewi", {});
    if (!restored) FAIL(restored.error().key << ": " << restored.error().detail);
    CHECK(storage::peopleName(restored->people).toStdString() == people);
    CHECK(fateOfCode(desk, desk.code) == "enters");
    CHECK(desk.fateOf("dewi", goodPassword) == "enters");
}

TEST_CASE(
    "A recovery code of another day opens that day's backup and no more", "[accounts][backup]")
{
    Desk desk;
    const QString backup = desk.backUp();
    desk.rotate();
    desk.code = desk.school.recoveryCode;
    SECTION("who may restore is today's matter")
    {
        CHECK(desk.restore(backup, "dewi", {}).error().key == "password.none");
        CHECK(desk.restore(backup, "dewi", {"salah-sama-sekali"}).error().key == "key.wrong");
        const Restored restored = desk.mustRestore(backup, {goodPassword});
        CHECK(restored.people == PeopleOf::Today);
        CHECK(desk.openedBy == Restorer::OpenedBy::ItsDay);
        CHECK(fateOfCode(desk, desk.code) == "key.wrong");
        CHECK(desk.fateOf("dewi", goodPassword) == "enters");
    }
    SECTION("nor does it open another one")
    {
        desk.computer.pass(hour);
        const QString newer = desk.backUp();
        CHECK(desk.restore(newer, "dewi", {}).error().key == "password.none");
        desk.removeSchool(true);
        CHECK(desk.restore(newer, "dewi", {}).error().key == "backup.key");
    }
}

TEST_CASE("A recovery code that was replaced restores nothing", "[accounts][backup]")
{
    Desk desk;
    const QString backup = desk.backUp();
    desk.change([&desk](Opened& opened) {
        const auto fresh = renewRecoveryCode(*opened.store, desk.computer.computer.cost);
        return fresh ? done() : Done(fresh.error());
    });
    desk.code = desk.school.recoveryCode;
    CHECK(desk.restore(backup, "dewi", {}).error().key == "password.none");
    desk.removeSchool(false); // its key file is there, and has the file key of the backup
    CHECK(desk.restore(backup, "dewi", {}).error().key == "key.wrong");
}

TEST_CASE("Passwords are tried on a backup at the pace of sign-ins", "[accounts][backup]")
{
    Desk desk;
    desk.before = 0;
    const QString backup = desk.backUp();
    const bool isPlain = GENERATE(false, true);
    QString lost = backup;
    if (isPlain) {
        REQUIRE(decryptSchool(desk.enter(), secret(goodPassword), desk.computer.computer));
        desk.computer.pass(hour);
        lost = desk.backUp();
    }
    desk.removeSchool(!isPlain);
    for (int i = 0; i < 5; ++i)
        CHECK(
            desk.restore(lost, "dewi", {"salah-sama-sekali"}).error().key ==
            (isPlain ? "key.wrong" : "backup.key"));
    CHECK(desk.restore(lost, "dewi", {goodPassword}).error().key == "key.wait");
    desk.computer.pass(6'000);
    CHECK(desk.restore(lost, "dewi", {goodPassword}).has_value());
    // It may be the password of another day: it forgives nothing.
    CHECK(desk.fateOf("dewi", "salah-sama-sekali") == "key.wrong");
    CHECK(desk.fateOf("dewi", goodPassword) == "key.wait");
    desk.computer.pass(11'000);
    CHECK(desk.fateOf("dewi", goodPassword) == "enters");
}

TEST_CASE(
    "Guessing at the keys beside a lost school does not go round the wait", "[accounts][backup]")
{
    Desk desk;
    desk.before = 0;
    const QString backup = desk.backUp();
    desk.removeSchool(false);
    for (int i = 0;
         i < 5 && desk.restore(backup, "dewi", {"salah-sama-sekali"}).error().key != "key.wait";
         ++i)
        ;
    // With today's keys unread the backup's people would come back.
    CHECK(desk.restore(backup, "dewi", {goodPassword}).error().key == "key.wait");
    desk.computer.pass(hour);
    CHECK(desk.mustRestore(backup, {goodPassword}).people == PeopleOf::Mixed);
}
