// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Doctor.h"

#include "core/storage/audit/AuditVerify.h"
#include "core/storage/backup/WorkFolder.h"
#include "core/storage/changes/Triggers.h"
#include "core/storage/Migrator.h"
#include "tests/storage/backup/DamagedSchool.h"

#include <QFileInfo>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

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
    SECTION("a backup that cannot be read")
    {
        store.reset();
        folder.write(folder.backups() + QStringLiteral("/torn.edupro-backup"), "half of one");
        const Examined backups = findingOf(examineIn(folder), "backups");
        CHECK(backups.finding == Finding::Warning);
        CHECK(backups.detail.contains(QStringLiteral("1 unreadable")));
    }
    SECTION("no school file at all")
    {
        store.reset();
        folder.write(folder.school(), QByteArray(8192, 'x'));
        const Diagnosis diagnosis = examineIn(folder);
        CHECK(findingOf(diagnosis, "file").finding == Finding::Bad);
        CHECK(findingOf(diagnosis, "open").finding == Finding::Skipped);
    }
    SECTION("a file of another version")
    {
        const int newest = newestSchema(Dialect::Sqlite);
        const auto [schema, finding] = GENERATE_COPY(
            table<int, Finding>({{newest - 1, Finding::Warning}, {newest + 1, Finding::Bad}}));
        REQUIRE(store->connection()
                    .execute(QStringLiteral("PRAGMA user_version=%1").arg(schema))
                    .has_value());
        store.reset();
        CHECK(findingOf(examineIn(folder), "schema").finding == finding);
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

TEST_CASE("The doctor sees what SQL does not look at", "[storage][backup]")
{
    SchoolFolder folder;
    folder.encrypt();
    auto store = folder.create();
    fill(*store, 300);
    SECTION("a damaged page that is free")
    {
        REQUIRE(store->connection().execute(QStringLiteral("CREATE TABLE spare (a)")).has_value());
        REQUIRE(store->connection()
                    .execute(QStringLiteral("INSERT INTO spare VALUES (zeroblob(400000))"))
                    .has_value());
        REQUIRE(store->connection().execute(QStringLiteral("DROP TABLE spare")).has_value());
        store.reset();
        const qint64 last = folder.bytes(folder.school()).size() / pageSize;
        CHECK(findingOf(examineIn(folder), "pages").finding == Finding::Fine);
        spoilPages(folder, {last - 3});
        const Diagnosis diagnosis = examineIn(folder);
        CHECK(findingOf(diagnosis, "check").finding == Finding::Fine);
        const Examined pages = findingOf(diagnosis, "pages");
        CHECK(pages.finding == Finding::Bad);
        CHECK(pages.detail == QStringLiteral("1 damaged: %1").arg(last - 3));
    }
    SECTION("a damaged page that the log may hold")
    {
        store.reset();
        spoilPages(folder, {20});
        folder.write(folder.school() + QStringLiteral("-wal"), "x"); // nothing that counts
        const Examined pages = findingOf(examineIn(folder), "pages");
        CHECK(pages.finding == Finding::Warning);
        CHECK(pages.detail.contains(QStringLiteral("the log may hold them")));
    }
    SECTION("one byte of a page in use, by the number of the page")
    {
        const qint64 page = leavesOf(store->connection(), QStringLiteral("students")).value(2, 20);
        store.reset();
        QByteArray bytes = folder.bytes(folder.school());
        const auto at = static_cast<qsizetype>((page - 1) * pageSize + 1000);
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        folder.write(folder.school(), bytes);
        const Diagnosis diagnosis = examineIn(folder);
        CHECK(findingOf(diagnosis, "pages").detail == QStringLiteral("1 damaged: %1").arg(page));
        const Examined check = findingOf(diagnosis, "check");
        CHECK(check.finding == Finding::Bad);
        CHECK_FALSE(check.detail.contains(u'*'));
    }
    SECTION("a trigger that was taken away")
    {
        REQUIRE(store->connection()
                    .execute(QStringLiteral("DROP TRIGGER edu_update_students"))
                    .has_value());
        store.reset();
        CHECK(findingOf(examineIn(folder), "triggers").finding == Finding::Warning);
    }
    SECTION("an event that was changed")
    {
        Connection& connection = store->connection();
        REQUIRE(dropTriggers(connection).has_value());
        REQUIRE(connection
                    .execute(QStringLiteral("UPDATE audit_event SET meta = replace(meta, 'insert', "
                                            "'update') WHERE n = 40"))
                    .has_value());
        store.reset();
        const Examined audit = findingOf(examineIn(folder), "audit");
        CHECK(audit.finding == Finding::Bad);
        CHECK(audit.detail.startsWith(QStringLiteral("event 40 ")));
    }
    SECTION("a file set back behind the anchor of its key file")
    {
        const qint64 events = verifyAudit(store->connection())->events;
        store.reset();
        const QString path = security::keyFileOf(folder.school());
        auto keyFile = security::KeyFile::load(path);
        keyFile->setAnchor({events + 5, QByteArray(32, 'a'), 0});
        REQUIRE(keyFile->save(path, folder.keys->file).has_value());
        const Examined audit = findingOf(examineIn(folder), "audit");
        CHECK(audit.finding == Finding::Bad);
        CHECK(audit.detail.endsWith(QStringLiteral("(anchor)")));
    }
    SECTION("a clock that was set back")
    {
        store.reset();
        CHECK(findingOf(examineIn(folder), "clock").finding == Finding::Fine);
        folder.now -= 3LL * 60 * 60 * 1000;
        const Examined clock = findingOf(examineIn(folder), "clock");
        CHECK(clock.finding == Finding::Warning);
        CHECK(clock.detail.contains(QStringLiteral("180 minutes")));
    }
}

TEST_CASE("The doctor judges what lies around a school", "[storage][backup]")
{
    SchoolFolder folder;
    folder.encrypt();
    auto store = folder.create();
    work(*store, 1, 5);
    folder.backUp(*store);
    store.reset();
    const QString keyPath = security::keyFileOf(folder.school());
    SECTION("the generations of its key file")
    {
        const Examined alone = findingOf(examineIn(folder), "key-file");
        CHECK(alone.detail.contains(QStringLiteral("no recovery code")));
        auto keyFile = security::KeyFile::load(keyPath);
        REQUIRE(keyFile->save(keyPath, folder.keys->file).has_value());
        const QString older = keyPath + QStringLiteral(".old");
        REQUIRE(QFileInfo::exists(older));
        CHECK_FALSE(findingOf(examineIn(folder), "key-file")
                        .detail.contains(QStringLiteral("older generation")));
        const QByteArray newest = folder.bytes(keyPath);
        folder.write(keyPath, newest.chopped(10));
        const Examined damaged = findingOf(examineIn(folder), "key-file");
        CHECK(damaged.finding == Finding::Warning);
        CHECK(damaged.detail.contains(QStringLiteral("will be used")));
        CHECK(findingOf(examineIn(folder), "open").finding == Finding::Fine);
        folder.write(older, newest.chopped(10));
        CHECK(findingOf(examineIn(folder), "key-file").finding == Finding::Bad);
    }
    SECTION("generations that do not belong to each other")
    {
        const QString older = keyPath + QStringLiteral(".old");
        const auto detail = [&] {
            return findingOf(examineIn(folder), "key-file").detail;
        };
        CHECK(detail().contains(QStringLiteral("no older generation")));
        const QByteArray first = folder.bytes(keyPath);
        auto keyFile = security::KeyFile::load(keyPath);
        REQUIRE(keyFile->save(keyPath, folder.keys->file).has_value());
        const QByteArray second = folder.bytes(keyPath);
        CHECK_FALSE(detail().contains(QStringLiteral("generation is")));
        folder.write(keyPath, first);
        folder.write(older, second);
        CHECK(detail().contains(QStringLiteral("the older generation is the newer one")));
        REQUIRE(security::KeyFile(QUuid::createUuid()).save(older, folder.keys->file).has_value());
        CHECK(detail().contains(QStringLiteral("of another school")));
    }
    SECTION("a log that has become long")
    {
        QFile log(folder.school() + QStringLiteral("-wal"));
        REQUIRE(log.open(QIODevice::WriteOnly));
        constexpr qint64 mebibyte = qint64{1} << 20;
        REQUIRE(log.resize(64 * mebibyte));
        CHECK(findingOf(examineIn(folder), "log").finding == Finding::Fine);
        REQUIRE(log.resize(64 * mebibyte + 1));
        CHECK(findingOf(examineIn(folder), "log").finding == Finding::Warning);
    }
    SECTION("who else may read and change it")
    {
        const bool told = !(QFile::permissions(folder.school()) & QFile::ReadOther);
        CHECK(told);
        CHECK(findingOf(examineIn(folder), "permissions").finding == Finding::Fine);
        REQUIRE(QFile::setPermissions(
            keyPath, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const Examined open = findingOf(examineIn(folder), "permissions");
        CHECK(open.finding == Finding::Warning);
        CHECK(open.detail.contains(QStringLiteral("edupro-keys can be read")));
        REQUIRE(QFile::setPermissions(
            keyPath, QFile::ReadOwner | QFile::WriteOwner | QFile::WriteOther));
        const Examined writable = findingOf(examineIn(folder), "permissions");
        CHECK(writable.finding == Finding::Warning);
        CHECK(writable.detail.contains(QStringLiteral("edupro-keys can be changed")));
    }
    SECTION("an exchange of files that was interrupted")
    {
        folder.write(folder.school() + QStringLiteral("-swap"), "{}");
        CHECK(findingOf(examineIn(folder), "side-files").finding == Finding::Warning);
    }
    SECTION("the folder of a backup, unless one is being made")
    {
        {
            const auto folderOfOne = WorkFolder::of(folder.school());
            CHECK(findingOf(examineIn(folder), "side-files").finding == Finding::Fine);
        }
        REQUIRE(QDir().mkdir(folder.school() + QStringLiteral("-work")));
        CHECK(findingOf(examineIn(folder), "side-files").finding == Finding::Warning);
    }
}
