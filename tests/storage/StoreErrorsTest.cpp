// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of a store to calls that are mistakes of ours, and to answers of a database that
// nothing else provokes: a code and a key each, and nothing is changed.
#include "core/Entities.h"
#include "core/storage/encrypted/FileState.h"
#include "core/storage/encrypted/PageCipher.h"
#include "core/storage/Store.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstring>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

struct AnyRow {
    QString name;
    static constexpr auto schema() { return entity("any_row", field(&AnyRow::name, "name")); }
};

template<class T>
std::string keyOf(const Result<T>& answer)
{
    return answer ? "done" : answer.error().key;
}

} // namespace

TEST_CASE("What only a mistake of the program asks for is refused by name", "[storage]")
{
    CHECK(keyOf(Store::openMemory({})) == "store.no_entities");
    onEveryDialect([](Store& store) {
        CHECK(keyOf(store.query<AnyRow>("nowhere/no_such_query")) == "store.no_query");
        CHECK(keyOf(store.connection().execute("NO SUCH STATEMENT")) == "store.sql");
        CHECK(keyOf(store.remove(entityInfo<Student>(), QUuid::createUuid())) == "store.no_row");
        CHECK(keyOf(store.restore(entityInfo<Student>(), QUuid::createUuid())) == "store.no_row");
        CHECK(keyOf(store.verifyFile(noProgress())) == "store.no_file");
        auto outer = Transaction::begin(store);
        REQUIRE(outer.has_value());
        CHECK(keyOf(Transaction::begin(store)) == "store.nested");
        Student student = aStudent(); // the first one still works
        CHECK(store.save(student).has_value());
        CHECK(outer->commit().has_value());
    });
}

TEST_CASE("A row of a school file is neither deleted nor given another identity", "[storage]")
{
    const auto store = memoryStore();
    Student student = aStudent();
    REQUIRE(store->save(student).has_value());
    Connection& connection = store->connection();
    CHECK(keyOf(connection.execute("DELETE FROM students")) == "sync.no_delete");
    CHECK(keyOf(connection.execute("UPDATE students SET id = 'x'")) == "sync.id_fixed");
    CHECK(store->find<Student>(student.id).value()->record == student);
}

TEST_CASE("A connection never makes a file that is not there", "[storage]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("none.edupro");
    CHECK(keyOf(Connection::openSqlite(path, Connection::Mode::Existing)) == "store.cannot_open");
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("A server's answers have keys of their own", "[storage][postgres]")
{
    const PostgresOptions nobody{
        .host = QStringLiteral("/nonexistent"), .database = "test", .user = "me"};
    CHECK(keyOf(Connection::openPostgres(nobody)) == "hub.connect");
    onEveryDialect([](Store& store) {
        if (store.dialect() != Dialect::Postgres) return;
        Connection& connection = store.connection();
        CHECK(keyOf(connection.scalar("SELECT CAST('x' AS INTEGER)")) == "store.value");
        REQUIRE(connection.execute("SET statement_timeout = 20").has_value());
        CHECK(keyOf(connection.scalar("SELECT pg_sleep(5)")) == "hub.slow");
    });
}

TEST_CASE("A file that has been written very often asks for a new key, and works", "[storage]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.edupro");
    StoreOptions options = testOptions();
    options.keys = std::make_shared<security::SchoolKeys>(
        security::SchoolKeys{security::SecretBytes::random(32), security::SecretBytes::random(32)});
    REQUIRE(Store::createFile(path, options).has_value());
    {
        // What page 1 says after 2^31 writes: its mark counts them in steps of 4096.
        using namespace encrypted;
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        QByteArray page = file.read(pageSize);
        Salt salt;
        std::memcpy(salt.data(), page.constData() + 8, salt.size());
        DatabaseCipher cipher(FileKeys::derive(options.keys->file, salt));
        REQUIRE(cipher.open(1, reinterpret_cast<Byte*>(page.data())));
        std::array<Byte, pageSize> stored{};
        const auto* plain = reinterpret_cast<const Byte*>(page.constData());
        REQUIRE(
            cipher.seal(1, plain, stored.data(), static_cast<std::uint32_t>(rekeyAtWrites / 4096)));
        REQUIRE(file.seek(0));
        REQUIRE(file.write(reinterpret_cast<const char*>(stored.data()), pageSize) == pageSize);
    }
    options.newId = seededIds(2, testNow);
    auto store = Store::openFile(path, options);
    REQUIRE(store.has_value());
    const std::vector<Error> notices = (*store)->takeNotices();
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].key == "store.rekey_due");
    Student student = aStudent();
    CHECK((*store)->save(student).has_value());
}
