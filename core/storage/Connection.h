// SPDX-License-Identifier: GPL-3.0-or-later
// One database connection of one thread: opens it safely, prepares each statement once, reads whole
// answers.
#pragma once

#include "core/base/Result.h"
#include "core/security/SchoolKeys.h"
#include "core/storage/changes/ChangeContext.h"
#include "core/storage/Dialect.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

struct sqlite3;

namespace edupro::storage {

/// The file layers that SQLite connections are opened through.
struct FileLayers {
    QString encrypted = QStringLiteral("eduvfs"); ///< see registerEncryptedVfs()
    QString plain{};                              ///< empty: the platform's own
};
/// For tests that lay their own file layer below: the layers of connections opened from now on.
void useFileLayers(const FileLayers& layers);
/// Those of connections that are opened now.
FileLayers fileLayers();

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
    /// ReadOnly: for lanes beside the storage lane. It cannot write (query_only) and never
    /// checkpoints: SQLite before 3.51.3 can lose committed pages when a checkpoint meets a log
    /// reset by another connection, so one connection alone does it.
    /// Alone: on a full disk, which has no room for the log's shared index: it is kept in memory,
    /// and SQLite's own lock keeps all others out as long as the connection lives.
    enum class Mode { Existing, CreateNew, ReadOnly, Alone };

    /// Opens an SQLite file with every setting set and read back (WAL, FULL, foreign keys, memory
    /// for temporary data). Existing, ReadOnly: never creates a file. Checks nothing of the
    /// content. `keys`: of an encrypted file; null: the file is plain. Errors besides SQLite's:
    /// Internal `key.no_vfs` when Qt's driver brings an SQLite of its own.
    static Result<std::unique_ptr<Connection>>
    openSqlite(const QString& path, Mode mode, const security::SchoolKeys* keys = nullptr);
    /// A private SQLite database in memory, for tests. `keys`: sealed cells open with them.
    static Result<std::unique_ptr<Connection>>
    openMemory(const security::SchoolKeys* keys = nullptr);
    static Result<std::unique_ptr<Connection>> openPostgres(const PostgresOptions& options);

    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Dialect dialect() const { return m_dialect; }
    /// For what SQL cannot say: backups, functions, file controls. Null on PostgreSQL. Valid while
    /// the connection lives; do not close it.
    sqlite3* sqliteHandle() const;
    /// Runs `work` on this thread just before the connection closes.
    void beforeClosing(std::function<void()> work) { m_beforeClosing.push_back(std::move(work)); }
    /// Whether it refuses every write from now on (Io `store.read_only`), those of temporary tables
    /// and views included. SQLite only.
    Done setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_isReadOnly; }
    /// What the triggers of an SQLite file ask about its changes; null on PostgreSQL.
    ChangeContext* changes() { return m_changes.get(); }

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

    /// Io `store.io` when the transaction that was begun is no more: SQLite rolls back by itself
    /// when disk or memory ends, and would commit each later statement by itself. Always fine on
    /// PostgreSQL, which refuses those.
    Done checkInTransaction() const;

private:
    Connection(QSqlDatabase database, Dialect dialect);
    static Result<std::unique_ptr<Connection>>
    opened(QSqlDatabase& database, Dialect dialect, const char* doing);
    Result<QSqlQuery*> prepared(const QString& sql, const QVariantList& parameters);
    /// None: a database in memory.
    Done applySqliteSettings(std::optional<Mode> mode);
    Done applyReaderSettings();
    Done prepareEncrypted(Mode mode, const QString& layer);
    Done set(const char* pragma, const char* value, const char* answer);
    Error failed(const QString& sql, QSqlQuery& query, const char* doing);
    /// Ends the statement. What SQLite answers then, QtSql drops: that a value found no memory and,
    /// with it, that the transaction has been rolled back.
    Done finish(QSqlQuery& query, const char* doing);

    QSqlDatabase m_database;
    Dialect m_dialect;
    std::unique_ptr<ChangeContext> m_changes; ///< outlives the database's functions
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    std::vector<std::function<void()>> m_beforeClosing;
    bool m_isReadOnly = false;
};

} // namespace edupro::storage
