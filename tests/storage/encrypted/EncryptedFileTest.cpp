// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/Student.h"
#include "core/storage/encrypted/EncryptedVfs.h"
#include "core/storage/Store.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <QDir>
#include <QFile>
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

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

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
    CHECK(encrypted::usesVfs((*store)->connection().sqliteHandle(), QStringLiteral("eduvfs")));
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
    write(folder.path("text.edupro"), QByteArray("nis,nama\n").repeated(1000));
    CHECK(keyOfOpening(folder.path("text.edupro"), keys) == "store.foreign");
    CHECK(keyOfOpening(folder.path("none.edupro"), keys) == "store.missing");
    write(folder.path("empty.edupro"), {});
    CHECK(keyOfOpening(folder.path("empty.edupro"), keys) == "store.empty");
    CHECK(bytesOf(path) == before);
}
