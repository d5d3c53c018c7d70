// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Schedule.h"

#include "app/Erasures.h"
#include "core/storage/backup/Container.h"
#include "tests/storage/backup/SchoolFolder.h"
#include "tests/support/ProtectedSchool.h"

#include <QFileInfo>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

constexpr Instant day = 24LL * 60 * 60 * 1000;

/// A plain school on a lane, whose clock the test moves.
struct SchoolOnLane {
    SchoolFolder folder;
    StoreLane lane;

    SchoolOnLane()
    {
        folder.create();
        open();
        change(1, 30);
    }
    void open()
    {
        auto opened = lane.open([this]() -> Result<std::unique_ptr<Store>> {
            return Store::openFile(folder.school(), folder.options());
        });
        opened.waitForFinished();
        REQUIRE(opened.result().has_value());
    }
    void change(std::uint64_t seed, int changes)
    {
        REQUIRE(lane.answer([&](Store& store, const Progress&) -> Result<Unit> {
                        work(store, seed, changes);
                        return Unit{};
                    })
                    .has_value());
    }
    BackupPlan plan() const { return {.folder = folder.backups()}; }
    bool isDue(Occasion occasion)
    {
        const auto due = lane.answer([&](Store& store, const Progress&) {
            return isBackupDue(store, folder.backups(), occasion);
        });
        REQUIRE(due.has_value());
        return *due;
    }
    AutomaticBackup backUp(Occasion occasion)
    {
        const auto result = backUpWhenDue(lane, plan(), occasion);
        if (!result) FAIL(result.error().key + ": " + result.error().detail);
        return *result;
    }
    std::size_t count() const { return listBackups(folder.backups())->backups.size(); }
};

/// An encrypted school, opened on a lane by one of its people.
struct ProtectedOnLane {
    TestComputer at;
    ProtectedSchool school{at};
    StoreLane lane;
    std::shared_ptr<security::Session> session;
    QString backups = at.folder.filePath("backups");

    ProtectedOnLane()
    {
        at.computer.store.clock = at.computer.clocks.wall;
        signIn("dewi", goodPassword);
    }
    void signIn(const QString& login, const QString& password)
    {
        auto opened = lane.open([&]() -> Result<std::unique_ptr<Store>> {
            auto in = accounts::signIn(
                school.path, login, security::SecretBytes::ofPassword(password), at.computer);
            if (!in) return in.error();
            session = in->session;
            return std::move(in->store);
        });
        opened.waitForFinished();
        REQUIRE(opened.result().has_value());
    }
    void signOut()
    {
        act([this](Store& store) { return accounts::signOut(store, *session); });
        lane.close().waitForFinished();
    }
    template<class Work>
    void act(Work work)
    {
        const auto result = lane.answer([&](Store& store, const Progress&) -> Result<Unit> {
            const Done worked = work(store);
            if (!worked) return worked.error();
            return Unit{};
        });
        if (!result) FAIL(result.error().key + ": " + result.error().detail);
    }
    BackupPlan plan() const { return {.folder = backups, .erasures = erasuresForBackup}; }
};

} // namespace

TEST_CASE("A school is backed up once a day when it is opened", "[storage][backup]")
{
    SchoolOnLane school;
    CHECK(school.isDue(Occasion::Opening));
    const AutomaticBackup first = school.backUp(Occasion::Opening);
    REQUIRE(first.made.has_value());
    CHECK(first.made->manifest.cause == BackupCause::Daily);
    CHECK(first.daysSince == 0);
    CHECK_FALSE(school.isDue(Occasion::Opening));
    school.change(2, 5);
    CHECK_FALSE(school.backUp(Occasion::Opening).made.has_value());
    CHECK(school.count() == 1);
    school.folder.now += day;
    CHECK(school.isDue(Occasion::Opening));
    CHECK(school.backUp(Occasion::Opening).made.has_value());
    CHECK(school.count() == 2);
}

TEST_CASE(
    "Before an import and when closing only what is not yet in a backup is backed up",
    "[storage][backup]")
{
    const auto occasion = GENERATE(Occasion::Risk, Occasion::Closing);
    SchoolOnLane school;
    CHECK(school.isDue(occasion));
    const AutomaticBackup made = school.backUp(occasion);
    REQUIRE(made.made.has_value());
    CHECK(
        made.made->manifest.cause ==
        (occasion == Occasion::Risk ? BackupCause::BeforeImport : BackupCause::Daily));
    CHECK_FALSE(school.isDue(occasion)); // the note of the backup is no change
    school.folder.now += 3 * day;
    const AutomaticBackup later = school.backUp(occasion);
    CHECK_FALSE(later.made.has_value());
    CHECK(later.daysSince == 3);
    school.change(2, 1);
    CHECK(school.isDue(occasion));
    CHECK(school.backUp(occasion).made.has_value());
}

TEST_CASE("A file that fell behind its newest backup is backed up again", "[storage][backup]")
{
    SchoolOnLane school;
    const QString before = school.folder.path("before.edupro");
    school.lane.close().waitForFinished();
    REQUIRE(QFile::copy(school.folder.school(), before));
    school.open();
    school.change(2, 40);
    REQUIRE(school.backUp(Occasion::Closing).made.has_value());
    school.lane.close().waitForFinished();
    REQUIRE(QFile::remove(school.folder.school()));
    REQUIRE(QFile::rename(before, school.folder.school()));
    school.open();
    CHECK(school.isDue(Occasion::Closing));
}

TEST_CASE("Another school's backups in the same folder count for nothing", "[storage][backup]")
{
    SchoolOnLane one;
    SchoolOnLane other;
    REQUIRE(backUpInSteps(other.lane, one.plan()).has_value());
    CHECK(one.isDue(Occasion::Opening));
    const auto days = one.lane.answer([&](Store& store, const Progress&) {
        return daysSinceBackup(store, one.folder.backups());
    });
    REQUIRE(days.has_value());
    CHECK_FALSE(days->has_value());
}

TEST_CASE("Automatic backups thin out the folder, backups by hand stay", "[storage][backup]")
{
    SchoolOnLane school;
    REQUIRE(backUpInSteps(school.lane, school.plan()).has_value()); // by hand
    for (int i = 0; i < 400; i += 10) {
        school.folder.now += 10 * day;
        school.change(static_cast<std::uint64_t>(i) + 2, 1);
        school.backUp(Occasion::Opening);
    }
    const auto list = listBackups(school.folder.backups());
    REQUIRE(list.has_value());
    const auto byHand =
        std::count_if(list->backups.begin(), list->backups.end(), [](const BackupFile& backup) {
            return backup.manifest.cause == BackupCause::Manual;
        });
    CHECK(byHand == 1);
    // Ten days apart: the 7 latest are also the latest of 5 weeks and 3 months; 9 months more.
    CHECK(list->backups.size() == 7 + 9 + 1);
    const std::vector<Keeping> keeping = keepingOf(list->backups, school.folder.now);
    CHECK(std::count(keeping.begin(), keeping.end(), Keeping::Daily) == 7);
    CHECK(std::count(keeping.begin(), keeping.end(), Keeping::Monthly) == 9);
}

TEST_CASE("Other work is done between the steps of a backup", "[storage][backup]")
{
    SchoolOnLane school;
    for (const std::uint64_t seed : {2, 3, 4, 6, 7, 8})
        school.change(seed, 900);
    bool workedWhileCopying = false;
    const auto made = backUpInSteps(school.lane, school.plan(), [&](double done) {
        if (done > 0.0 && done < 0.4 && !workedWhileCopying) {
            school.change(5, 1);
            workedWhileCopying = true;
        }
        return true;
    });
    REQUIRE(made.has_value());
    CHECK(workedWhileCopying);
    CHECK(verifyBackup(made->path, {})->opened);
}

TEST_CASE("A backup that is given up leaves nothing behind", "[storage][backup]")
{
    SchoolOnLane school;
    school.change(2, 500);
    const auto until = GENERATE(0.0, 0.45, 0.8);
    const auto made =
        backUpInSteps(school.lane, school.plan(), [&](double done) { return done < until; });
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == ErrorCode::Cancelled);
    CHECK(school.folder.files(school.folder.backups()).isEmpty());
    CHECK_FALSE(school.folder.files().join(u' ').contains(QStringLiteral("-work")));
    CHECK(backUpInSteps(school.lane, school.plan()).has_value()); // nothing holds it up
}

TEST_CASE("A folder that cannot be written is told, and work goes on", "[storage][backup]")
{
    SchoolOnLane school;
    school.folder.write(school.folder.path("no-folder"), "a file");
    const BackupPlan plan{.folder = school.folder.path("no-folder/backups")};
    const auto made = backUpWhenDue(school.lane, plan, Occasion::Opening);
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().key == "backup.folder");
    school.change(2, 5);
}

TEST_CASE("A closed store is told by name", "[storage][backup]")
{
    SchoolOnLane school;
    school.lane.close().waitForFinished();
    CHECK(
        backUpWhenDue(school.lane, school.plan(), Occasion::Closing).error().key == "store.closed");
    CHECK(backUpInSteps(school.lane, school.plan()).error().key == "store.closed");
}

TEST_CASE(
    "An encrypted school is backed up encrypted, and signing in and out is no change",
    "[storage][backup][accounts]")
{
    ProtectedOnLane school;
    const auto made = backUpWhenDue(school.lane, school.plan(), Occasion::Opening);
    REQUIRE(made.has_value());
    REQUIRE(made->made.has_value());
    CHECK(made->made->manifest.encrypted);
    const auto unlocked = [&](const QByteArray& keyFile) -> Result<SchoolFile::Keys> {
        const auto file = security::KeyFile::parse(keyFile);
        if (!file) return file.error();
        auto opened = file->unlock(
            "dewi", security::SecretBytes::ofPassword(goodPassword), school.at.time->load());
        if (!opened) return opened.error();
        return std::make_shared<const security::SchoolKeys>(std::move(opened->keys));
    };
    const auto check = verifyBackup(made->made->path, unlocked);
    REQUIRE(check.has_value());
    CHECK(check->opened);

    school.signOut();
    school.at.pass(60'000);
    school.signIn("dewi", goodPassword);
    const auto again = backUpWhenDue(school.lane, school.plan(), Occasion::Closing);
    REQUIRE(again.has_value());
    CHECK_FALSE(again->made.has_value());
    school.act([](Store& store) -> Done {
        Student ani{.nis = "10001", .name = "Contoh 1"};
        const auto saved = store.save(ani);
        return saved ? done() : Done(saved.error());
    });
    const auto changed = backUpWhenDue(school.lane, school.plan(), Occasion::Closing);
    REQUIRE(changed.has_value());
    CHECK(changed->made.has_value());
}

TEST_CASE(
    "A teacher's computer backs up the whole school with its erasures, though a teacher may not "
    "ask for it",
    "[storage][backup][accounts]")
{
    ProtectedOnLane school;
    QString oneTime;
    QStringList erased;
    school.act([&](Store& store) -> Done {
        for (int i = 0; i < 3; ++i) {
            Student student{.nis = QString::number(10001 + i), .name = "Contoh 1"};
            if (auto saved = store.save(student); !saved) return saved.error();
            if (i > 0) continue;
            const auto gone = privacy::eraseStudent(store, student.id, "error");
            if (!gone) return gone.error();
            erased << student.id.text();
        }
        auto added = accounts::addUser(
            store,
            {.login = "budi", .name = "Budi", .roles = security::Role::Teacher},
            school.at.computer.cost);
        if (!added) return added.error();
        oneTime = added->password;
        return done();
    });
    school.signOut();
    school.signIn("budi", oneTime);
    school.act([&](Store& store) {
        return accounts::changeOwnPassword(
            store,
            security::SecretBytes::ofPassword(oneTime),
            security::SecretBytes::ofPassword(otherPassword),
            school.at.computer.cost);
    });
    school.signOut();
    school.signIn("budi", otherPassword);

    CHECK(backUpInSteps(school.lane, school.plan()).error().key == "access.denied");
    const auto made = backUpWhenDue(school.lane, school.plan(), Occasion::Closing);
    REQUIRE(made.has_value());
    REQUIRE(made->made.has_value());
    CHECK(made->made->manifest.rows.value("students") == 3);
    CHECK(made->made->manifest.erasures == erased);
    const auto due = school.lane.answer([&](Store& store, const Progress&) {
        return isBackupDue(store, school.backups, Occasion::Closing);
    });
    CHECK_FALSE(*due);
    // What a teacher cannot see counts as written too.
    school.signOut();
    school.signIn("dewi", goodPassword);
    school.act([](Store& store) -> Done {
        Student student{.nis = "20001", .name = "Contoh 2"};
        const auto saved = store.save(student);
        return saved ? done() : Done(saved.error());
    });
    school.signOut();
    school.signIn("budi", otherPassword);
    const auto later = school.lane.answer([&](Store& store, const Progress&) {
        return isBackupDue(store, school.backups, Occasion::Closing);
    });
    CHECK(*later);
}
