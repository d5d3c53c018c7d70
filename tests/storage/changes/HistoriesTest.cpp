// SPDX-License-Identifier: GPL-3.0-or-later
// Random lives of one file - changes, rollbacks, crashes of the clock, acknowledgements, values
// from elsewhere, older copies put back - held against a model of what every row must know.
#include "core/base/Random.h"
#include "core/Entities.h"
#include "core/storage/audit/AuditVerify.h"
#include "core/storage/changes/Tracking.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>

#include <map>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

constexpr Instant day = 24LL * 60 * 60 * 1000;

/// What a row must know: as sync_row has it.
struct ModelRow {
    Student student;
    bool deleted = false;
    QJsonObject v;
    QJsonObject b;
    bool dirty = false;

    QJsonValue versionOf(const QString& column) const
    {
        return v.contains(column) ? v.value(column) : v.value(QStringLiteral("*"));
    }
};

struct Model {
    std::map<QUuid, ModelRow> rows;
    QString highest; ///< version that this file has seen
};

class Life {
public:
    Life(const QString& folder, std::uint64_t seed)
        : m_random(seed)
        , m_path(folder + QStringLiteral("/life.edupro"))
    {
        StoreOptions options = optionsNow();
        m_store = opened(Store::createFile(m_path, options));
    }

    void step()
    {
        const std::uint64_t what = m_random.below(100);
        if (what < 25 || m_model.rows.empty())
            transact(false);
        else if (what < 65)
            transact(m_random.chance(0.2));
        else if (what < 75)
            acknowledge();
        else if (what < 85)
            receive();
        else if (what < 90)
            jump();
        else if (what < 95)
            reopen();
        else if (what < 97)
            keepCopy();
        else
            putCopyBack();
        check();
    }

    qint64 writes() const { return m_writes; }
    Store& store() { return *m_store; }

private:
    StoreOptions optionsNow()
    {
        StoreOptions options = testOptions();
        options.newId = {}; // random: no two lives share them
        options.clock = [this] {
            return m_wall;
        };
        return options;
    }
    static std::unique_ptr<Store> opened(Result<std::unique_ptr<Store>> store)
    {
        if (!store) FAIL(store.error().detail);
        return std::move(store).value();
    }
    ModelRow& anyRow(Model& model)
    {
        auto row = model.rows.begin();
        std::advance(row, static_cast<std::ptrdiff_t>(m_random.below(model.rows.size())));
        return row->second;
    }
    QString word() { return QStringLiteral("Nama %1").arg(m_random.below(1000)); }

    /// Some writes in one transaction, kept or taken back.
    void transact(bool takeBack)
    {
        Model after = m_model;
        auto transaction = Transaction::begin(*m_store);
        REQUIRE(transaction.has_value());
        const std::uint64_t count = 1 + m_random.below(4);
        for (std::uint64_t i = 0; i < count; ++i)
            write(after);
        if (takeBack) return; // the transaction dies
        REQUIRE(transaction->commit().has_value());
        m_model = std::move(after);
    }

    void write(Model& model)
    {
        ++m_writes;
        if (model.rows.empty() || m_random.chance(0.3)) {
            ModelRow row{.student = aStudent().named(qPrintable(word()))};
            row.student.nis = QString::number(100'000 + ++m_serial);
            REQUIRE(m_store->save(row.student).has_value());
            expectNew(model, row, QStringLiteral("*"));
            row.b = {{"*", QJsonValue::Null}};
            row.dirty = true;
            model.rows.emplace(row.student.id.value, row);
            return;
        }
        ModelRow& row = anyRow(model);
        const Student before = row.student;
        const bool wasDeleted = row.deleted;
        if (!row.deleted && m_random.chance(0.15)) {
            REQUIRE(m_store->remove(entityInfo<Student>(), row.student.id.value).has_value());
            row.deleted = true;
        } else if (row.deleted && m_random.chance(0.5)) {
            REQUIRE(m_store->restore(entityInfo<Student>(), row.student.id.value).has_value());
            row.deleted = false;
        } else {
            if (m_random.chance(0.6)) row.student.name = word();
            if (m_random.chance(0.4)) row.student.address = word();
            if (m_random.chance(0.2)) row.student.address.reset();
            if (m_random.chance(0.2)) row.student.gender = m_random.chance(0.5) ? "L" : "P";
            REQUIRE(m_store->save(row.student).has_value());
            row.deleted = false;
        }
        if (before.name != row.student.name) expectStamped(model, row, "name");
        if (before.gender != row.student.gender) expectStamped(model, row, "gender");
        if (before.address != row.student.address) expectStamped(model, row, "address");
        if (wasDeleted != row.deleted) expectStamped(model, row, "deleted");
    }

    /// A changed column: dirty, with the version it replaced as its base.
    void expectStamped(Model& model, ModelRow& row, const char* name)
    {
        const QString column = QString::fromLatin1(name);
        if (!row.b.contains(QStringLiteral("*")) && !row.b.contains(column))
            row.b.insert(column, row.versionOf(column));
        expectNew(model, row, column);
        row.dirty = true;
    }

    /// The version that the file gave must be new, and above all that it had seen.
    void expectNew(Model& model, ModelRow& row, const QString& column)
    {
        const QString version = stored(row.student.id.value).v.value(column).toString();
        REQUIRE(version.size() == VersionClock::versionLength);
        REQUIRE_FALSE(m_issued.contains(version)); // by any copy of the file, ever
        REQUIRE(version > model.highest);
        m_issued.insert(version);
        model.highest = version;
        row.v.insert(column, version);
    }

    ModelRow stored(const QUuid& id)
    {
        ModelRow row;
        const Done read = m_store->connection().read(
            "SELECT v, b, dirty FROM sync_row WHERE tbl = 'students' AND id = ?",
            {QVariant::fromValue(id)},
            [&row](const QSqlQuery& found) {
                row.v = QJsonDocument::fromJson(found.value(0).toByteArray()).object();
                row.b = QJsonDocument::fromJson(found.value(1).toByteArray()).object();
                row.dirty = !found.value(2).isNull();
                return false;
            });
        REQUIRE(read.has_value());
        return row;
    }

    void remotely(const std::function<void()>& work)
    {
        auto transaction = Transaction::begin(*m_store);
        REQUIRE(transaction.has_value());
        {
            const InMode remote(*m_store->connection().changes(), ChangeMode::Remote);
            work();
        }
        REQUIRE(transaction->commit().has_value());
    }

    void run(const char* sql, const QVariantList& parameters)
    {
        const auto ran = m_store->connection().run(QString::fromLatin1(sql), parameters);
        REQUIRE(ran.has_value());
        REQUIRE(*ran == 1);
    }

    /// The hub took a row as it is.
    void acknowledge()
    {
        ModelRow& row = anyRow(m_model);
        remotely([&] {
            run("UPDATE sync_row SET b = '{}', dirty = NULL WHERE tbl = 'students' AND id = ?",
                {QVariant::fromValue(row.student.id.value)});
            REQUIRE(keepClock(m_store->connection()).has_value());
        });
        row.b = {};
        row.dirty = false;
    }

    /// Somebody else's newer name, from a clock that may be years ahead.
    void receive()
    {
        ModelRow& row = anyRow(m_model);
        const QString column = QStringLiteral("name");
        if (row.dirty) return; // a conflict, which the hub decides
        VersionClock elsewhere = VersionClock::ofNewWriter();
        REQUIRE(elsewhere.saw(row.versionOf(column).toString().toLatin1()).has_value());
        const Instant ahead = m_random.chance(0.1) ? 3650 * day : 60'000;
        const QByteArray version = elsewhere.next(m_wall + ahead);
        const QString name = word();
        remotely([&] {
            const QVariant id = QVariant::fromValue(row.student.id.value);
            run("UPDATE students SET name = ? WHERE id = ?", {name, id});
            run("UPDATE sync_row SET v = json_set(v, '$.name', ?) WHERE tbl = 'students' AND id = "
                "?",
                {QString::fromLatin1(version), id});
            REQUIRE(receiveVersion(m_store->connection(), version).has_value());
        });
        row.student.name = name;
        row.v.insert(column, QString::fromLatin1(version));
        m_issued.insert(QString::fromLatin1(version));
        m_model.highest = std::max(m_model.highest, QString::fromLatin1(version));
    }

    void jump()
    {
        constexpr Instant steps[] = {-400 * day, -day, -1, 0, 1, day, 3650 * day};
        m_wall = m_random.chance(0.2) ? 0 : m_wall + steps[m_random.below(std::size(steps))];
    }

    void reopen()
    {
        m_store.reset();
        m_store = opened(Store::openFile(m_path, optionsNow()));
    }

    QString copy() const { return m_path + QStringLiteral(".copy"); }
    void keepCopy()
    {
        m_store.reset();
        QFile::remove(copy());
        REQUIRE(QFile::copy(m_path, copy()));
        m_kept = m_model;
        m_store = opened(Store::openFile(m_path, optionsNow()));
    }
    void putCopyBack()
    {
        if (!QFile::exists(copy())) return;
        m_store.reset();
        QFile::remove(m_path);
        REQUIRE(QFile::copy(copy(), m_path));
        m_model = m_kept;
        m_store = opened(Store::openFile(m_path, optionsNow()));
        if (m_store->whyReadOnly()) REQUIRE(m_store->acceptOlderFile("the copy").has_value());
    }

    /// The file says what the model says: no write is forgotten, none is sent twice.
    void check()
    {
        qint64 dirty = 0;
        for (const auto& [id, row] : m_model.rows) {
            const ModelRow found = stored(id);
            REQUIRE(found.v == row.v);
            REQUIRE(found.b == row.b);
            REQUIRE(found.dirty == row.dirty);
            dirty += row.dirty ? 1 : 0;
        }
        const auto count = m_store->connection().scalar("SELECT COUNT(dirty) FROM sync_row");
        REQUIRE(count->toLongLong() == dirty);
    }

    Random m_random;
    QString m_path;
    Instant m_wall = testNow;
    std::unique_ptr<Store> m_store;
    Model m_model;
    Model m_kept;
    QSet<QString> m_issued;
    int m_serial = 0;
    qint64 m_writes = 0;
};

qint64 live(int lives, int steps, std::uint64_t seed)
{
    qint64 writes = 0;
    for (int i = 0; i < lives; ++i) {
        CAPTURE(i);
        const QTemporaryDir folder;
        Life life(folder.path(), seed + static_cast<std::uint64_t>(i));
        for (int step = 0; step < steps; ++step)
            life.step();
        writes += life.writes();
        CHECK_FALSE(verifyAudit(life.store().connection())->broken.has_value());
    }
    return writes;
}

} // namespace

TEST_CASE(
    "No write is forgotten and no version is given twice in random lives of a file",
    "[storage][changes]")
{
    CHECK(live(8, 60, 1) > 500);
}

TEST_CASE("No write is forgotten in thousands of random lives of a file", "[.nightly][changes]")
{
    std::cout << "random lives: 2000, writes: " << live(2000, 80, 1000) << '\n';
}
