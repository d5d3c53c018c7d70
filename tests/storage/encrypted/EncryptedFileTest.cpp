// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/Student.h"
#include "core/storage/encrypted/EncryptedVfs.h"
#include "core/storage/Store.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/FileBytes.h"
#include "tests/support/Stores.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

using Keys = SchoolFile::Keys;

struct Folder {
    Folder() { QStandardPaths::setTestModeEnabled(true); }
    QString path(const char* name) const { return directory.filePath(QString::fromUtf8(name)); }
    QStringList files() const
    {
        return QDir(directory.path()).entryList(QDir::Files | QDir::Hidden);
    }
    QTemporaryDir directory;
};

Keys newKeys()
{
    return std::make_shared<const security::SchoolKeys>(security::SchoolKeys::random());
}

StoreOptions optionsWith(const Keys& keys)
{
    StoreOptions options = testOptions();
    options.keys = keys;
    return options;
}

void create(const QString& path, const Keys& keys, int students)
{
    auto store = Store::createFile(path, optionsWith(keys));
    if (!store) FAIL(store.error().detail);
    auto transaction = Transaction::begin(**store);
    for (int i = 0; i < students; ++i) {
        Student student = aStudent().withNis(QByteArray::number(10000 + i).constData());
        REQUIRE((*store)->save(student).has_value());
    }
    REQUIRE(transaction->commit().has_value());
}

std::string keyOfOpening(const QString& path, const Keys& keys)
{
    const auto store = Store::openFile(path, optionsWith(keys));
    return store ? "opened" : store.error().key;
}

} // namespace

TEST_CASE("An encrypted school file is found again with what was saved", "[storage][encrypted]")
{
    const Folder folder;
    const QString path = folder.path("SMP Contoh #1 100%? (a;b) 'ä'.edupro");
    const Keys keys = newKeys();
    create(path, keys, 3);
    CHECK(folder.files() == QStringList{QStringLiteral("SMP Contoh #1 100%? (a;b) 'ä'.edupro")});
    CHECK(bytesOf(path).startsWith(QByteArrayLiteral("EDUPRO1\0")));
    const auto store = Store::openFile(path, optionsWith(keys));
    if (!store) FAIL(store.error().detail);
    CHECK((*store)->count(entityInfo<Student>()).value() == 3);
    sqlite3* handle = (*store)->connection().sqliteHandle();
    CHECK(encrypted::checkVfs(handle, QStringLiteral("eduvfs")).has_value());
    CHECK(encrypted::checkVfs(handle, QStringLiteral("unix")).error().key == "key.no_vfs");
    CHECK_FALSE(QFile::exists(path + QStringLiteral("-shm")));
}

TEST_CASE("A file opens with its own key only, and says what is wrong", "[storage][encrypted]")
{
    const Folder folder;
    const QString path = folder.path("a.edupro");
    const QString plain = folder.path("plain.edupro");
    const Keys keys = newKeys();
    create(path, keys, 1);
    create(plain, nullptr, 1);
    const QByteArray before = bytesOf(path);
    CHECK(keyOfOpening(path, keys) == "opened");
    CHECK(keyOfOpening(path, newKeys()) == "key.mismatch");
    CHECK(keyOfOpening(path, nullptr) == "key.needed");
    CHECK(keyOfOpening(plain, keys) == "key.unneeded");
    CHECK(keyOfOpening(plain, nullptr) == "opened");
    writeFile(folder.path("text.edupro"), QByteArray("nis,nama\n").repeated(1000));
    CHECK(keyOfOpening(folder.path("text.edupro"), keys) == "store.foreign");
    CHECK(keyOfOpening(folder.path("none.edupro"), keys) == "store.missing");
    writeFile(folder.path("empty.edupro"), {});
    CHECK(keyOfOpening(folder.path("empty.edupro"), keys) == "store.empty");
    CHECK(bytesOf(path) == before);
}

TEST_CASE("A lane beside the storage lane reads and cannot write", "[storage][encrypted]")
{
    const Folder folder;
    const QString path = folder.path("a.edupro");
    const Keys keys = GENERATE(Keys(), newKeys());
    create(path, keys, 2);
    const auto store = Store::openFile(path, optionsWith(keys));
    REQUIRE(store.has_value());
    auto reader = Connection::openSqlite(path, Connection::Mode::ReadOnly, keys.get());
    if (!reader) FAIL(reader.error().detail);
    const QString count = QStringLiteral("SELECT COUNT(*) FROM students");
    CHECK((*reader)->scalar(count)->toInt() == 2);
    Student student = aStudent().withNis("777777");
    student.id.value = QUuid::createUuid();
    REQUIRE((*store)->save(student).has_value());
    CHECK((*reader)->scalar(count)->toInt() == 3);
    CHECK(
        (*reader)->execute(QStringLiteral("DELETE FROM students")).error().key ==
        "store.read_only");
    CHECK((*reader)->scalar(QStringLiteral("PRAGMA wal_autocheckpoint"))->toInt() == 0);
    const qint64 log = QFileInfo(path + QStringLiteral("-wal")).size();
    CHECK(log > 0);
    reader.value().reset();
    CHECK(QFileInfo(path + QStringLiteral("-wal")).size() == log); // closing takes nothing over
}

namespace {

/// A file and its log as a crash leaves them; the log ends with two transactions of their own.
qint64 crashWithTwoCommits(const QString& path, const QString& crashed, const Keys& keys)
{
    qint64 beforeLast = 0;
    StoreOptions options = optionsWith(keys);
    options.newId = randomIds(options.clock);
    const auto store = Store::openFile(path, options);
    REQUIRE(store.has_value());
    for (const char* nis : {"777771", "777772"}) {
        beforeLast = QFileInfo(path + QStringLiteral("-wal")).size();
        Student student = aStudent().withNis(nis);
        REQUIRE((*store)->save(student).has_value());
    }
    for (const char* suffix : {"", "-wal"}) {
        QFile::remove(crashed + QLatin1String(suffix));
        REQUIRE(QFile::copy(path + QLatin1String(suffix), crashed + QLatin1String(suffix)));
    }
    return beforeLast;
}

void flip(const QString& path, qint64 at)
{
    QByteArray bytes = bytesOf(path);
    bytes[at] = static_cast<char>(~bytes[at]);
    writeFile(path, bytes);
}

} // namespace

TEST_CASE(
    "A torn last transaction is told once, and more damage of the log is refused",
    "[storage][encrypted]")
{
    const Folder folder;
    const QString path = folder.path("a.edupro");
    const QString crashed = folder.path("crashed.edupro");
    const QString log = crashed + QStringLiteral("-wal");
    const Keys keys = GENERATE(Keys(), newKeys());
    create(path, keys, 2);
    const qint64 last = crashWithTwoCommits(path, crashed, keys);
    SECTION("nothing is torn")
    {
        const auto store = Store::openFile(crashed, optionsWith(keys));
        REQUIRE(store.has_value());
        CHECK((*store)->takeNotices().empty());
        CHECK((*store)->count(entityInfo<Student>()).value() == 4);
    }
    SECTION("the last transaction is torn")
    {
        flip(log, last + 300);
        {
            const auto store = Store::openFile(crashed, optionsWith(keys));
            if (!store) FAIL(store.error().detail);
            const std::vector<Error> notices = (*store)->takeNotices();
            REQUIRE(notices.size() == 1);
            CHECK(notices[0].key == "store.wal_tail");
            CHECK((*store)->takeNotices().empty());
            CHECK((*store)->count(entityInfo<Student>()).value() == 3);
        }
        const auto again = Store::openFile(crashed, optionsWith(keys));
        REQUIRE(again.has_value());
        CHECK((*again)->takeNotices().empty());
    }
    SECTION("a transaction before the last is damaged")
    {
        flip(log, last - 300);
        const QByteArray before = bytesOf(log);
        CHECK(keyOfOpening(crashed, keys) == "store.wal_damaged");
        CHECK(bytesOf(log) == before);
    }
}

TEST_CASE("Verifying finds what SQL does not look at", "[storage][encrypted]")
{
    const Folder folder;
    const QString path = folder.path("a.edupro");
    const Keys keys = newKeys();
    create(path, keys, 300);
    {
        const auto store = Store::openFile(path, optionsWith(keys));
        REQUIRE((*store)
                    ->connection()
                    .execute("CREATE TABLE gone AS SELECT zeroblob(90000) AS z")
                    .has_value());
        REQUIRE((*store)->connection().execute("DROP TABLE gone").has_value());
        CHECK((*store)->verifyFile().has_value());
    }
    const qint64 free = bytesOf(path).size() - 4096 + 77; // the last page is one of the freed ones
    flip(path, free);
    const auto store = Store::openFile(path, optionsWith(keys));
    if (!store) FAIL(store.error().detail);
    CHECK((*store)->connection().scalar("PRAGMA integrity_check")->toString() == "ok");
    CHECK((*store)->verifyFile().error().key == "store.damaged");
}
