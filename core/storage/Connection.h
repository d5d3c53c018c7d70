// SPDX-License-Identifier: GPL-3.0-or-later
// One database connection of one thread: opens it safely, prepares each statement once, reads whole
// answers.
#pragma once

#include "core/base/Result.h"
#include "core/security/SchoolKeys.h"
#include "core/storage/Dialect.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <memory>
#include <vector>

struct sqlite3;

namespace edupro::storage {

struct PostgresOptions {
    QString host; ///< a name, an address or the folder of a Unix socket
    int port = 5432;
    QString database;
    QString user;
    QString password;
    QString schema = QStringLiteral("public");
    QString connectOptions = QStringLiteral("connect_timeout=10");
};

/// Use on the thread that made it only. Closes when destroyed.
class Connection {
public:
    enum class Mode { Existing, CreateNew };

    /// Opens an SQLite file with every setting set and read back (WAL, FULL, foreign keys, memory
    /// for temporary data). Existing: never creates a file. Checks nothing of the content.
    /// `keys`: of an encrypted file; null: the file is plain.
    static Result<std::unique_ptr<Connection>>
    openSqlite(const QString& path, Mode mode, const security::SchoolKeys* keys = nullptr);
    /// A private SQLite database in memory, for tests.
    static Result<std::unique_ptr<Connection>> openMemory();
    static Result<std::unique_ptr<Connection>> openPostgres(const PostgresOptions& options);

    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Dialect dialect() const { return m_dialect; }
    /// SQLite's own handle, for what QtSql does not offer; null on PostgreSQL. Valid until closed.
    sqlite3* sqliteHandle() const;
    /// Runs `work` on this thread just before the connection closes.
    void beforeClosing(std::function<void()> work) { m_beforeClosing.push_back(std::move(work)); }

    /// Runs one statement without parameters, unprepared (DDL, PRAGMA, BEGIN).
    Done execute(const QString& sql);
    /// Runs one prepared statement with positional `?`; answers the number of rows it changed.
    Result<qint64> run(const QString& sql, const QVariantList& parameters);
    /// Runs one prepared query and calls `each` for every row (driver values by position); `each`
    /// answers false to stop. The statement is finished before this returns. `each` must not use
    /// the connection.
    Done read(
        const QString& sql,
        const QVariantList& parameters,
        const std::function<bool(const QSqlQuery&)>& each);
    /// The first column of the first row; an invalid QVariant when there is no row.
    Result<QVariant> scalar(const QString& sql, const QVariantList& parameters = {});

private:
    Connection(QSqlDatabase database, Dialect dialect);
    static Result<std::unique_ptr<Connection>>
    opened(QSqlDatabase& database, Dialect dialect, const char* doing);
    Result<QSqlQuery*> prepared(const QString& sql, const QVariantList& parameters);
    Done applySqliteSettings(bool inMemory);

    QSqlDatabase m_database;
    Dialect m_dialect;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    std::vector<std::function<void()>> m_beforeClosing;
};

} // namespace edupro::storage
