// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/Student.h"
#include "core/storage/Migrator.h"
#include "core/storage/Store.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/FileBytes.h"
#include "tests/support/Stores.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

// A folder of the test's own; the note about clean closing goes to Qt's test locations.
struct Folder {
    Folder() { QStandardPaths::setTestModeEnabled(true); }
    QString path(const char* name) const { return directory.filePath(QString::fromUtf8(name)); }
    QStringList files() const
    {
        return QDir(directory.path()).entryList(QDir::Files | QDir::Hidden);
    }
    QTemporaryDir directory;
};

std::string keyOfOpening(const QString& path)
{
    const auto store = Store::openFile(path, testOptions());
    return store ? "opened" : store.error().key;
}

void createWithStudents(const QString& path, int students)
{
    auto store = Store::createFile(path, testOptions());
    if (!store) FAIL(store.error().detail);
    auto transaction = Transaction::begin(**store);
    for (int i = 0; i < students; ++i) {
        Student student = aStudent().withNis(QByteArray::number(10000 + i).constData());
        REQUIRE((*store)->save(student).has_value());
    }
    REQUIRE(transaction->commit().has_value());
}

} // namespace

TEST_CASE(
    "A created school file is found again with what was saved, and nothing else lies beside it",
    "[storage]")
{
    const Folder folder;
    const QString path = folder.path("SMP Contoh #1 100%? (a;b) 'ä'.edupro");
    createWithStudents(path, 3);
    CHECK(folder.files() == QStringList{QStringLiteral("SMP Contoh #1 100%? (a;b) 'ä'.edupro")});
    const auto store = Store::openFile(path, testOptions());
    REQUIRE(store.has_value());
    CHECK((*store)->count(entityInfo<Student>()).value() == 3);
}

TEST_CASE("A school file has every setting that keeps acknowledged writes", "[storage]")
{
    const Folder folder;
    const auto store = Store::createFile(folder.path("a.edupro"), testOptions());
    REQUIRE(store.has_value());
    const auto pragma = [&](const char* name) {
        return (*store)
            ->connection()
            .scalar(QStringLiteral("PRAGMA ") + QLatin1String(name))
            ->toString();
    };
    CHECK(pragma("journal_mode") == QStringLiteral("wal"));
    CHECK(pragma("synchronous") == QStringLiteral("2"));
    CHECK(pragma("foreign_keys") == QStringLiteral("1"));
    CHECK(pragma("temp_store") == QStringLiteral("2"));
    CHECK(pragma("mmap_size") == QStringLiteral("0"));
    CHECK(pragma("application_id").toInt() == applicationId);
    CHECK(pragma("user_version").toInt() == newestSchema(Dialect::Sqlite));
}

TEST_CASE("What is not a whole school file is refused by name and left as it was", "[storage]")
{
    const Folder folder;
    SECTION("a missing file is not created")
    {
        CHECK(keyOfOpening(folder.path("none.edupro")) == "store.missing");
        CHECK(folder.files().isEmpty());
    }
    SECTION("a folder")
    {
        CHECK(keyOfOpening(folder.directory.path()) == "store.directory");
    }
    SECTION("an empty file")
    {
        writeFile(folder.path("empty.edupro"), {});
        CHECK(keyOfOpening(folder.path("empty.edupro")) == "store.empty");
    }
    SECTION("a text")
    {
        writeFile(folder.path("text.edupro"), QByteArray("nis,nama\n").repeated(1000));
        CHECK(keyOfOpening(folder.path("text.edupro")) == "store.foreign");
    }
    SECTION("a database of another program")
    {
        createWithStudents(folder.path("other.edupro"), 1);
        QByteArray bytes = bytesOf(folder.path("other.edupro"));
        bytes[68] = 0;
        writeFile(folder.path("other.edupro"), bytes);
        CHECK(keyOfOpening(folder.path("other.edupro")) == "store.foreign");
        CHECK(bytesOf(folder.path("other.edupro")) == bytes);
    }
    SECTION("a file of a newer program")
    {
        createWithStudents(folder.path("newer.edupro"), 1);
        QByteArray bytes = bytesOf(folder.path("newer.edupro"));
        bytes[62] = 0x7F;
        writeFile(folder.path("newer.edupro"), bytes);
        CHECK(keyOfOpening(folder.path("newer.edupro")) == "store.newer");
        CHECK(bytesOf(folder.path("newer.edupro")) == bytes);
    }
    SECTION("a file cut short")
    {
        createWithStudents(folder.path("short.edupro"), 300);
        const QByteArray bytes = bytesOf(folder.path("short.edupro"));
        writeFile(folder.path("short.edupro"), bytes.left(bytes.size() / 2 / 4096 * 4096));
        CHECK(keyOfOpening(folder.path("short.edupro")) == "store.damaged");
    }
    SECTION("a file with pages overwritten")
    {
        createWithStudents(folder.path("damaged.edupro"), 300);
        QByteArray bytes = bytesOf(folder.path("damaged.edupro"));
        bytes.replace(8192, bytes.size() - 8192, QByteArray(bytes.size() - 8192, '\x5A'));
        writeFile(folder.path("damaged.edupro"), bytes);
        CHECK(keyOfOpening(folder.path("damaged.edupro")) == "store.damaged");
    }
}

TEST_CASE(
    "A school file is open in one program at a time, and a crashed one does not hold it",
    "[storage]")
{
    const Folder folder;
    const QString path = folder.path("a.edupro");
    createWithStudents(path, 1);
    {
        const auto first = Store::openFile(path, testOptions());
        REQUIRE(first.has_value());
        CHECK(keyOfOpening(path) == "store.in_use");
    }
    CHECK(keyOfOpening(path) == "opened");
    writeFile(
        path + QStringLiteral("-lock"),
        "999999999\nedupro\n\n"); // left by a process that is no more
    CHECK(keyOfOpening(path) == "opened");
    writeFile(path + QStringLiteral("-lock"), {}); // left by one killed before it wrote its name
    CHECK(keyOfOpening(path) == "opened");
}

TEST_CASE("Creating refuses to touch what exists and says when it cannot write", "[storage]")
{
    const Folder folder;
    const QString path = folder.path("a.edupro");
    createWithStudents(path, 1);
    const QByteArray before = bytesOf(path);
    CHECK(Store::createFile(path, testOptions()).error().key == "store.exists");
    CHECK(bytesOf(path) == before);
    CHECK(
        Store::createFile(folder.path("none/a.edupro"), testOptions()).error().key ==
        "store.missing_folder");
    if (QDir(QStringLiteral("/proc")).exists()) // a folder that nobody can write to, not even root
        CHECK(
            Store::createFile(QStringLiteral("/proc/a.edupro"), testOptions()).error().key ==
            "store.read_only");
}

TEST_CASE("What was acknowledged before a crash is there after it", "[storage]")
{
    const Folder folder;
    const QString path = folder.path("a.edupro");
    createWithStudents(path, 1);
    const QString crashed = folder.path("crashed.edupro");
    {
        StoreOptions options = testOptions();
        options.newId = randomIds(options.clock); // the ordered ones would begin again
        const auto store = Store::openFile(path, options);
        Student student = aStudent().withNis("99999");
        REQUIRE((*store)->save(student).has_value());
        // The state on the disk at this moment is what a power cut would leave: file and log.
        REQUIRE(QFile::copy(path, crashed));
        REQUIRE(QFile::copy(path + QStringLiteral("-wal"), crashed + QStringLiteral("-wal")));
    }
    const auto store = Store::openFile(crashed, testOptions());
    REQUIRE(store.has_value());
    CHECK((*store)->count(entityInfo<Student>()).value() == 2);
}
