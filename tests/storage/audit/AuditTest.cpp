// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Entities.h"
#include "core/storage/audit/AuditErasure.h"
#include "core/storage/audit/AuditLog.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/audit/AuditVerify.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <QJsonArray>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

qint64 eventsOf(Store& store)
{
    return store.connection().scalar("SELECT COUNT(*) FROM audit_event")->toLongLong();
}

QString newestMeta(Store& store)
{
    return store.connection()
        .scalar("SELECT meta FROM audit_event ORDER BY n DESC LIMIT 1")
        ->toString();
}

QString newestPayload(Store& store)
{
    return store.connection()
        .scalar("SELECT payload FROM audit_event ORDER BY n DESC LIMIT 1")
        ->toString();
}

void checkHolds(Store& store)
{
    const auto report = verifyAudit(store.connection());
    REQUIRE(report.has_value());
    if (report->broken) {
        INFO("event " << report->broken->n);
        FAIL_CHECK(faultName(report->broken->fault));
    }
}

} // namespace

TEST_CASE("An event says who did what to which columns, and never the values", "[storage][audit]")
{
    const auto store = memoryStore();
    Student student = aStudent().named("Budi \"B\" \n Contoh");
    REQUIRE(store->save(student).has_value());
    const QString id = student.id.text();
    CHECK(
        newestMeta(*store) ==
        QStringLiteral(R"({"act":"insert","by":"tester","cols":["*"],"dev":"test-pc","i":"%1",)"
                       R"("t":"students","v":1,"w":1772438400000})")
            .arg(id));
    CHECK(newestPayload(*store).startsWith(R"({"nis":[null,"10001"],"name":[null,"Budi \"B\" \n)"));

    student.name = QStringLiteral("Budi");
    student.birthDate = QDate(2012, 1, 2);
    REQUIRE(store->save(student).has_value());
    CHECK(
        newestMeta(*store) ==
        QStringLiteral(R"({"act":"update","by":"tester","cols":["name","birth_date"],)"
                       R"("dev":"test-pc","i":"%1","t":"students","v":1,"w":1772438400000})")
            .arg(id));
    CHECK(
        newestPayload(*store) ==
        QStringLiteral(
            R"({"name":["Budi \"B\" \n Contoh","Budi"],"birth_date":[null,"2012-01-02"]})"));

    REQUIRE(store->remove(entityInfo<Student>(), student.id.value).has_value());
    CHECK(newestMeta(*store).startsWith(R"({"act":"delete",)"));
    CHECK(newestPayload(*store) == QStringLiteral(R"({"deleted":[false,true]})"));
    REQUIRE(store->restore(entityInfo<Student>(), student.id.value).has_value());
    CHECK(newestMeta(*store).startsWith(R"({"act":"restore",)"));
    checkHolds(*store);
}

TEST_CASE("An event is stored with its change or not at all", "[storage][audit]")
{
    const auto store = memoryStore();
    const qint64 before = eventsOf(*store);
    {
        auto transaction = Transaction::begin(*store);
        Student student = aStudent();
        REQUIRE(store->save(student).has_value());
        REQUIRE(store->note({.action = AuditAction::Export}).has_value());
        CHECK(eventsOf(*store) == before + 2);
    } // rolled back
    CHECK(eventsOf(*store) == before);
    Student student = aStudent().withNis("10002");
    REQUIRE(store->save(student).has_value());
    CHECK(eventsOf(*store) == before + 1);
    Student twin = aStudent().withNis("10002");
    CHECK_FALSE(store->save(twin).has_value());
    CHECK(eventsOf(*store) == before + 1);
    checkHolds(*store);
}

TEST_CASE("What is no change of a row is noted too and read back", "[storage][audit]")
{
    onEveryDialect([](Store& store) {
        const QUuid row = QUuid::createUuid();
        REQUIRE(store
                    .note(
                        {.action = AuditAction::SignInFailed,
                         .reason = QStringLiteral("3 times"),
                         .at = testNow - 5000,
                         .by = QStringLiteral("somebody")})
                    .has_value());
        REQUIRE(store
                    .note(
                        {.action = AuditAction::ReadMasked,
                         .table = QStringLiteral("students"),
                         .row = row,
                         .details = {{"nik", "shown"}}})
                    .has_value());
        const auto page = auditPage(store, {});
        REQUIRE(page.has_value());
        REQUIRE(page->size() >= 2);
        const AuditRecord& read = (*page)[0];
        CHECK(read.action == QStringLiteral("read_masked"));
        CHECK(read.person == QStringLiteral("tester"));
        CHECK(read.table == QStringLiteral("students"));
        CHECK(read.row == row);
        CHECK(read.changes == QJsonObject{{"nik", QJsonArray{QJsonValue::Null, "shown"}}});
        const AuditRecord& failed = (*page)[1];
        CHECK(failed.action == QStringLiteral("sign_in_failed"));
        CHECK(failed.person == QStringLiteral("somebody"));
        CHECK(failed.at == testNow - 5000);
        CHECK(failed.reason == QStringLiteral("3 times"));
        CHECK(store.history(row)->empty()); // somebody looked; nothing happened to the row
    });
}

TEST_CASE("The log is filtered and read page by page, newest first", "[storage][audit]")
{
    onEveryDialect([](Store& store) {
        Student student = aStudent();
        REQUIRE(store.save(student).has_value());
        for (int i = 0; i < 25; ++i) {
            if (i == 10) store.actAs(QStringLiteral("other"));
            student.name = QStringLiteral("Siswa %1").arg(i);
            REQUIRE(store.save(student).has_value());
        }
        School school{.name = QStringLiteral("SD Contoh")};
        REQUIRE(store.save(school).has_value());

        AuditFilter filter{.row = student.id.value};
        CHECK(auditCount(store, filter).value() == 26);
        std::vector<qint64> seen;
        std::optional<qint64> below;
        for (;;) {
            const auto page = auditPage(store, filter, below, 10);
            REQUIRE(page.has_value());
            if (page->empty()) break;
            for (const AuditRecord& record : *page) {
                CHECK((seen.empty() || record.n < seen.back()));
                seen.push_back(record.n);
            }
            below = page->back().n;
        }
        CHECK(seen.size() == 26);

        filter.person = QStringLiteral("other");
        CHECK(auditCount(store, filter).value() == 15);
        filter.actions = {codeOf(AuditAction::Insert), codeOf(AuditAction::Delete)};
        CHECK(auditCount(store, filter).value() == 0);
        CHECK(auditCount(store, {.table = QStringLiteral("schools")}).value() == 1);
        CHECK(auditCount(store, {.from = testNow + 1}).value() == 0);
        CHECK(
            auditCount(store, {.from = testNow, .until = testNow + 1}).value() ==
            auditCount(store, {}).value());
        CHECK(auditCount(store, {.until = testNow}).value() == 0);
    });
}

TEST_CASE("Events can be neither changed nor removed, not even by this program", "[storage][audit]")
{
    const auto store = memoryStore();
    Student student = aStudent();
    REQUIRE(store->save(student).has_value());
    Connection& connection = store->connection();
    for (const char* sql :
         {"DELETE FROM audit_event",
          "UPDATE audit_event SET meta = '{}'",
          "UPDATE audit_event SET payload = NULL",
          "UPDATE audit_event SET n = n + 1000",
          "UPDATE audit_event SET payload = NULL, proof = edu_blank(proof)",
          "INSERT OR REPLACE INTO audit_event SELECT n, '{}', payload, proof FROM audit_event"}) {
        CAPTURE(sql);
        CHECK_FALSE(connection.execute(QString::fromLatin1(sql)).has_value());
    }
    const InMode erasing(*connection.changes(), ChangeMode::Erasure);
    for (const char* sql :
         {"DELETE FROM audit_event",
          "UPDATE audit_event SET meta = '{}'",
          "UPDATE audit_event SET payload = NULL",
          "UPDATE audit_event SET payload = '{}', proof = edu_blank(proof)",
          "UPDATE audit_event SET payload = NULL, proof = zeroblob(80)",
          "UPDATE audit_event SET n = n + 1000, payload = NULL, proof = edu_blank(proof)"}) {
        CAPTURE(sql);
        CHECK_FALSE(connection.execute(QString::fromLatin1(sql)).has_value());
    }
    checkHolds(*store);
}

TEST_CASE(
    "An erasure takes the values out of the log and the chain still holds", "[storage][audit]")
{
    const auto store = memoryStore();
    Student student = aStudent().named("Namanya Rahasia");
    REQUIRE(store->save(student).has_value());
    Student other = aStudent().withNis("10002").named("Tetap Ada");
    REQUIRE(store->save(other).has_value());
    const auto& table = entityInfo<Student>().table;
    CHECK(
        eraseHistory(*store, table, student.id.value, QStringLiteral("x")).error().key ==
        "store.no_transaction");
    {
        auto transaction = Transaction::begin(*store);
        student.name = QStringLiteral("Siswa dihapus");
        REQUIRE(store->save(student).has_value());
        CHECK(
            eraseHistory(*store, table, student.id.value, QStringLiteral("asked for")).value() ==
            2);
        REQUIRE(transaction->commit().has_value());
    }
    const auto left = store->connection().scalar(
        "SELECT COUNT(*) FROM audit_event WHERE payload LIKE '%Rahasia%' OR meta LIKE '%Rahasia%'");
    CHECK(left->toInt() == 0);
    const auto report = verifyAudit(store->connection());
    REQUIRE(report.has_value());
    CHECK_FALSE(report->broken.has_value());
    CHECK(report->erased == 2);
    const auto history = store->history(student.id.value);
    REQUIRE(history->size() == 3);
    CHECK((*history)[0].after.isEmpty());
    CHECK((*history)[2].action == QStringLiteral("erase"));
    CHECK(store->history(other.id.value)->at(0).after.value("name") == "Tetap Ada");
    const auto page = auditPage(*store, {.row = student.id.value});
    CHECK(page->back().erased);
}

TEST_CASE("A printed code is found in the chain, and only there", "[storage][audit]")
{
    const auto store = memoryStore();
    Student student = aStudent();
    REQUIRE(store->save(student).has_value());
    const AuditHead head = auditHead(store->connection()).value();
    const QString code = shortCode(head);
    CHECK(code.startsWith(QString::number(head.n) + u'-'));
    CHECK(shortCode({1042, QByteArray::fromHex("00443214c74254b635cf")}) == "1042-0123-4567-89AB");
    student.name = QStringLiteral("Lain");
    REQUIRE(store->save(student).has_value());
    CHECK(holdsShortCode(store->connection(), code).value());
    CHECK(holdsShortCode(store->connection(), u' ' + code.toLower()).value());
    QString wrong = code;
    wrong.back() = wrong.back() == u'0' ? u'1' : u'0';
    CHECK_FALSE(holdsShortCode(store->connection(), wrong).value());
    CHECK_FALSE(holdsShortCode(store->connection(), "99999999-0000-0000-0000").value());
    CHECK(holdsShortCode(store->connection(), "12-34").error().key == "audit.code");
}
