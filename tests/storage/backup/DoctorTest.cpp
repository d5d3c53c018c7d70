// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Doctor.h"

#include "core/storage/backup/Rescue.h"
#include "tests/storage/backup/SchoolFolder.h"

#include <QFileInfo>
#include <QSet>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

constexpr qint64 pageSize = 4096;

Diagnosis examineIn(const SchoolFolder& folder)
{
    const auto diagnosis = examine(
        folder.school(),
        {.keys = [keys = folder.keys](const QByteArray&) { return keys; },
         .backupFolder = folder.backups(),
         .now = folder.now});
    REQUIRE(diagnosis.has_value());
    return *diagnosis;
}

Examined findingOf(const Diagnosis& diagnosis, const char* what)
{
    for (const Examined& one : diagnosis.examined) {
        if (one.what == QLatin1String(what)) return one;
    }
    FAIL("nothing examined: " << what);
    return {};
}

/// Students of known ids, enough for many pages.
QSet<QString> fill(Store& store, int students)
{
    QSet<QString> ids;
    auto transaction = Transaction::begin(store);
    for (int i = 0; i < students; ++i) {
        Student student{
            .nis = QString::number(100'000 + i),
            .name = QStringLiteral("Contoh %1").arg(i),
            .address = QStringLiteral("Jalan Contoh ").repeated(15)};
        REQUIRE(store.save(student).has_value());
        ids.insert(student.id.value.toString(QUuid::WithoutBraces));
    }
    REQUIRE(transaction->commit().has_value());
    return ids;
}

/// Numbers of the pages that hold rows of a table, from 1.
QList<qint64> leavesOf(Connection& connection, const QString& table)
{
    QList<qint64> pages;
    const Done read = connection.read(
        QStringLiteral(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno"),
        {table},
        [&](const QSqlQuery& row) {
            pages.append(row.value(0).toLongLong());
            return true;
        });
    if (!read) return {};
    return pages;
}

void spoilPages(const SchoolFolder& folder, const QList<qint64>& pages)
{
    QByteArray bytes = folder.bytes(folder.school());
    for (const qint64 page : pages)
        bytes.replace((page - 1) * pageSize, pageSize, QByteArray(pageSize, '\x5A'));
    folder.write(folder.school(), bytes);
}

} // namespace

TEST_CASE("A healthy school is called so, and examining it leaves no trace", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    work(*store, 1, 20);
    folder.backUp(*store);
    store.reset();
    const QStringList before = folder.files();
    const QByteArray bytes = folder.bytes(folder.school());
    const Diagnosis diagnosis = examineIn(folder);
    for (const Examined& one : diagnosis.examined) {
        INFO(one.what.toStdString() << ": " << one.detail.toStdString());
        CHECK((one.finding == Finding::Fine || one.what == QStringLiteral("space")));
    }
    CHECK(diagnosis.examined.size() >= 9);
    CHECK(folder.files() == before);
    CHECK(folder.bytes(folder.school()) == bytes);
}

TEST_CASE("The doctor names what is wrong with a school file", "[storage][backup]")
{
    SchoolFolder folder;
    auto store = folder.create();
    fill(*store, 300);
    folder.backUp(*store);
    SECTION("no such file")
    {
        store.reset();
        QFile::remove(folder.school());
        CHECK(findingOf(examineIn(folder), "file").finding == Finding::Bad);
        CHECK(folder.files() == QStringList{QStringLiteral("backups")});
    }
    SECTION("open elsewhere")
    {
        const Examined open = findingOf(examineIn(folder), "open");
        CHECK(open.finding == Finding::Bad);
        CHECK(open.detail.startsWith(QStringLiteral("store.in_use")));
    }
    SECTION("cut short")
    {
        store.reset();
        folder.write(folder.school(), folder.bytes(folder.school()).chopped(1000));
        CHECK(findingOf(examineIn(folder), "file").finding == Finding::Bad);
    }
    SECTION("pages overwritten")
    {
        store.reset();
        QByteArray bytes = folder.bytes(folder.school());
        bytes.replace(20 * pageSize, 5 * pageSize, QByteArray(5 * pageSize, '\x5A'));
        folder.write(folder.school(), bytes);
        CHECK(examineIn(folder).worst() == Finding::Bad);
    }
    SECTION("a row that refers to nothing")
    {
        REQUIRE(store->connection().execute(QStringLiteral("PRAGMA foreign_keys=OFF")).has_value());
        REQUIRE(store->connection()
                    .execute(QStringLiteral(
                        "INSERT INTO terms (id, academic_year_id, code, starts_on, ends_on, state, "
                        "created_at, updated_at, version, device, deleted) VALUES ('x', 'nowhere', "
                        "'20251', '2025-07-01', '2025-12-31', 'closed', 1, 1, 1, 'pc', 0)"))
                    .has_value());
        store.reset();
        const Examined references = findingOf(examineIn(folder), "references");
        CHECK(references.finding == Finding::Bad);
        CHECK(references.detail.contains(QStringLiteral("terms without its academic_years")));
    }
    SECTION("backups too old, missing or damaged")
    {
        store.reset();
        folder.now += 7LL * 24 * 60 * 60 * 1000;
        CHECK(findingOf(examineIn(folder), "backups").finding == Finding::Warning);
        QDir(folder.backups()).removeRecursively();
        CHECK(findingOf(examineIn(folder), "backups").finding == Finding::Warning);
    }
    SECTION("something interrupted")
    {
        store.reset();
        folder.write(folder.school() + QStringLiteral("-next"), "half");
        const Examined left = findingOf(examineIn(folder), "side-files");
        CHECK(left.finding == Finding::Warning);
        CHECK(left.detail.contains(QStringLiteral("-next")));
    }
}

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
    const auto rescue = rescueFile(folder.school(), out, {});
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
    CHECK(rescueFile(folder.school(), out, {}).error().key == "store.in_use");
    store.reset();
    CHECK(rescueFile(folder.path("none.edupro"), out, {}).error().key == "store.missing");
    CHECK(rescueFile(folder.school(), folder.school(), {}).error().key == "store.exists");
    const auto stopped = rescueFile(folder.school(), out, {}, [](double) { return false; });
    CHECK(stopped.error().key == "cancelled");
    folder.write(folder.path("text.edupro"), QByteArray("no school\n").repeated(1000));
    CHECK(rescueFile(folder.path("text.edupro"), out, {}).error().key == "store.foreign");
    CHECK(
        folder.files() ==
        QStringList{QStringLiteral("SMP Contoh.edupro"), QStringLiteral("text.edupro")});
}
