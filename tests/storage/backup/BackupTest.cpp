// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Container.h"
#include "core/storage/backup/Contents.h"
#include "core/storage/backup/PageCopy.h"
#include "core/storage/Migrator.h"
#include "tests/storage/backup/SchoolFolder.h"

#include <QFileInfo>
#include <QtEndian>
#include <QTimeZone>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

TEST_CASE(
    "A backup is made, verified and named, and nothing else is left behind", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    work(*store, 1, 30);
    const BackupFile made = folder.backUp(*store, BackupCause::Daily);
    CHECK(folder.files(folder.backups()) == QStringList{QFileInfo(made.path).fileName()});
    CHECK(QFileInfo(made.path).fileName().startsWith(QStringLiteral("SMP Contoh_2026-03-02_")));
    CHECK(made.path.endsWith(QStringLiteral("_daily.edupro-backup")));
    CHECK_FALSE(folder.files().join(u' ').contains(QStringLiteral("-work")));
    CHECK(made.manifest.createdAt == testNow);
    CHECK(made.manifest.rows.value(QStringLiteral("students")) > 0);
    const auto verified = verifyBackup(made.path, {});
    REQUIRE(verified.has_value());
    CHECK(verified->opened);
    CHECK(verified->manifest == made.manifest);
}

TEST_CASE(
    "A backup holds what stands only in the log, and goes on beside a reader", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    work(*store, 1, 10);
    // A reader with a snapshot keeps the log from being emptied into the file.
    auto reader = Connection::openSqlite(folder.school(), Connection::Mode::Existing);
    REQUIRE(reader.has_value());
    REQUIRE((*reader)->execute(QStringLiteral("BEGIN")).has_value());
    REQUIRE((*reader)->scalar(QStringLiteral("SELECT COUNT(*) FROM students")).has_value());
    work(*store, 2, 50);
    REQUIRE(QFileInfo(folder.school() + QStringLiteral("-wal")).size() > 0);
    const BackupFile made = folder.backUp(*store);
    auto container = BackupReader::openFile(made.path);
    REQUIRE(container.has_value());
    const QString copy = folder.path("copy.edupro");
    REQUIRE(container->extractDatabase(copy).has_value());
    auto copied = Connection::openSqlite(copy, Connection::Mode::Existing);
    REQUIRE(copied.has_value());
    CHECK(dumpOf(**copied) == dumpOf(store->connection()));
}

TEST_CASE("What is saved between the steps of a backup is in it", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    work(*store, 1, 200);
    auto run = BackupRun::begin(*store, {.folder = folder.backups()});
    REQUIRE(run.has_value());
    int steps = 0;
    while (true) {
        const auto complete = (*run)->copyStep(8);
        REQUIRE(complete.has_value());
        if (*complete) break;
        if (++steps == 3) work(*store, 2, 20);
    }
    CHECK(steps > 3);
    CHECK((*run)->copied() == 1.0);
    const auto made = (*run)->finish(noProgress());
    if (!made) FAIL(made.error().detail);
    const auto count = store->connection().scalar(QStringLiteral("SELECT COUNT(*) FROM students"));
    CHECK(made->manifest.rows.value(QStringLiteral("students")) == count->toLongLong());
}

TEST_CASE("One backup of a school is made at a time", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    {
        const auto first = BackupRun::begin(*store, {.folder = folder.backups()});
        REQUIRE(first.has_value());
        const auto second = BackupRun::begin(*store, {.folder = folder.backups()});
        REQUIRE_FALSE(second.has_value());
        CHECK(second.error().key == "backup.busy");
    }
    // The one that was given up left nothing behind.
    CHECK(folder.files(folder.backups()).isEmpty());
    folder.backUp(*store);
}

TEST_CASE("A backup ends with a reason when its school is closed meanwhile", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    work(*store, 1, 100);
    auto run = BackupRun::begin(*store, {.folder = folder.backups()});
    REQUIRE(run.has_value());
    REQUIRE_FALSE((*run)->copyStep(2).value());
    store.reset();
    const auto step = (*run)->copyStep(2);
    REQUIRE_FALSE(step.has_value());
    CHECK(step.error().key == "store.closed");
    run->reset();
    folder.open();
}

TEST_CASE("A backup that cannot be written says why and leaves nothing", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    folder.write(folder.path("file"), "x");
    const auto refused = createBackup(*store, {.folder = folder.path("file/backups")});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().key == "backup.folder");
    const auto inMemory = createBackup(*memoryStore(), {.folder = folder.backups()});
    REQUIRE_FALSE(inMemory.has_value());
    CHECK(inMemory.error().key == "backup.no_file");
    const auto stopped = createBackup(
        *store, {.folder = folder.backups()}, [](double fraction) { return fraction < 0.7; });
    REQUIRE_FALSE(stopped.has_value());
    CHECK(stopped.error().key == "cancelled");
    CHECK(folder.files(folder.backups()).isEmpty());
}

TEST_CASE("A backup whose database is another or not whole is not good", "[storage][backup]")
{
    const SchoolFolder folder;
    auto store = folder.create();
    work(*store, 1, 5);
    const BackupFile made = folder.backUp(*store);
    auto reader = BackupReader::openFile(made.path);
    const QString copy = folder.path("copy.edupro");
    REQUIRE(reader->extractDatabase(copy).has_value());
    BackupManifest other = made.manifest;
    std::string key;
    SECTION("than described")
    {
        other.rows[QStringLiteral("students")] += 1;
        key = "backup.mismatch";
    }
    SECTION("though it counts as described")
    {
        QByteArray bytes = folder.bytes(copy);
        bytes[39] = 5; // pages that are free, says the header; there are none
        folder.write(copy, bytes);
        key = "store.damaged";
    }
    SECTION("for this version of the program")
    {
        other.schema = newestSchema(Dialect::Sqlite) + 1;
        QByteArray bytes = folder.bytes(copy);
        qToBigEndian(static_cast<quint32>(other.schema), bytes.data() + 60); // user_version
        folder.write(copy, bytes);
        key = "store.newer";
    }
    const QString path = folder.path("other.edupro-backup");
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(writeContainer(file, {.manifest = other, .database = copy}, noProgress()).has_value());
    file.close();
    const auto compared = previewRestore(path, nullptr, {});
    REQUIRE_FALSE(compared.has_value());
    CHECK(compared.error().key == key);
}

namespace {

constexpr Instant hour = 60LL * 60 * 1000;
constexpr Instant day = 24 * hour;

BackupFile backupAt(Instant at, BackupCause cause = BackupCause::Daily)
{
    return {
        .path = QStringLiteral("%1-%2").arg(at).arg(causeName(cause)),
        .manifest = {.createdAt = at, .cause = cause}};
}

/// What is left of the backups of `days` days, thinned out after each one.
std::vector<BackupFile> after(int days, int perDay)
{
    std::vector<BackupFile> kept;
    for (int i = 0; i < days; ++i) {
        for (int n = 0; n < perDay; ++n) {
            const Instant now = testNow + i * day + n * hour;
            kept.push_back(backupAt(now));
            for (const BackupFile& gone : superfluous(kept, now))
                std::erase_if(kept, [&](const BackupFile& b) { return b.path == gone.path; });
        }
    }
    return kept;
}

} // namespace

TEST_CASE("Weeks end on Sunday, and of each kind just so many are kept", "[storage][backup]")
{
    const Instant sunday = QDateTime(QDate(2026, 3, 1), QTime(12, 0)).toMSecsSinceEpoch();
    std::vector<BackupFile> backups;
    for (int age = 0; age < 500; ++age)
        backups.push_back(backupAt(sunday - age * day));
    const std::vector<Keeping> keeping = keepingOf(backups, sunday);
    const auto agesOf = [&keeping](Keeping kind) {
        QList<int> ages;
        for (std::size_t age = 0; age < keeping.size(); ++age)
            if (keeping[age] == kind) ages.append(static_cast<int>(age));
        return ages;
    };
    CHECK(agesOf(Keeping::Daily) == QList<int>{0, 1, 2, 3, 4, 5, 6});
    CHECK(agesOf(Keeping::Weekly) == QList<int>{7, 14, 21, 28});
    CHECK(
        agesOf(Keeping::Monthly) ==
        QList<int>{29, 60, 91, 121, 152, 182, 213, 244, 274, 305}); // January back to April
}

TEST_CASE("Of daily backups seven days, five weeks and twelve months stay", "[storage][backup]")
{
    CHECK(after(7, 3).size() == 7);
    const auto year = after(800, 2);
    CHECK(year.size() <= 7 + 5 + 12);
    CHECK(year.size() >= 20);
    const Instant last = testNow + 799 * day + hour;
    CHECK(year.back().manifest.createdAt == last);
    for (int back = 0; back < 7; ++back) {
        const bool there = std::any_of(year.begin(), year.end(), [&](const BackupFile& b) {
            return b.manifest.createdAt == last - back * day;
        });
        CHECK(there);
    }
    // The oldest is from eleven months before.
    const Instant oldest = year.front().manifest.createdAt;
    CHECK(last - oldest > 300 * day);
    CHECK(last - oldest < 366 * day);
}

TEST_CASE(
    "Over two years of any days, clocks and causes, thinning out keeps what it promises",
    "[storage][backup]")
{
    constexpr BackupCause causes[] = {
        BackupCause::Manual,
        BackupCause::Daily,
        BackupCause::Daily,
        BackupCause::Daily,
        BackupCause::BeforeImport,
        BackupCause::BeforeMigration,
        BackupCause::BeforeRestore};
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        std::vector<BackupFile> kept;
        Instant now = testNow;
        qsizetype asked = 0;
        for (int day_ = 0; day_ < 730; ++day_) {
            now += day;
            if (random.chance(0.01))
                now -= static_cast<Instant>(random.below(400)) * day; // battery
            if (random.chance(0.2)) continue;                         // a holiday
            const auto many = static_cast<int>(random.below(3)) + 1;
            for (int n = 0; n < many; ++n) {
                const BackupCause cause = causes[random.below(std::size(causes))];
                if (cause == BackupCause::Manual) ++asked;
                kept.push_back(backupAt(now + n * hour, cause));
                kept.back().path += QString::number(day_); // a clock set back repeats its times
                const std::vector<BackupFile> before = kept;
                for (const BackupFile& gone : superfluous(kept, now + n * hour)) {
                    CHECK(gone.manifest.cause != BackupCause::Manual);
                    std::erase_if(kept, [&](const BackupFile& b) { return b.path == gone.path; });
                }
                const auto later = [](const BackupFile& a, const BackupFile& b) {
                    return a.manifest.createdAt < b.manifest.createdAt;
                };
                const auto newest = std::max_element(before.begin(), before.end(), later);
                CHECK(std::any_of(kept.begin(), kept.end(), [&](const BackupFile& b) {
                    return b.manifest.createdAt == newest->manifest.createdAt;
                }));
            }
        }
        const auto manual = std::count_if(kept.begin(), kept.end(), [](const BackupFile& b) {
            return b.manifest.cause == BackupCause::Manual;
        });
        CHECK(manual == asked);
        const auto automatic = static_cast<qsizetype>(kept.size()) - manual;
        const auto young = std::count_if(kept.begin(), kept.end(), [&](const BackupFile& b) {
            return b.manifest.createdAt > now - 7 * day;
        });
        CHECK(automatic <= 7 + 5 + 12 + young);
    }
}

TEST_CASE("Thinning out touches nothing that is not this school's backup", "[storage][backup]")
{
    SchoolFolder folder;
    SchoolFolder other;
    auto store = folder.create();
    auto theirs = other.create();
    QStringList foreign;
    for (int i = 0; i < 20; ++i) {
        folder.now += day;
        folder.backUp(*store, BackupCause::Daily);
        if (i % 5 != 0) continue;
        other.now = folder.now;
        const auto made =
            createBackup(*theirs, {.folder = folder.backups(), .cause = BackupCause::Daily});
        REQUIRE(made.has_value());
        foreign.append(QFileInfo(made->path).fileName());
    }
    folder.write(folder.backups() + QStringLiteral("/rusak_daily.edupro-backup"), "no backup");
    folder.write(folder.backups() + QStringLiteral("/catatan.txt"), "notes");
    foreign += {QStringLiteral("rusak_daily.edupro-backup"), QStringLiteral("catatan.txt")};
    const QUuid file = lineageOf(store->connection())->identity.file;
    CHECK(thinOut(folder.backups(), file, folder.now).value() > 5);
    CHECK(thinOut(folder.backups(), file, folder.now).value() == 0);
    CHECK(thinOut(folder.backups(), QUuid(), folder.now).value() == 0);
    const QStringList left = folder.files(folder.backups());
    for (const QString& name : foreign) {
        INFO(name.toStdString());
        CHECK(left.contains(name));
    }
    CHECK(listBackups(folder.backups(), file)->backups.front().manifest.createdAt == folder.now);
}

TEST_CASE(
    "What a person asked for stays, and what preceded a risk stays a week", "[storage][backup]")
{
    const std::vector<BackupFile> backups{
        backupAt(testNow),
        backupAt(testNow + hour, BackupCause::BeforeImport),
        backupAt(testNow + 2 * hour, BackupCause::Manual),
        backupAt(testNow + 3 * hour)};
    const auto gone = [&](Instant now) {
        QStringList paths;
        for (const BackupFile& backup : superfluous(backups, now))
            paths.append(backup.path);
        return paths;
    };
    CHECK(gone(testNow + 3 * hour) == QStringList{backups[0].path});
    CHECK(gone(testNow + 8 * day) == QStringList{backups[1].path, backups[0].path});
}

TEST_CASE(
    "A folder's backups are listed newest first, and what is none is named", "[storage][backup]")
{
    SchoolFolder folder;
    auto store = folder.create();
    const BackupFile first = folder.backUp(*store);
    const BackupFile sameSecond = folder.backUp(*store);
    folder.now += 3 * day;
    const BackupFile later = folder.backUp(*store);
    folder.write(folder.backups() + QStringLiteral("/broken.edupro-backup"), "no backup at all");
    folder.write(folder.backups() + QStringLiteral("/notes.txt"), "not meant");
    const auto list = listBackups(folder.backups());
    REQUIRE(list.has_value());
    REQUIRE(list->backups.size() == 3);
    CHECK(list->backups[0].path == later.path);
    CHECK(first.path != sameSecond.path);
    REQUIRE(list->unreadable.size() == 1);
    CHECK(list->unreadable[0].path.endsWith(QStringLiteral("broken.edupro-backup")));
    CHECK(daysSinceNewest(list->backups, folder.now + 9 * day) == 9);
    CHECK_FALSE(daysSinceNewest({}, folder.now).has_value());
    CHECK(listBackups(folder.path("none"))->backups.empty());
}
