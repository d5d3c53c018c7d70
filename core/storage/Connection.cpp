// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Connection.h"

#include "core/storage/changes/SqlFunctions.h"
#include "core/storage/encrypted/EncryptedVfs.h"
#include "core/storage/SealedCells.h"
#include "core/storage/SqliteFunctions.h"
#include "core/storage/SqliteUri.h"

#include <QSqlError>
#include <QUuid>

#include <sqlite3.h>

#include <mutex>

namespace edupro::storage {

namespace {

QString newConnectionName()
{
    return QStringLiteral("edupro-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

struct Setting {
    const char* pragma;
    const char* value;  ///< what is set
    const char* answer; ///< what must be read back
};

// FULL, because NORMAL loses acknowledged commits in a power cut; temporary data in memory, because
// it must not reach the disk and because statement journals of bulk imports would.
constexpr Setting sqliteSettings[] = {
    {"synchronous", "FULL", "2"},
    {"foreign_keys", "ON", "1"},
    {"recursive_triggers", "ON", "1"}, // INSERT OR REPLACE deletes, which triggers must see
    {"temp_store", "MEMORY", "2"},
    {"cache_size", "-16000", "-16000"},
    {"journal_size_limit", "16777216", "16777216"},
};

struct Layers {
    std::mutex mutex;
    FileLayers used;
};

Layers& layersInUse()
{
    static Layers layers;
    return layers;
}

/// A driver with an SQLite of its own does not know the layer that we registered with ours.
Error noVfsOr(const Error& error)
{
    if (error.detail.find("no such vfs") == std::string::npos) return error;
    return {.code = ErrorCode::Internal, .key = "key.no_vfs", .detail = error.detail};
}

} // namespace

FileLayers fileLayers()
{
    const std::lock_guard guard(layersInUse().mutex);
    return layersInUse().used;
}

void useFileLayers(const FileLayers& layers)
{
    const std::lock_guard guard(layersInUse().mutex);
    layersInUse().used = layers;
}

Connection::Connection(QSqlDatabase database, Dialect dialect)
    : m_database(std::move(database))
    , m_dialect(dialect)
{
}

Connection::~Connection()
{
    for (const std::function<void()>& work : m_beforeClosing)
        work();
    const QString name = m_database.connectionName();
    m_statements.clear(); // a query must die before its connection closes
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<Connection>>
Connection::opened(QSqlDatabase& database, Dialect dialect, const char* doing)
{
    // Owned from here on, so that a failure below removes the connection's name again.
    std::unique_ptr<Connection> connection(new Connection(database, dialect));
    database = QSqlDatabase(); // one handle only, or the name could not be removed
    if (!connection->m_database.open())
        return toError(connection->m_database.lastError(), dialect, doing);
    if (dialect != Dialect::Sqlite) return connection;
    connection->m_changes = std::make_unique<ChangeContext>();
    Done registered = registerChangeFunctions(connection->m_database, *connection->m_changes);
    if (!registered) return registered.error();
    return connection;
}

Result<std::unique_ptr<Connection>>
Connection::openSqlite(const QString& path, Mode mode, const security::SchoolKeys* keys)
{
    const FileLayers layers = fileLayers();
    std::optional<encrypted::RegisteredKey> key;
    if (keys) {
        if (layers.encrypted == QLatin1String(encrypted::vfsName)) {
            if (Done known = encrypted::registerEncryptedVfs(); !known) return known.error();
        }
        key.emplace(keys->file);
    }
    QSqlDatabase database =
        QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), newConnectionName());
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"));
    database.setDatabaseName(sqliteUri(
        path,
        {.create = mode == Mode::CreateNew,
         .layer = keys ? layers.encrypted : layers.plain,
         .keyId = key ? key->id() : 0}));
    auto connection = opened(database, Dialect::Sqlite, "open the school file");
    if (!connection) return keys ? noVfsOr(connection.error()) : connection.error();
    Connection& made = **connection;
    // SQLite opens what it may not write for reading only, without a word.
    if (mode != Mode::ReadOnly && sqlite3_db_readonly(made.sqliteHandle(), "main") == 1) {
        return Error{
            .code = ErrorCode::Io, .key = "store.read_only", .detail = "it cannot be written"};
    }
    if (mode == Mode::Alone) { // before anything looks into the log
        if (Done alone = made.set("locking_mode", "EXCLUSIVE", "exclusive"); !alone)
            return alone.error();
    }
    if (keys) {
        if (Done fit = made.prepareEncrypted(mode, layers.encrypted); !fit) return fit.error();
    }
    if (Done added = addSealFunctions(made.m_database, keys ? &keys->seal : nullptr); !added)
        return added.error();
    if (mode == Mode::ReadOnly) {
        if (Done set = made.applyReaderSettings(); !set) return set.error();
    }
    if (Done set = made.applySqliteSettings(mode); !set) return set.error();
    return connection;
}

Result<std::unique_ptr<Connection>> Connection::openMemory(const security::SchoolKeys* keys)
{
    QSqlDatabase database =
        QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), newConnectionName());
    database.setDatabaseName(QStringLiteral(":memory:"));
    auto connection = opened(database, Dialect::Sqlite, "open a store in memory");
    if (!connection) return connection;
    QSqlDatabase& memory = connection.value()->m_database;
    if (Done added = addSealFunctions(memory, keys ? &keys->seal : nullptr); !added)
        return added.error();
    if (Done set = connection.value()->applySqliteSettings(std::nullopt); !set) return set.error();
    return connection;
}

Result<std::unique_ptr<Connection>> Connection::openPostgres(const PostgresOptions& options)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), newConnectionName());
    database.setHostName(options.host);
    database.setPort(options.port);
    database.setDatabaseName(options.database);
    database.setUserName(options.user);
    database.setPassword(options.password);
    database.setConnectOptions(options.connectOptions);
    auto connection = opened(database, Dialect::Postgres, "connect to the server");
    if (!connection) return connection;
    // A server's notices are for its administrator.
    const Done quiet =
        connection.value()->execute(QStringLiteral("SET client_min_messages TO warning"));
    if (!quiet) return quiet.error();
    QString schema = options.schema;
    schema.replace(u'"', QStringLiteral("\"\""));
    const Done set =
        connection.value()->execute(QStringLiteral("SET search_path TO \"%1\"").arg(schema));
    if (!set) return set.error();
    return connection;
}

sqlite3* Connection::sqliteHandle() const
{
    return sqliteHandleOf(m_database);
}

/// That the encrypting layer is really there, and that a new file leaves room for its tags. A new
/// file, or a copy that VACUUM INTO made, is not in WAL mode yet, and an encrypted one has no
/// rollback journal on the disk in which the change could be noted.
Done Connection::prepareEncrypted(Mode mode, const QString& layer)
{
    if (Done layered = encrypted::checkVfs(sqliteHandle(), layer); !layered) return layered;
    if (mode == Mode::CreateNew) {
        if (Done reserved = encrypted::reserveFooter(sqliteHandle()); !reserved) return reserved;
        if (Done size = set("page_size", "4096", "4096"); !size) return size;
    }
    const Result<QVariant> journal = scalar(QStringLiteral("PRAGMA journal_mode"));
    if (!journal) return journal.error();
    return journal->toString() == u"wal" ? done() : set("journal_mode", "MEMORY", "memory");
}

/// Must come before anything that could write or checkpoint.
Done Connection::applyReaderSettings()
{
    sqlite3_db_config(sqliteHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return set("query_only", "ON", "1");
}

Done Connection::applySqliteSettings(std::optional<Mode> mode)
{
    if (mode) {
        if (Done wal = set("journal_mode", "WAL", "wal"); !wal) return wal;
        if (Done unmapped = set("mmap_size", "0", "0"); !unmapped) return unmapped;
    }
    for (const Setting& setting : sqliteSettings) {
        if (Done done = set(setting.pragma, setting.value, setting.answer); !done) return done;
    }
    return mode == Mode::ReadOnly ? set("wal_autocheckpoint", "0", "0")
                                  : set("wal_autocheckpoint", "1000", "1000");
}

Done Connection::setReadOnly(bool readOnly)
{
    Done set = readOnly ? this->set("query_only", "ON", "1") : this->set("query_only", "OFF", "0");
    if (set) m_isReadOnly = readOnly;
    return set;
}

/// Sets and reads back.
Done Connection::set(const char* pragma, const char* value, const char* answer)
{
    const QString name = QString::fromLatin1(pragma);
    const QString text = QStringLiteral("PRAGMA %1=%2").arg(name, QString::fromLatin1(value));
    if (Done set = execute(text); !set) return set;
    Result<QVariant> now = scalar(QStringLiteral("PRAGMA %1").arg(name));
    if (!now) return now.error();
    if (now->toString() == QLatin1String(answer)) return done();
    return Error{
        .code = ErrorCode::Io,
        .key = "store.setting",
        .detail = "PRAGMA " + name.toStdString() + " is " + now->toString().toStdString() +
                  " and not " + answer};
}

Done Connection::execute(const QString& sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql)) return toError(query.lastError(), m_dialect, "run a statement");
    return done();
}

Result<QSqlQuery*> Connection::prepared(const QString& sql, const QVariantList& parameters)
{
    std::shared_ptr<QSqlQuery>& query = m_statements[sql];
    if (!query) {
        auto fresh = std::make_shared<QSqlQuery>(m_database);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql)) {
            m_statements.remove(sql);
            return toError(fresh->lastError(), m_dialect, "prepare a statement");
        }
        query = std::move(fresh);
    }
    for (qsizetype i = 0; i < parameters.size(); ++i)
        query->bindValue(static_cast<int>(i), toDatabase(parameters[i]));
    return query.get();
}

Error Connection::failed(const QString& sql, QSqlQuery& query, const char* doing)
{
    Error error = toError(query.lastError(), m_dialect, doing);
    query.finish();
    // The driver may have given the statement up; it would then fail for ever.
    if (error.code != ErrorCode::Constraint) m_statements.remove(sql);
    return error;
}

Done Connection::finish(QSqlQuery& query, const char* doing)
{
    query.finish(); // a positioned query would keep its snapshot, and the log from being cut
    sqlite3* handle = sqliteHandle();
    const int code = handle ? sqlite3_extended_errcode(handle) : SQLITE_OK;
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return done();
    const QSqlError dropped({}, QString::fromUtf8(sqlite3_errstr(code)), {}, QString::number(code));
    return toError(dropped, m_dialect, doing);
}

Done Connection::checkInTransaction() const
{
    sqlite3* handle = sqliteHandle();
    if (!handle || sqlite3_get_autocommit(handle) == 0) return done();
    return Error{
        .code = ErrorCode::Io,
        .key = "store.io",
        .detail = "the transaction was rolled back by an earlier failure"};
}

Result<qint64> Connection::run(const QString& sql, const QVariantList& parameters)
{
    Result<QSqlQuery*> query = prepared(sql, parameters);
    if (!query) return query.error();
    if (!(*query)->exec()) return failed(sql, **query, "change data");
    const qint64 changed = (*query)->numRowsAffected();
    if (Done finished = finish(**query, "change data"); !finished) return finished.error();
    return changed;
}

Done Connection::read(
    const QString& sql,
    const QVariantList& parameters,
    const std::function<bool(const QSqlQuery&)>& each)
{
    Result<QSqlQuery*> query = prepared(sql, parameters);
    if (!query) return query.error();
    if (!(*query)->exec()) return failed(sql, **query, "read data");
    while ((*query)->next()) {
        if (!each(**query)) break;
    }
    if ((*query)->lastError().isValid()) return failed(sql, **query, "read data");
    return finish(**query, "read data");
}

Result<QVariant> Connection::scalar(const QString& sql, const QVariantList& parameters)
{
    QVariant value;
    Done finished = read(sql, parameters, [&value](const QSqlQuery& row) {
        value = row.value(0);
        return false;
    });
    if (!finished) return finished.error();
    return value;
}

} // namespace edupro::storage
