// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may not do and tries all the same is in the audit.
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/audit/AuditVerify.h"
#include "core/storage/Store.h"
#include "tests/accounts/TwoClasses.h"
#include "tests/support/Catch.h"

#include <QJsonArray>

using namespace edupro;
using namespace edupro::security;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

struct Refused {
    QString action;
    QString object;
    QUuid row;
    int count = 1;

    friend bool operator==(const Refused&, const Refused&) = default;
};

/// Oldest first, read by nobody in particular.
std::vector<Refused> refusedIn(TwoClasses& school)
{
    std::vector<Refused> all;
    const Done read = school.store->connection().read(
        "SELECT n, meta, payload FROM audit_event ORDER BY n", {}, [&all](const QSqlQuery& row) {
            const AuditRecord record = auditRecordOf(
                row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toString(), false);
            if (record.action != "refused") return true;
            const auto detail = [&record](const char* name) {
                return record.changes.value(QLatin1String(name)).toArray().at(1);
            };
            all.push_back(
                {detail("action").toString(),
                 detail("object").toString(),
                 record.row,
                 detail("count").toInt(1)});
            return true;
        });
    REQUIRE(read.has_value());
    return all;
}

} // namespace

TEST_CASE("Refused reads, writes and actions are events, once a minute", "[accounts]")
{
    TwoClasses school;
    school.signIn(Role::Teacher);
    Store& store = *school.store;
    Student foreign = school.students[Side::Other][0];
    foreign.name = QStringLiteral("Siswa Lain");
    for (int i = 0; i < 1000; ++i)
        CHECK(store.save(foreign).error().key == "access.denied");
    CHECK(store.list<GuardianIncome>().error().key == "access.denied");
    CHECK(store.require(Action::Update, Object::Users).error().key == "access.denied");
    CHECK(store.remove(entityInfo<Student>(), foreign.id.value).error().key == "access.denied");
    CHECK(
        refusedIn(school) == std::vector<Refused>{
                                 {"update", "students", foreign.id.value},
                                 {"read", "guardian_incomes", {}},
                                 {"update", "users", {}}});
}

TEST_CASE("A refusal outlives the transaction that it ended", "[accounts]")
{
    TwoClasses school;
    school.signIn(Role::Teacher);
    Student foreign = school.students[Side::Other][0];
    foreign.name = QStringLiteral("Siswa Lain");
    const bool commits = GENERATE(false, true);
    {
        auto transaction = Transaction::begin(*school.store);
        REQUIRE(transaction.has_value());
        CHECK(school.store->save(foreign).error().key == "access.denied");
        CHECK(refusedIn(school).empty());
        if (commits) REQUIRE(transaction->commit().has_value());
    }
    CHECK(refusedIn(school) == std::vector<Refused>{{"update", "students", foreign.id.value}});
    CHECK_FALSE(verifyAudit(school.store->connection())->broken.has_value());
}

TEST_CASE("What is only closed, or wants a reason, is no trespass", "[accounts]")
{
    TwoClasses school;
    school.signIn(Role::Admin);
    FinalMark mark{
        .student = school.students[Side::Own][3].id,
        .subject = school.subjects[Side::Own].id,
        .term = school.lockedTerm.id,
        .mark = 75.0};
    CHECK(school.store->save(mark).error().key == "access.locked_term");
    CHECK(refusedIn(school).empty());
}
