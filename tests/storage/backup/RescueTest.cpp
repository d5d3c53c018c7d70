// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Rescue.h"

#include "tests/storage/backup/DamagedSchool.h"
#include "tests/support/Memory.h"

#include <QFileInfo>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

TEST_CASE(
    "What can be read of a damaged school is rescued, and what is lost is named",
    "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    const QSet<QString> all = fill(*store, 600);
    const QList<qint64> leaves = leavesOf(store->connection(), QStringLiteral("students"));
    const QList<qint64> events = leavesOf(store->connection(), QStringLiteral("audit_event"));
    store.reset();
    if (leaves.isEmpty()) {
        saySkipped("rescue around damaged pages", "SQLite was built without dbstat");
        return;
    }
    REQUIRE(leaves.size() > 20);
    QList<qint64> spoilt;
    SECTION("one page in the middle")
    {
        spoilt = {leaves[leaves.size() / 2]};
    }
    SECTION("the first and the last")
    {
        spoilt = {leaves.first(), leaves.last()};
    }
    SECTION("three neighbours and one more")
    {
        spoilt = {leaves[3], leaves[4], leaves[5], leaves[12]};
    }
    SECTION("one of the audit too")
    {
        spoilt = {leaves[7], events[events.size() / 2]};
    }
    spoilPages(folder, spoilt);
    const QByteArray damaged = folder.bytes(folder.school());
    REQUIRE_FALSE(Store::openFile(folder.school(), folder.options()).has_value());
    const QString out = folder.path("rescued.edupro");
    const auto rescue = rescueFile(folder.school(), out, rescueOptions(folder));
    if (!rescue) FAIL(rescue.error().key + ": " + rescue.error().detail);
    CHECK(folder.bytes(folder.school()) == damaged);
    QSet<QString> found;
    for (const Student& student : folder.openAt(out)->list<Student>().value())
        found.insert(student.id.value.toString(QUuid::WithoutBraces));
    const auto students =
        std::find_if(rescue->tables.begin(), rescue->tables.end(), [](const RescuedTable& t) {
            return t.table == QStringLiteral("students");
        });
    REQUIRE(students != rescue->tables.end());
    const QSet<QString> lost(students->lostRows.begin(), students->lostRows.end());
    CHECK(students->lossesKnown);
    CHECK(students->gaps >= 1);
    CHECK(students->lost == lost.size());
    CHECK(students->rescued == found.size());
    CHECK(found + lost == all);
    CHECK(found.size() + lost.size() == all.size());
    CHECK_FALSE(lost.isEmpty());
    CHECK(lost.size() <= 20 * spoilt.size()); // no more than stood on those pages
}

TEST_CASE("A rescue refuses what it cannot do and leaves nothing", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    const QString out = folder.path("out.edupro");
    CHECK(rescueFile(folder.school(), out, rescueOptions(folder)).error().key == "store.in_use");
    store.reset();
    CHECK(
        rescueFile(folder.path("none.edupro"), out, rescueOptions(folder)).error().key ==
        "store.missing");
    CHECK(
        rescueFile(folder.school(), folder.school(), rescueOptions(folder)).error().key ==
        "store.exists");
    const auto stopped =
        rescueFile(folder.school(), out, rescueOptions(folder), [](double) { return false; });
    CHECK(stopped.error().key == "cancelled");
    folder.write(folder.path("text.edupro"), QByteArray("no school\n").repeated(1000));
    CHECK(
        rescueFile(folder.path("text.edupro"), out, rescueOptions(folder)).error().key ==
        "store.foreign");
    CHECK(
        folder.files() ==
        QStringList{QStringLiteral("SMP Contoh.edupro"), QStringLiteral("text.edupro")});
}

namespace {

/// A school with rows in the tables that matter, each of them on several pages.
struct FullSchool : SchoolFolder {
    explicit FullSchool(bool encrypted)
    {
        if (encrypted) encrypt();
        auto store = create();
        fill(*store, 250);
        Connection& connection = store->connection();
        const Done many = connection.execute(QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) INSERT "
            "INTO users (id, login, name, roles, must_change_password, disabled, created_at, "
            "updated_at, version, device, deleted) SELECT printf('018f3a6e-0000-7000-8000-%012d', "
            "i), 'orang' || i, 'Orang Contoh', 'teacher', FALSE, FALSE, 1, 1, 1, 'pc', FALSE FROM "
            "n"));
        if (!many) FAIL(many.error().detail);
        const Done sessions = connection.execute(QStringLiteral(
            "INSERT INTO sessions (id, user_id, computer, started_at, created_at, updated_at, "
            "version, device, deleted) SELECT replace(id, '0000', '1111'), id, 'meja', 1, 1, 1, 1, "
            "'pc', FALSE FROM users"));
        if (!sessions) FAIL(sessions.error().detail);
        for (const char* table : tables) {
            const auto rows = connection.scalar(
                QStringLiteral("SELECT COUNT(*) FROM %1").arg(QLatin1String(table)));
            counts.insert(QLatin1String(table), rows->toLongLong());
            leaves.insert(QLatin1String(table), leavesOf(connection, QLatin1String(table)));
        }
    }

    static constexpr const char* tables[] = {
        "students", "users", "sessions", "audit_event", "sync_row", "schema_migrations"};
    QMap<QString, qint64> counts;
    QMap<QString, QList<qint64>> leaves;
};

} // namespace

TEST_CASE(
    "A damaged page of any table costs the rows on it and no others, plain and encrypted",
    "[storage][backup]")
{
    const bool encrypted = GENERATE(false, true);
    const FullSchool folder(encrypted);
    const QByteArray whole = folder.bytes(folder.school());
    for (auto table = folder.leaves.begin(); table != folder.leaves.end(); ++table) {
        INFO((encrypted ? "encrypted, " : "plain, ") << table.key().toStdString());
        if (table->isEmpty()) {
            saySkipped("rescue of every table", "SQLite was built without dbstat");
            return;
        }
        const qint64 page = table->at(table->size() / 2);
        folder.write(folder.school(), whole);
        spoilPages(folder, {page});
        forgetFiles(); // the file that was rescued before had another end of its audit
        const Diagnosis before = examineIn(folder);
        CHECK(before.worst() == Finding::Bad);
        const QByteArray damaged = folder.bytes(folder.school());
        const QString out = folder.path("rescued.edupro");
        const auto rescue = rescueFile(folder.school(), out, rescueOptions(folder));
        if (!rescue) FAIL(rescue.error().key + ": " + rescue.error().detail);
        CHECK(folder.bytes(folder.school()) == damaged);
        for (const RescuedTable& one : rescue->tables) {
            if (!folder.counts.contains(one.table)) continue;
            INFO(one.table.toStdString());
            if (one.table != table.key()) {
                CHECK(one.isComplete());
                CHECK(one.rescued == folder.counts.value(one.table));
                continue;
            }
            CHECK(one.gaps == 1);
            CHECK(one.rescued < folder.counts.value(one.table));
            CHECK(one.rescued > 0);
        }
        // The new file is a school that works, and healthy but for what it cannot have any more.
        auto store = folder.openAt(out);
        Student student{.nis = QStringLiteral("99001"), .name = QStringLiteral("Contoh Baru")};
        CHECK(store->save(student).has_value());
        CHECK(store->verifyFile().has_value());
        store.reset();
        const auto after = examine(
            out,
            {.keys = folder.keySource(), .now = folder.now, .entities = testOptions().entities});
        REQUIRE(after.has_value());
        for (const char* what : {"file", "open", "schema", "pages", "check", "triggers"}) {
            INFO(what);
            CHECK(findingOf(*after, what).finding == Finding::Fine);
        }
        const bool lostEvents = table.key() == QStringLiteral("audit_event");
        CHECK((findingOf(*after, "audit").finding == Finding::Bad) == lostEvents);
        REQUIRE(QFile::remove(out));
        QFile::remove(security::keyFileOf(out));
        QFile::remove(security::keyFileOf(out) + QStringLiteral(".old"));
    }
}
