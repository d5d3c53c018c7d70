// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Connection.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

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
    {"journal_mode", "WAL", "wal"},
    {"synchronous", "FULL", "2"},
    {"foreign_keys", "ON", "1"},
    {"temp_store", "MEMORY", "2"},
    {"cache_size", "-16000", "-16000"},
    {"mmap_size", "0", "0"},
    {"journal_size_limit", "16777216", "16777216"},
    {"wal_autocheckpoint", "1000", "1000"},
};

} // namespace

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
    return connection;
}

Result<std::unique_ptr<Connection>>
Connection::openSqlite(const QString& path, Mode mode, const security::SchoolKeys* keys)
{
    if (keys) {
        return Error{
            .code = ErrorCode::Internal,
            .key = "key.no_vfs",
            .detail = "this program cannot open encrypted files"};
    }
    QSqlDatabase database =
        QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), newConnectionName());
    // Percent-encoded: an unescaped '?' or '#' would make SQLite silently create another, empty
    // file.
    const QString uri = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded());
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"));
    database.setDatabaseName(
        uri + (mode == Mode::CreateNew ? QStringLiteral("?mode=rwc") : QStringLiteral("?mode=rw")));
    auto connection = opened(database, Dialect::Sqlite, "open the school file");
    if (!connection) return connection;
    if (Done set = connection.value()->applySqliteSettings(false); !set) return set.error();
    return connection;
}

Result<std::unique_ptr<Connection>> Connection::openMemory()
{
    QSqlDatabase database =
        QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), newConnectionName());
    database.setDatabaseName(QStringLiteral(":memory:"));
    auto connection = opened(database, Dialect::Sqlite, "open a store in memory");
    if (!connection) return connection;
    if (Done set = connection.value()->applySqliteSettings(true); !set) return set.error();
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
    if (m_dialect != Dialect::Sqlite) return nullptr;
    const QVariant handle = m_database.driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3* const*>(handle.constData()) : nullptr;
}

Done Connection::applySqliteSettings(bool inMemory)
{
    for (const Setting& setting : sqliteSettings) {
        const QString name = QString::fromLatin1(setting.pragma);
        const bool onFileOnly = name == u"journal_mode" || name == u"mmap_size";
        if (inMemory && onFileOnly) continue;
        const QString value = QString::fromLatin1(setting.value);
        if (Done set = execute(QStringLiteral("PRAGMA %1=%2").arg(name, value)); !set) return set;
        Result<QVariant> answer = scalar(QStringLiteral("PRAGMA %1").arg(name));
        if (!answer) return answer.error();
        if (answer->toString() != QLatin1String(setting.answer)) {
            return Error{
                .code = ErrorCode::Io,
                .key = "store.setting",
                .detail = "PRAGMA " + name.toStdString() + " is " +
                          answer->toString().toStdString() + " and not " + setting.answer};
        }
    }
    return done();
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

Result<qint64> Connection::run(const QString& sql, const QVariantList& parameters)
{
    Result<QSqlQuery*> query = prepared(sql, parameters);
    if (!query) return query.error();
    if (!(*query)->exec()) {
        Error error = toError((*query)->lastError(), m_dialect, "change data");
        (*query)->finish();
        return error;
    }
    const qint64 changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Done Connection::read(
    const QString& sql,
    const QVariantList& parameters,
    const std::function<bool(const QSqlQuery&)>& each)
{
    Result<QSqlQuery*> query = prepared(sql, parameters);
    if (!query) return query.error();
    if (!(*query)->exec()) {
        Error error = toError((*query)->lastError(), m_dialect, "read data");
        (*query)->finish();
        return error;
    }
    while ((*query)->next()) {
        if (!each(**query)) break;
    }
    const QSqlError broken = (*query)->lastError();
    (*query)
        ->finish(); // a positioned query would hold its snapshot and keep the log from being cut
    if (broken.isValid() && broken.type() != QSqlError::NoError)
        return toError(broken, m_dialect, "read data");
    return done();
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
