// SPDX-License-Identifier: GPL-3.0-or-later
// Personal data in an encrypted file, with and without the second key.
#include "core/privacy/Disclosure.h"
#include "core/privacy/Dossier.h"
#include "core/privacy/EraseStudent.h"
#include "core/security/KeyFile.h"
#include "core/storage/audit/AuditLog.h"
#include "core/storage/audit/AuditVerify.h"
#include "tests/privacy/SampleFamily.h"
#include "tests/support/Stores.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::privacy;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

class EncryptedSchool {
public:
    EncryptedSchool()
        : m_keys(security::SchoolKeys::random())
    {
        auto store = Store::createFile(path(), options(true));
        if (!store) FAIL(store.error().key << ": " << store.error().detail);
        family = aFamily(**store);
        security::KeyFile file(QUuid::createUuid());
        REQUIRE(file.save(keyFile(), m_keys.file).has_value());
    }

    std::unique_ptr<Store> open(bool withSeal) const
    {
        auto store = Store::openFile(path(), options(withSeal));
        if (!store) FAIL(store.error().key << ": " << store.error().detail);
        return std::move(store).value();
    }
    QString path() const { return m_dir.filePath("school.edupro"); }
    QString keyFile() const { return security::keyFileOf(path()); }

    Family family;

private:
    StoreOptions options(bool withSeal) const
    {
        StoreOptions options = testOptions();
        security::SchoolKeys keys = m_keys.copy();
        if (!withSeal) keys.seal = {};
        options.keys = std::make_shared<const security::SchoolKeys>(std::move(keys));
        return options;
    }

    QTemporaryDir m_dir;
    security::SchoolKeys m_keys;
};

QString allText(Store& store, const StudentId& student)
{
    QString text;
    const auto history = store.history(student.value);
    REQUIRE(history.has_value());
    for (const Change& change : *history) {
        text += QJsonDocument(change.before).toJson();
        text += QJsonDocument(change.after).toJson();
    }
    const auto page = auditPage(store, {.row = student.value});
    REQUIRE(page.has_value());
    for (const AuditRecord& record : *page)
        text += QJsonDocument(record.changes).toJson();
    return text;
}

} // namespace

TEST_CASE(
    "Without the second key an encrypted school tells no sealed value and no sealed text",
    "[privacy]")
{
    const EncryptedSchool school;
    const Student& child = school.family.child;
    const auto store = school.open(false);
    CHECK(store->sealing() == Sealing::Locked);
    const Student seen = (*store->find<Student>(child.id))->record;
    CHECK(seen.name == child.name);
    CHECK_FALSE(seen.nik.has_value());
    CHECK_FALSE(seen.familyCardNumber.has_value());
    CHECK_FALSE(seen.healthNotes.has_value());
    const QString text = allText(*store, child.id);
    CHECK(text.contains(child.name));
    for (const QString& hidden : {*child.nik, *child.healthNotes, QStringLiteral("s1:")})
        CHECK_FALSE(text.contains(hidden));
    CHECK(store->list<Student>(QStringLiteral("nik"), *child.nik)->empty());
    CHECK(store->connection()
              .scalar(QStringLiteral("SELECT total_penghasilan FROM penghasilan_ortu"))
              ->isNull());
    CHECK(dossierOf(*store, child.id).error().key == "access.sealed");
    CHECK(revealStudent(*store, child.id, QStringLiteral("form")).error().key == "access.sealed");
}

TEST_CASE("With the second key everything is there, sums included", "[privacy]")
{
    const EncryptedSchool school;
    const auto store = school.open(true);
    CHECK((*store->find<Student>(school.family.child.id))->record == school.family.child);
    CHECK(studentOfNumber(*store, *school.family.child.nik).value() == school.family.child.id);
    CHECK(
        store->connection()
            .scalar(QStringLiteral("SELECT total_penghasilan FROM penghasilan_ortu"))
            ->toLongLong() == 2'500'000);
    const auto dossier = dossierOf(*store, school.family.child.id);
    REQUIRE(dossier.has_value());
    const QString text = QString::fromUtf8(QJsonDocument(toJson(*dossier)).toJson());
    for (const QString& value : FamilyCanaries().only) {
        INFO(value.toStdString());
        CHECK(text.contains(value));
    }
    CHECK_FALSE(text.contains(QStringLiteral("s1:")));
    // Lists of changes keep their mask all the same.
    CHECK_FALSE(allText(*store, school.family.child.id).contains(*school.family.child.nik));
}

TEST_CASE(
    "Somebody without the second key changes a student and every sealed value survives",
    "[privacy]")
{
    const EncryptedSchool school;
    {
        const auto store = school.open(false);
        Student seen = (*store->find<Student>(school.family.child.id))->record;
        seen.address = QStringLiteral("Jalan Baru 1");
        REQUIRE(store->save(seen).value() == Saved::Updated);
    }
    Student expected = school.family.child;
    expected.address = QStringLiteral("Jalan Baru 1");
    const auto store = school.open(true);
    CHECK((*store->find<Student>(expected.id))->record == expected);
    CHECK(store->list<Student>(QStringLiteral("nik"), *expected.nik)->size() == 1);
}

TEST_CASE(
    "An erasure in an encrypted school reaches its key file and leaves no free page", "[privacy]")
{
    const EncryptedSchool school;
    const auto store = school.open(true);
    const auto erased = eraseStudent(*store, school.family.child.id, QStringLiteral("request"));
    if (!erased) FAIL(erased.error().key << ": " << erased.error().detail);
    const auto keys = security::KeyFile::load(school.keyFile());
    REQUIRE(keys.has_value());
    CHECK(keys->erasures() == std::vector<QUuid>{school.family.child.id.value});
    CHECK(keys->isAuthentic(store->keys()->file));
    CHECK(store->connection().scalar(QStringLiteral("PRAGMA freelist_count"))->toInt() == 0);
    CHECK(QFileInfo(school.path() + "-wal").size() == 0);
    CHECK_FALSE(verifyAudit(store->connection())->broken.has_value());
    const Student child = (*store->find<Student>(school.family.child.id))->record;
    CHECK(child.name == erasedText);
    CHECK_FALSE(child.nik.has_value());
}

TEST_CASE("A key file that somebody else wrote is not signed by an erasure", "[privacy]")
{
    const EncryptedSchool school;
    security::KeyFile foreign(QUuid::createUuid());
    REQUIRE(foreign.save(school.keyFile(), security::SecretBytes::random(security::keySize))
                .has_value());
    const auto store = school.open(true);
    const auto erased = eraseStudent(*store, school.family.child.id, QStringLiteral("request"));
    REQUIRE_FALSE(erased.has_value());
    CHECK(erased.error().key == "key.damaged");
    CHECK(security::KeyFile::load(school.keyFile())->erasures().empty());
    // The student is erased all the same, in the log and in free pages, too.
    CHECK((*store->find<Student>(school.family.child.id))->record.name == erasedText);
    CHECK(QFileInfo(school.path() + "-wal").size() == 0);
    CHECK(store->connection().scalar(QStringLiteral("PRAGMA freelist_count"))->toInt() == 0);
}
