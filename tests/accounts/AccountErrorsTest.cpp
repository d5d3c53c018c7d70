// SPDX-License-Identifier: GPL-3.0-or-later
// What actions on accounts and keys answer when they do not fit the school.
#include "core/accounts/KeyActions.h"
#include "core/accounts/TeachingActions.h"
#include "core/accounts/UserActions.h"
#include "tests/support/FileBytes.h"
#include "tests/support/ProtectedSchool.h"
#include "tests/support/Stores.h"

#include <QFile>

using namespace edupro;
using namespace edupro::accounts;
using namespace edupro::tests;
using security::SecretBytes;

namespace {

template<class T>
std::string keyOf(const Result<T>& answer)
{
    return answer ? "done" : answer.error().key;
}

SecretBytes secret(const QString& text)
{
    return SecretBytes::ofPassword(text);
}

Opened entered(const QString& path, const Computer& computer)
{
    auto opened = signIn(path, "dewi", secret(goodPassword), computer);
    if (!opened) FAIL(opened.error().key);
    return std::move(opened).value();
}

} // namespace

TEST_CASE("What a plain file without people cannot do is refused by name", "[accounts]")
{
    TestComputer desk;
    const QString path = desk.folder.filePath("plain.edupro");
    REQUIRE(
        school::createSchoolFile(path, {.name = "SMP Contoh"}, desk.computer.store).has_value());
    const auto open = [&] {
        auto opened = openWithoutSignIn(path, desk.computer);
        REQUIRE(opened.has_value());
        return std::move(opened).value();
    };
    CHECK(keyOf(changeFileKey(open(), secret(goodPassword), desk.computer)) == "key.plain");
    CHECK(keyOf(decryptSchool(open(), secret(goodPassword), desk.computer)) == "key.plain");
    Opened opened = open();
    CHECK(keyOf(renewRecoveryCode(*opened.store)) == "key.plain");
    const auto change = changeOwnPassword(
        *opened.store, secret(goodPassword), secret(otherPassword), desk.computer.cost);
    CHECK(keyOf(change) == "session.none");
}

TEST_CASE("People, classes and sessions that are not there are called so", "[accounts]")
{
    TestComputer desk;
    const ProtectedSchool made(desk);
    const Opened opened = entered(made.path, desk.computer);
    storage::Store& store = *opened.store;
    CHECK(keyOf(userOf(store, "orang.lain")) == "user.unknown");
    CHECK(keyOf(revokeSession(store, UserSessionId{QUuid::createUuid()})) == "session.none");
    const User dewi = userOf(store, "DEWI ").value(); // as people type it
    CHECK(dewi.login == "dewi");
    CHECK(keyOf(assignHomeroom(store, dewi, "9Z")) == "class.unknown");
    CHECK(
        keyOf(assignTeaching(store, dewi, {.className = "9Z", .subject = "Sihir", .term = {}})) ==
        "class.unknown");
    const auto second =
        addFirstAdministrator(store, {.login = "budi", .name = "Budi"}, secret(otherPassword));
    CHECK(keyOf(second) == "user.exists");
    CHECK(listUsers(store)->size() == 1);
}

TEST_CASE("A subject that the school does not have is called so", "[accounts]")
{
    TestComputer desk;
    const ProtectedSchool made(desk);
    const Opened opened = entered(made.path, desk.computer);
    storage::Store& store = *opened.store;
    ClassGroup group;
    group.name = "7A";
    group.gradeLevel = 7;
    group.academicYear = store.list<AcademicYear>()->front().id;
    REQUIRE(store.save(group).has_value());
    const User dewi = userOf(store, "dewi").value();
    CHECK(
        keyOf(assignTeaching(store, dewi, {.className = "7A", .subject = "Sihir", .term = {}})) ==
        "subject.unknown");
}

TEST_CASE("A key file without its school is not written over", "[accounts]")
{
    TestComputer desk;
    const ProtectedSchool made(desk);
    REQUIRE(QFile::remove(made.path));
    const QString keys = security::keyFileOf(made.path);
    const QByteArray before = bytesOf(keys);
    const auto make = [&](const storage::StoreOptions& options) {
        return school::createSchoolFile(made.path, {.name = "SMP Lain"}, options);
    };
    const auto again =
        createProtectedSchool(made.path, make, {}, secret(otherPassword), desk.computer);
    CHECK(keyOf(again) == "key.exists");
    CHECK(bytesOf(keys) == before);
    CHECK_FALSE(QFile::exists(made.path));
}
