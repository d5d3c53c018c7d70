// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/changes/Lineage.h"

#include "core/security/KeyFile.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/Store.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Memory.h"
#include "tests/support/Stores.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

struct Folder {
    Folder() { QStandardPaths::setTestModeEnabled(true); }
    QString path(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
    QTemporaryDir folder;
};

std::unique_ptr<Store> opened(const QString& path)
{
    StoreOptions options = testOptions();
    options.newId = {};
    auto store = Store::openFile(path, options);
    if (!store) FAIL(store.error().detail);
    return std::move(store).value();
}

void addStudent(Store& store, int number)
{
    Student student = aStudent();
    student.nis = QString::number(20'000 + number);
    REQUIRE(store.save(student).has_value());
}

QStringList causes(Store& store)
{
    QStringList all;
    const Done read = store.connection().read(
        "SELECT cause FROM lineage ORDER BY parent IS NOT NULL, since, rowid",
        {},
        [&all](const QSqlQuery& row) {
            all.append(row.value(0).toString());
            return true;
        });
    REQUIRE(read.has_value());
    return all;
}

} // namespace

TEST_CASE("A file that goes on where it was has one lineage", "[storage][changes]")
{
    const Folder folder;
    const QString path = folder.path("a.edupro");
    REQUIRE(Store::createFile(path, testOptions()).has_value());
    for (int i = 0; i < 3; ++i) {
        const auto store = opened(path);
        addStudent(*store, i);
        CHECK(causes(*store) == QStringList{"create"});
    }
    const auto store = opened(path);
    CHECK(presentLineage(store->connection()).value() == fileId(store->connection()).value());
}

TEST_CASE("A file that this computer never saw was moved here", "[storage][changes]")
{
    const Folder folder;
    const QString path = folder.path("a.edupro");
    REQUIRE(Store::createFile(path, testOptions()).has_value());
    addStudent(*opened(path), 1);
    forgetFiles();
    {
        const auto store = opened(path);
        CHECK(causes(*store) == QStringList{"create", "move"});
    }
    const auto store = opened(path);
    CHECK(causes(*store) == QStringList{"create", "move"});
    CHECK(acceptedOlder(store->connection())->empty());
}

TEST_CASE("The key file keeps how far its school file has come", "[storage][changes]")
{
    const Folder folder;
    const QString path = folder.path("a.edupro");
    StoreOptions options = testOptions();
    options.keys = std::make_shared<const security::SchoolKeys>(security::SchoolKeys::random());
    options.keyFile = std::make_shared<security::KeyFile>(QUuid::createUuid());
    REQUIRE(options.keyFile->save(security::keyFileOf(path), options.keys->file).has_value());
    REQUIRE(Store::createFile(path, options).has_value());
    {
        const auto store = Store::openFile(path, options);
        REQUIRE(store.has_value());
        addStudent(**store, 1);
    }
    const auto kept = security::KeyFile::load(security::keyFileOf(path));
    REQUIRE(kept.has_value());
    CHECK(kept->anchor().auditNumber > 1);
    CHECK(kept->anchor().dirtySequence == kept->anchor().auditNumber);
}

TEST_CASE("A key file that was exchanged meanwhile is left alone", "[storage][changes]")
{
    const Folder folder;
    const QString path = folder.path("a.edupro");
    StoreOptions options = testOptions();
    options.keys = std::make_shared<const security::SchoolKeys>(security::SchoolKeys::random());
    options.keyFile = std::make_shared<security::KeyFile>(QUuid::createUuid());
    REQUIRE(options.keyFile->save(security::keyFileOf(path), options.keys->file).has_value());
    security::KeyFile other(QUuid::createUuid());
    {
        const auto store = Store::createFile(path, options);
        REQUIRE(store.has_value());
        addStudent(**store, 1);
        REQUIRE(other.save(security::keyFileOf(path), options.keys->file).has_value());
    }
    CHECK(security::KeyFile::load(security::keyFileOf(path))->content() == other.content());
}
