// SPDX-License-Identifier: GPL-3.0-or-later
// People at a school file that is older than what was seen of it.
#include "core/accounts/OlderFile.h"

#include "core/accounts/UserActions.h"
#include "core/storage/audit/AuditLog.h"
#include "tests/support/Catch.h"
#include "tests/support/ProtectedSchool.h"

#include <QFile>
#include <QStandardPaths>

using namespace edupro;
using namespace edupro::accounts;
using namespace edupro::security;
using namespace edupro::tests;

namespace {

/// An encrypted school with an administrator and a teacher, whose file is older than its key file
/// knows.
struct OlderSchool {
    OlderSchool()
    {
        QStandardPaths::setTestModeEnabled(true);
        computer.computer.store.clock = computer.computer.clocks.wall;
        {
            auto admin = enter("dewi", goodPassword);
            auto invited = addUser(
                *admin.store,
                {.login = "guru1", .name = "Bu Guru", .roles = Role::Teacher},
                computer.computer.cost);
            REQUIRE(invited.has_value());
            oneTime = invited->password;
            REQUIRE(signOut(admin).has_value());
        }
        {
            auto teacher = enter("guru1", oneTime);
            REQUIRE(changeOwnPassword(
                        *teacher.store,
                        SecretBytes::ofPassword(oneTime),
                        SecretBytes::ofPassword(otherPassword),
                        computer.computer.cost)
                        .has_value());
            REQUIRE(signOut(teacher).has_value());
        }
        REQUIRE(QFile::copy(school.path, school.path + "-copy"));
        auto admin = enter("dewi", goodPassword);
        REQUIRE(signOut(admin).has_value());
        admin.store.reset();
        REQUIRE(QFile::remove(school.path));
        REQUIRE(QFile::copy(school.path + "-copy", school.path));
    }
    Opened enter(const char* login, const QString& password)
    {
        auto opened = signIn(
            school.path,
            QString::fromLatin1(login),
            SecretBytes::ofPassword(password),
            computer.computer);
        if (!opened) FAIL(opened.error().key << ": " << opened.error().detail);
        return std::move(opened).value();
    }

    TestComputer computer;
    ProtectedSchool school{computer};
    QString oneTime;
};

qint64 sessionsOf(storage::Store& store)
{
    return store.connection().scalar("SELECT COUNT(*) FROM main.sessions")->toLongLong();
}

QStringList newestActions(storage::Store& store, int count)
{
    QStringList actions;
    const auto page = storage::auditPage(store, {}, {}, count);
    REQUIRE(page.has_value());
    for (const storage::AuditRecord& record : *page)
        actions.prepend(record.action);
    return actions;
}

} // namespace

TEST_CASE("Everybody signs in to an older file and reads; the administrator decides", "[accounts]")
{
    OlderSchool older;
    {
        Opened teacher = older.enter("guru1", otherPassword);
        REQUIRE(teacher.store->whyReadOnly().has_value());
        CHECK(teacher.store->count(entityInfo<Term>()).has_value());
        CHECK(teacher.store->list<User>()->size() == 1); // rows are hidden as ever
        CHECK(acceptOlderFile(*teacher.store, "so be it").error().key == "access.denied");
        CHECK(enterAgain(teacher, SecretBytes::ofPassword(otherPassword), older.computer.computer)
                  .has_value());
        CHECK(signOut(teacher).has_value());
    }
    {
        Opened admin = older.enter("dewi", goodPassword);
        storage::Store& store = *admin.store;
        const qint64 sessions = sessionsOf(store);
        CHECK(newestActions(store, 1) == QStringList{"sign_out"}); // nobody's sign-in is in it
        CHECK(acceptOlderFile(store, "  ").error().key == "audit.reason");
        REQUIRE(store.whyReadOnly().has_value());
        older.computer.pass(60'000);
        REQUIRE(acceptOlderFile(store, " the disk was exchanged ").has_value());
        CHECK(sessionsOf(store) == sessions + 1); // the sign-in is written now
        CHECK(newestActions(store, 2) == QStringList{"sign_in", "accept_older_file"});
        const auto page = storage::auditPage(store, {.actions = {"accept_older_file", "sign_in"}});
        CHECK(page->at(0).reason == "the disk was exchanged");
        CHECK(page->at(0).at - page->at(1).at == 60'000); // with its own time
        CHECK(page->at(0).person == admin.person->user().toString(QUuid::WithoutBraces));
        REQUIRE(signOut(admin).has_value());
    }
    const Opened teacher = older.enter("guru1", otherPassword);
    CHECK_FALSE(teacher.store->whyReadOnly().has_value());
}

TEST_CASE("The recovery code is enough to decide about an older file", "[accounts]")
{
    OlderSchool older;
    const auto code = RecoveryCode::parse(older.school.recoveryCode);
    REQUIRE(code.has_value());
    auto opened = signInWithRecoveryCode(older.school.path, *code, older.computer.computer);
    REQUIRE(opened.has_value());
    REQUIRE(opened->store->whyReadOnly().has_value());
    CHECK_FALSE(opened->mustChangePassword); // it could not be kept yet
    REQUIRE(acceptOlderFile(*opened->store, "found the file on the old disk").has_value());
    CHECK_FALSE(opened->store->whyReadOnly().has_value());
    CHECK(opened->store->list<Term>().error().key == "access.password"); // from now on
}
