// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Restore.h"

#include "core/storage/backup/Replacement.h"
#include "core/storage/backup/Upgrade.h"
#include "core/storage/FileSwap.h"
#include "core/storage/Migrator.h"
#include "tests/storage/backup/SchoolFolder.h"

#include <QFileInfo>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

Restored mustRestore(const SchoolFolder& folder, const QString& backup, RestoreOptions options)
{
    const auto restored = restoreBackup(backup, folder.school(), options);
    if (!restored) FAIL(restored.error().key + ": " + restored.error().detail);
    return *restored;
}

Dump dumpOfFile(const SchoolFolder& folder, const QString& path)
{
    return dumpOf(folder.openAt(path)->connection());
}

} // namespace

TEST_CASE("Restoring a backup gives back exactly what was there", "[storage][backup]")
{
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const SchoolFolder folder;
        auto store = folder.create();
        work(*store, seed, 40);
        const Dump then = dumpOf(store->connection());
        const BackupFile backup = folder.backUp(*store);
        work(*store, seed + 100, 25);
        const Dump now = dumpOf(store->connection());
        store.reset();
        INFO("seed " << seed);
        const Restored restored = mustRestore(folder, backup.path, folder.restoreOptions());
        CHECK(dumpOfFile(folder, folder.school()) == then);
        // The replaced file is still there and whole.
        REQUIRE(QFileInfo::exists(restored.keptFile));
        CHECK(dumpOfFile(folder, restored.keptFile) == now);
        CHECK(folder.files().size() == 3); // school, kept file, backups
        CHECK(keptFiles(folder.school()) == QStringList{QFileInfo(restored.keptFile).fileName()});
    }
}

TEST_CASE("A preview counts what a restore would bring, change and remove", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    std::vector<Student> students;
    for (int i = 0; i < 5; ++i) {
        students.push_back({.nis = QString::number(10'000 + i), .name = QStringLiteral("Contoh")});
        REQUIRE(store->save(students.back()).has_value());
    }
    const BackupFile backup = folder.backUp(*store);
    students[0].name = QStringLiteral("Lain");
    REQUIRE(store->save(students[0]).has_value());
    REQUIRE(store->remove(entityInfo<Student>(), students[1].id.value).has_value());
    for (int i = 0; i < 3; ++i) {
        Student added{.nis = QString::number(20'000 + i), .name = QStringLiteral("Baru")};
        REQUIRE(store->save(added).has_value());
    }
    const auto preview = previewRestore(backup.path, &store->connection(), {});
    if (!preview) FAIL(preview.error().detail);
    const TableDifference expected{
        .table = QStringLiteral("students"),
        .now = 8,
        .inBackup = 5,
        .added = 0,
        .changed = 2,
        .removed = 3};
    REQUIRE(preview->tables.size() == 1);
    CHECK(preview->tables.front() == expected);
    CHECK(preview->manifest == backup.manifest);
    const auto alone = previewRestore(backup.path, nullptr, {});
    REQUIRE(alone.has_value());
    CHECK(alone->kinship == Kinship::NothingThere);
    CHECK(alone->tables.front().added == 5);
    CHECK(folder.files(folder.backups()).size() == 1);
}

TEST_CASE("A school is restored where its file is missing, empty or damaged", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    work(*store, 1, 60);
    const Dump then = dumpOf(store->connection());
    const BackupFile backup = folder.backUp(*store);
    store.reset();
    QByteArray bytes = folder.bytes(folder.school());
    SECTION("missing")
    {
        QFile::remove(folder.school());
        CHECK(mustRestore(folder, backup.path, folder.restoreOptions()).keptFile.isEmpty());
    }
    SECTION("empty")
    {
        folder.write(folder.school(), {});
        CHECK(folder.bytes(mustRestore(folder, backup.path, folder.restoreOptions()).keptFile)
                  .isEmpty());
    }
    SECTION("damaged, with a log that belongs to it")
    {
        bytes.replace(8192, bytes.size() - 8192, QByteArray(bytes.size() - 8192, '\x5A'));
        folder.write(folder.school(), bytes);
        folder.write(folder.school() + QStringLiteral("-wal"), "what is left of a log");
        const Restored restored = mustRestore(folder, backup.path, folder.restoreOptions());
        CHECK(folder.bytes(restored.keptFile) == bytes);
        CHECK(QFileInfo::exists(restored.keptFile + QStringLiteral("-wal")));
    }
    CHECK(dumpOfFile(folder, folder.school()) == then);
}

TEST_CASE("A restore refuses what it must not replace or cannot read", "[storage][backup]")
{
    SchoolFolder folder;
    auto store = folder.create();
    work(*store, 1, 10);
    const BackupFile backup = folder.backUp(*store);
    const RestoreOptions options = folder.restoreOptions();
    SECTION("while the school is open")
    {
        CHECK(restoreBackup(backup.path, folder.school(), options).error().key == "store.in_use");
    }
    SECTION("a damaged backup, which leaves the school as it was")
    {
        store.reset();
        const QByteArray before = folder.bytes(folder.school());
        QByteArray bytes = folder.bytes(backup.path);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        folder.write(backup.path, bytes);
        CHECK(restoreBackup(backup.path, folder.school(), options).error().key == "backup.damaged");
        CHECK(folder.bytes(folder.school()) == before);
        CHECK(folder.files().size() == 2);
    }
    SECTION("into a folder that is not there")
    {
        CHECK(
            restoreBackup(backup.path, folder.path("none/a.edupro"), options).error().key ==
            "store.missing_folder");
    }
}

TEST_CASE(
    "The erasure register is applied before a restored school can be opened", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    Student student{.nis = QStringLiteral("10001"), .name = QStringLiteral("Contoh Terhapus")};
    REQUIRE(store->save(student).has_value());
    const QString id = student.id.value.toString(QUuid::WithoutBraces);
    const BackupFile backup = folder.backUp(*store);
    store.reset();
    RestoreOptions options = folder.restoreOptions();
    QStringList applied;
    options.erasure.read = [&](Connection& replaced) -> Result<QStringList> {
        CHECK(dumpOf(replaced).value(QStringLiteral("students")).size() == 1);
        return QStringList{id, id};
    };
    options.erasure.apply = [&](Connection& restored, const QStringList& erasures, Connection*) {
        applied = erasures;
        CHECK(isSwapPending(folder.school()) == false);
        const auto ran = restored.run(
            QStringLiteral("UPDATE students SET name = 'Siswa dihapus' WHERE id = ?"),
            {erasures.first()});
        return ran ? done() : Done(ran.error());
    };
    mustRestore(folder, backup.path, options);
    CHECK(applied == QStringList{id});
    CHECK(
        folder.open()->find<Student>(student.id).value()->record.name ==
        QStringLiteral("Siswa dihapus"));
    SECTION("and a register that cannot be applied stops the restore")
    {
        options.evenOtherLine = true;
        options.erasure.apply = [](Connection&, const QStringList&, Connection*) {
            return Done(Error{.code = ErrorCode::Io, .key = "store.io", .detail = "no"});
        };
        const QByteArray before = folder.bytes(folder.school());
        CHECK(restoreBackup(backup.path, folder.school(), options).error().key == "store.io");
        CHECK(folder.bytes(folder.school()) == before);
    }
}

TEST_CASE(
    "A restore stopped at any step leaves the old school or the restored one", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    work(*store, 1, 20);
    const Dump then = dumpOf(store->connection());
    const BackupFile backup = folder.backUp(*store);
    work(*store, 2, 20);
    const Dump now = dumpOf(store->connection());
    store.reset();
    const QByteArray school = folder.bytes(folder.school());
    int steps = 0;
    int old = 0;
    for (int stopAt = 0;; ++stopAt) {
        REQUIRE(folder.removeAllBut(QStringLiteral("backups")));
        folder.write(folder.school(), school);
        RestoreOptions options = folder.restoreOptions();
        options.step = [&](int step) {
            return step != stopAt;
        };
        if (restoreBackup(backup.path, folder.school(), options)) break;
        ++steps;
        INFO("stopped at step " << stopAt);
        const Dump found = dumpOfFile(folder, folder.school());
        CHECK((found == then || found == now));
        if (found == now) ++old;
        // The next attempt is not in the way of what is left of this one.
        options.step = {};
        options.evenOtherLine = true;
        mustRestore(folder, backup.path, options);
        CHECK(dumpOfFile(folder, folder.school()) == then);
    }
    CHECK(steps >= 6);
    CHECK(old == 2); // before the journal of the exchange is written
}

TEST_CASE(
    "A file of an older version is upgraded on a copy, with a backup of the old one",
    "[storage][backup]")
{
    const SchoolFolder folder;
    const int older = newestSchema(Dialect::Sqlite) - 1;
    const auto makeOld = [&](const QString& path) {
        auto made = Connection::openSqlite(path, Connection::Mode::CreateNew);
        REQUIRE(made.has_value());
        REQUIRE((*made)
                    ->execute(QStringLiteral("PRAGMA application_id=%1").arg(applicationId))
                    .has_value());
        REQUIRE(migrateUpTo(**made, testNow, older).has_value());
        REQUIRE((*made)
                    ->execute(QStringLiteral(
                        "INSERT INTO schools (id, name, created_at, updated_at, version, device, "
                        "deleted) VALUES ('018f3a6e-1111-7222-8333-444455556666', 'SMP Contoh', 1, "
                        "1, 1, 'pc', 0)"))
                    .has_value());
    };
    const auto schools = [](Store& store) {
        return store.connection().scalar(QStringLiteral("SELECT COUNT(*) FROM schools"))->toInt();
    };
    SECTION("without a disturbance")
    {
        makeOld(folder.school());
        auto store = folder.open();
        CHECK(schemaVersion(store->connection()).value() == newestSchema(Dialect::Sqlite));
        CHECK(schools(*store) == 1);
        const auto list = listBackups(defaultBackupFolder(folder.school()));
        REQUIRE(list->backups.size() == 1);
        CHECK(list->backups[0].manifest.schema == older);
        CHECK(list->backups[0].manifest.cause == BackupCause::BeforeMigration);
        store.reset();
        CHECK(folder.files().size() == 2); // the school and its backups
        folder.open();
        CHECK(listBackups(defaultBackupFolder(folder.school()))->backups.size() == 1);
    }
    SECTION("a newer file is left alone")
    {
        makeOld(folder.school());
        QByteArray bytes = folder.bytes(folder.school());
        bytes[62] = 0x7F;
        folder.write(folder.school(), bytes);
        CHECK(Store::openFile(folder.school(), folder.options()).error().key == "store.newer");
        CHECK(folder.bytes(folder.school()) == bytes);
        CHECK(folder.files().size() == 1);
    }
    SECTION("a disturbance at any step leaves one working file")
    {
        makeOld(folder.school());
        const QByteArray before = folder.bytes(folder.school());
        int steps = 0;
        for (int stopAt = 0;; ++stopAt) {
            REQUIRE(
                folder.removeAllBut(QFileInfo(defaultBackupFolder(folder.school())).fileName()));
            folder.write(folder.school(), before);
            {
                const auto lock = lockSchool(folder.school());
                auto old = Connection::openSqlite(folder.school(), Connection::Mode::Existing);
                const auto upgraded = upgradeFile(
                    folder.school(),
                    std::move(old).value(),
                    {.now = testNow, .step = [&](int step) {
                         return step != stopAt;
                     }});
                if (upgraded) break;
            }
            ++steps;
            INFO("stopped at step " << stopAt);
            auto store = folder.open();
            CHECK(schemaVersion(store->connection()).value() == newestSchema(Dialect::Sqlite));
            CHECK(schools(*store) == 1);
        }
        CHECK(steps >= 6);
    }
}
