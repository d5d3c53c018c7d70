// SPDX-License-Identifier: GPL-3.0-or-later
// An erasure outlives every backup that was made before it.
#include "app/Erasures.h"
#include "core/security/KeyFile.h"
#include "core/storage/audit/AuditVerify.h"
#include "core/storage/backup/Backup.h"
#include "tests/privacy/Figures.h"
#include "tests/privacy/SampleFamily.h"
#include "tests/support/Stores.h"

#include <QDir>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::privacy;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

struct BackedUpSchool {
    explicit BackedUpSchool(bool encrypted)
    {
        if (encrypted)
            keys = std::make_shared<const security::SchoolKeys>(security::SchoolKeys::random());
    }

    std::unique_ptr<Store> open(bool isNew = false) const
    {
        StoreOptions options = testOptions();
        options.keys = keys;
        auto store = isNew ? Store::createFile(path(), std::move(options))
                           : Store::openFile(path(), std::move(options));
        if (!store) FAIL(store.error().key << ": " << store.error().detail);
        if (isNew && keys) {
            security::KeyFile file(QUuid::createUuid());
            REQUIRE(file.save(security::keyFileOf(path()), keys->file).has_value());
        }
        return std::move(store).value();
    }
    QString path() const { return dir.filePath("school.edupro"); }
    QString backups() const { return dir.filePath("backups"); }

    BackupFile backUp(Store& store) const
    {
        const auto made = createBackup(store, {.folder = backups(), .erasures = erasuresForBackup});
        if (!made) FAIL(made.error().key << ": " << made.error().detail);
        return *made;
    }

    void restore(const QString& backup) const
    {
        const auto known = keys;
        RestoreOptions options{.currentKeys = keys, .now = testNow + 1, .entities = allEntities()};
        options.people.permit = [](Connection*, Connection&) -> Result<QString> {
            return QStringLiteral("tester");
        };
        if (known)
            options.keys = [known](const QByteArray&) -> Result<SchoolFile::Keys> {
                return known;
            };
        options.erasure = erasureHooks();
        const auto restored = restoreBackup(backup, path(), options);
        if (!restored) FAIL(restored.error().key << ": " << restored.error().detail);
    }

    /// Where canaries stand beside the school, backups left out.
    QStringList hits() const
    {
        QStringList found;
        for (const QFileInfo& file : QDir(dir.path()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile opened(file.filePath());
            REQUIRE(opened.open(QIODevice::ReadOnly));
            const QByteArray bytes = opened.readAll();
            for (const QString& canary : FamilyCanaries().only)
                if (bytes.contains(canary.toUtf8())) found.append(file.fileName() + ": " + canary);
        }
        return found;
    }

    QTemporaryDir dir;
    SchoolFile::Keys keys;
};

void checkErased(
    const BackedUpSchool& school, const Family& family, const std::vector<qint64>& expected)
{
    CHECK(school.hits().join(", ").toStdString().empty());
    const auto store = school.open();
    CHECK(figures(*store) == expected);
    const Student child = (*store->find<Student>(family.child.id))->record;
    CHECK(child.name == erasedText);
    CHECK_FALSE(child.nik.has_value());
    CHECK_FALSE((*store->find<Guardian>(family.father.id))->record.name.has_value());
    CHECK((*store->find<Guardian>(family.mother.id))->record.name == family.mother.name);
    CHECK(erasureRegister(store->connection())->contains(family.child.id.text()));
    const auto report = verifyAudit(store->connection());
    REQUIRE(report.has_value());
    CHECK_FALSE(report->broken.has_value());
    QString payloads;
    REQUIRE(store->connection()
                .read(
                    QStringLiteral("SELECT payload FROM audit_event"),
                    {},
                    [&](const QSqlQuery& row) {
                        payloads += row.value(0).toString();
                        return true;
                    })
                .has_value());
    for (const QString& canary : FamilyCanaries().only)
        CHECK_FALSE(payloads.contains(canary));
    CHECK(store->connection().scalar(QStringLiteral("PRAGMA freelist_count"))->toInt() == 0);
}

} // namespace

TEST_CASE("A student erased yesterday is unreadable in last week's restored backup", "[privacy]")
{
    const bool encrypted = GENERATE(false, true);
    INFO((encrypted ? "encrypted" : "plain"));
    const BackedUpSchool school(encrypted);
    Family family;
    std::vector<qint64> expected;
    BackupFile lastWeek;
    Erasure line;
    qint64 told = 0;
    {
        const auto store = school.open(true);
        family = aFamily(*store);
        auto marks = store->list<FinalMark>(
            QStringLiteral("student_id"), QVariant::fromValue(family.child.id.value));
        REQUIRE_FALSE(marks->empty());
        store->setReason(FamilyCanaries().only[0]); // typed about a row that keeps its figures
        marks->front().mark = 91.0;
        REQUIRE(store->save(marks->front()).has_value());
        expected = figures(*store);
        told = toldMarks(*store);
        lastWeek = school.backUp(*store);
        CHECK(lastWeek.manifest.erasures.isEmpty());
        REQUIRE(eraseStudent(*store, family.child.id, QStringLiteral("error")).has_value());
        CHECK(school.backUp(*store).manifest.erasures == QStringList{family.child.id.text()});
        line = (*store->find<Erasure>(ErasureId{family.child.id.value}))->record;
    }
    school.restore(lastWeek.path);
    checkErased(school, family, expected);
    CHECK((*school.open()->find<Erasure>(line.id))->record == line); // when, by whom and why
    CHECK(toldMarks(*school.open()) == told - 1);                    // that of the reason alone
}

TEST_CASE("The key file remembers an erasure when the school file itself is lost", "[privacy]")
{
    const BackedUpSchool school(true);
    Family family;
    std::vector<qint64> expected;
    QString lastWeek;
    {
        const auto store = school.open(true);
        family = aFamily(*store);
        expected = figures(*store);
        lastWeek = school.backUp(*store).path;
        REQUIRE(eraseStudent(*store, family.child.id, QStringLiteral("request")).has_value());
    }
    REQUIRE(QFile::remove(school.path()));
    school.restore(lastWeek);
    checkErased(school, family, expected);
}
