// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is older than what its key file or this computer has seen of it.
#include "core/security/KeyFile.h"
#include "core/storage/audit/AuditLog.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/audit/AuditVerify.h"
#include "core/storage/changes/Lineage.h"
#include "core/storage/Drafts.h"
#include "core/storage/Store.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Memory.h"
#include "tests/support/Stores.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sqlite3.h>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

/// A school file, plain or encrypted with a key file beside it, on a computer that has seen it.
class School {
public:
    explicit School(bool encrypted)
    {
        QStandardPaths::setTestModeEnabled(true);
        if (encrypted) {
            m_keys = std::make_shared<const security::SchoolKeys>(security::SchoolKeys::random());
            security::KeyFile file(QUuid::createUuid());
            REQUIRE(file.save(security::keyFileOf(path()), m_keys->file).has_value());
        }
        REQUIRE(Store::createFile(path(), options()).has_value());
    }
    QString path() const { return m_folder.filePath(QStringLiteral("a.edupro")); }
    std::unique_ptr<Store> open() const
    {
        auto store = Store::openFile(path(), options());
        if (!store) FAIL(store.error().key << ": " << store.error().detail);
        return std::move(store).value();
    }
    void addStudents(int first, int last) const { addTo(*open(), first, last); }
    static void addTo(Store& store, int first, int last)
    {
        for (int number = first; number <= last; ++number) {
            Student student = aStudent();
            student.nis = QString::number(20'000 + number);
            REQUIRE(store.save(student).has_value());
        }
    }
    /// Copies of the files of this name under another; what is not there is not there.
    void keepAs(const QString& name, const QStringList& suffixes) const
    {
        copy(path(), m_folder.filePath(name), suffixes);
    }
    void putBack(const QString& name, const QStringList& suffixes) const
    {
        copy(m_folder.filePath(name), path(), suffixes);
    }
    /// Ends a program that has the file open as a power cut does: nothing is closed, and its files
    /// are what the disk has now.
    void killWith(std::unique_ptr<Store> store) const
    {
        keepAs(QStringLiteral("killed"), everything);
        const auto memory = memoryOf(*store);
        const QByteArray seen = contentOf(memory);
        store.reset();
        putBack(QStringLiteral("killed"), everything);
        QFile file(memory);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(seen) == seen.size());
    }

    static inline const QStringList database{QString(), "-wal", "-shm"};
    static inline const QStringList everything{QString(), "-wal", "-shm", "-keys", "-keys.old"};

private:
    StoreOptions options() const
    {
        StoreOptions options = testOptions();
        options.newId = {};
        options.keys = m_keys;
        if (m_keys) {
            auto file = security::KeyFile::load(security::keyFileOf(path()));
            REQUIRE(file.has_value());
            options.keyFile = std::make_shared<security::KeyFile>(std::move(file).value());
        }
        return options;
    }
    static void copy(const QString& from, const QString& to, const QStringList& suffixes)
    {
        for (const QString& suffix : suffixes) {
            QFile::remove(to + suffix);
            if (QFile::exists(from + suffix)) REQUIRE(QFile::copy(from + suffix, to + suffix));
        }
    }
    static QString memoryOf(Store& store)
    {
        return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
               "/edupro/seen-" + fileId(store.connection())->toString(QUuid::WithoutBraces) +
               ".json";
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    QTemporaryDir m_folder;
    SchoolFile::Keys m_keys;
};

/// What this computer remembers now, to be brought back later.
class StoredMemory {
public:
    StoredMemory()
    {
        for (const QString& name : folder().entryList({"seen-*.json"}, QDir::Files)) {
            QFile file(folder().filePath(name));
            REQUIRE(file.open(QIODevice::ReadOnly));
            m_files.insert(name, file.readAll());
        }
    }
    void putBack() const
    {
        forgetFiles();
        for (auto one = m_files.begin(); one != m_files.end(); ++one) {
            QFile file(folder().filePath(one.key()));
            REQUIRE(file.open(QIODevice::WriteOnly));
            REQUIRE(file.write(*one) == one->size());
        }
    }

private:
    static QDir folder()
    {
        return QDir(
            QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/edupro");
    }

    QMap<QString, QByteArray> m_files;
};

QStringList causes(Store& store)
{
    QStringList all;
    const Done read = store.connection().read(
        "SELECT cause FROM lineage ORDER BY rowid", {}, [&all](const QSqlQuery& row) {
            all.append(row.value(0).toString());
            return true;
        });
    REQUIRE(read.has_value());
    return all;
}

std::string keyOf(const Done& result)
{
    return result ? "done" : result.error().key;
}

/// Reading works, no way of writing does, and nothing of the file changes.
void checkReadOnly(Store& store, qint64 students)
{
    REQUIRE(store.whyReadOnly().has_value());
    CHECK(store.whyReadOnly()->key == "audit.rolled_back");
    CHECK(store.count(entityInfo<Student>()).value() == students);
    const AuditHead head = auditHead(store.connection()).value();
    Student student = aStudent();
    student.nis = QStringLiteral("29999");
    CHECK(store.save(student).error().key == "audit.rolled_back");
    CHECK(keyOf(store.note({.action = AuditAction::Export})) == "audit.rolled_back");
    CHECK(Transaction::begin(store).error().key == "audit.rolled_back");
    CHECK(
        store.connection().run("DELETE FROM drafts", {}).error().key ==
        "store.read_only"); // past the door
    CHECK(auditHead(store.connection()).value() == head);
    CHECK(causes(store) == QStringList{"create"});
}

} // namespace

TEST_CASE(
    "An older copy in a file's place can only be read until somebody decides", "[storage][changes]")
{
    const bool encrypted = GENERATE(false, true);
    INFO((encrypted ? "encrypted" : "plain"));
    const School school(encrypted);
    school.addStudents(1, 1);
    school.keepAs("older", School::database);
    school.addStudents(2, 3);
    const qint64 expected = auditHead(school.open()->connection())->n;
    school.putBack("older", School::database);
    for (int opening = 0; opening < 2; ++opening) // closing it undecided changes nothing
        checkReadOnly(*school.open(), 1);

    {
        const auto store = school.open();
        CHECK(store->acceptOlderFile(QString(501, u'x')).error().key == "audit.reason");
        REQUIRE(store->whyReadOnly().has_value());
        CHECK(causes(*store) == QStringList{"create"});
        REQUIRE(store->acceptOlderFile("the disk was exchanged").has_value());
        CHECK_FALSE(store->whyReadOnly().has_value());
        CHECK(causes(*store) == QStringList{"create", "accept"});
        const auto page = auditPage(*store, {.actions = {"accept_older_file"}});
        REQUIRE(page.has_value());
        REQUIRE(page->size() == 1);
        const AuditRecord& decision = page->front();
        CHECK(decision.reason == "the disk was exchanged");
        CHECK(decision.person == "tester");
        CHECK(decision.changes.value("expected").toArray().at(1).toInteger() == expected);
        CHECK(decision.changes.value("found").toArray().at(1).toInteger() == expected - 2);
        School::addTo(*store, 4, 4);
        CHECK_FALSE(verifyAudit(store->connection())->broken.has_value());
        CHECK(acceptedOlder(store->connection())->size() == 1);
    }
    const auto store = school.open();
    CHECK_FALSE(store->whyReadOnly().has_value());
    CHECK(store->count(entityInfo<Student>()).value() == 2);
    CHECK(store->acceptOlderFile("again").error().key == "store.not_rolled_back");
    CHECK(causes(*store) == QStringList{"create", "accept"});
}

TEST_CASE("A key file knows that its school file is older, on any computer", "[storage][changes]")
{
    const School school(true);
    school.addStudents(1, 1);
    school.keepAs("older", School::database);
    school.addStudents(2, 2);
    school.putBack("older", School::database);
    forgetFiles();
    const auto store = school.open();
    checkReadOnly(*store, 1);
    CHECK(store->whyReadOnly()->detail.find("key file") != std::string::npos);
}

TEST_CASE(
    "This computer knows that a whole set was put back, its key file too", "[storage][changes]")
{
    const School school(true);
    school.addStudents(1, 1);
    school.keepAs("older", School::everything);
    school.addStudents(2, 2);
    school.putBack("older", School::everything);
    {
        const auto store = school.open();
        checkReadOnly(*store, 1);
        CHECK(store->whyReadOnly()->detail.find("this computer") != std::string::npos);
    }
    // The limit: another computer, given nothing but an old set that fits, cannot know. The copy is
    // noted as moved there, and a server or a printed code tells.
    forgetFiles();
    const auto store = school.open();
    CHECK_FALSE(store->whyReadOnly().has_value());
    CHECK(causes(*store) == QStringList{"create", "move"});
}

TEST_CASE("A file that was emptied of all its history is seen as well", "[storage][changes]")
{
    const School school(false);
    school.keepAs("older", School::database); // its first event only
    school.addStudents(1, 1);
    school.putBack("older", School::database);
    checkReadOnly(*school.open(), 0);
}

TEST_CASE("A deleted log is seen after a clean end and after a crash", "[storage][changes]")
{
    const bool encrypted = GENERATE(false, true);
    const bool clean = GENERATE(false, true);
    INFO((encrypted ? "encrypted" : "plain") << (clean ? ", closed" : ", crashed"));
    const School school(encrypted);
    school.addStudents(1, 1);
    {
        auto store = school.open();
        if (clean) // closing empties the log; a reader of another program would have kept it
            sqlite3_db_config(
                store->connection().sqliteHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        School::addTo(*store, 2, 3);
        if (!clean) school.killWith(std::move(store));
    }
    REQUIRE(QFile(school.path() + "-wal").size() > 0);
    school.keepAs("whole", School::database);
    REQUIRE(QFile::remove(school.path() + "-wal"));
    QFile::remove(school.path() + "-shm");
    checkReadOnly(*school.open(), 1);

    school.putBack("whole", School::database); // found again: nothing is lost
    const auto store = school.open();
    CHECK_FALSE(store->whyReadOnly().has_value());
    CHECK(store->count(entityInfo<Student>()).value() == 3);
    School::addTo(*store, 4, 4);
}

TEST_CASE("A file that was restored or accepted elsewhere is known here", "[storage][changes]")
{
    const School school(false);
    school.addStudents(1, 1);
    school.keepAs("older", School::database);
    school.addStudents(2, 4);
    const StoredMemory here; // before the other computer does its part
    school.putBack("older", School::database);
    const bool restored = GENERATE(false, true);
    {
        const auto store = school.open();
        if (restored) { // as a restore begins its line
            REQUIRE(store->connection().setReadOnly(false).has_value());
            REQUIRE(store->connection().execute("BEGIN IMMEDIATE").has_value());
            REQUIRE(beginLineage(store->connection(), "restore").has_value());
            REQUIRE(
                appendEvent(store->connection(), {.action = AuditAction::RestoreFile}).has_value());
            REQUIRE(store->connection().execute("COMMIT").has_value());
        } else {
            REQUIRE(store->acceptOlderFile("decided there").has_value());
        }
    }
    school.keepAs("there", School::database);
    here.putBack();
    {
        const auto store = school.open();
        CHECK_FALSE(store->whyReadOnly().has_value());
        School::addTo(*store, 5, 5);
    }
    // But an older copy of that line is one.
    school.putBack("there", School::database);
    CHECK(school.open()->whyReadOnly().has_value());
}

TEST_CASE("A crash alone is no reason to doubt a file", "[storage][changes]")
{
    const bool encrypted = GENERATE(false, true);
    const School school(encrypted);
    auto store = school.open();
    School::addTo(*store, 1, 3);
    school.killWith(std::move(store));
    const auto again = school.open();
    CHECK_FALSE(again->whyReadOnly().has_value());
    CHECK(again->count(entityInfo<Student>()).value() == 3);
}
