// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Migrator.h"

#include "core/storage/changes/Triggers.h"
#include "core/storage/SqlFiles.h"
#include "core/storage/SqlText.h"

namespace edupro::storage {

namespace {

Result<QHash<int, QString>> appliedChecksums(Connection& connection)
{
    QHash<int, QString> checksums;
    Done read = connection.read(
        QStringLiteral("SELECT number, checksum FROM schema_migrations"),
        {},
        [&](const QSqlQuery& row) {
            checksums.insert(row.value(0).toInt(), row.value(1).toString());
            return true;
        });
    if (!read) return read.error();
    return checksums;
}

Done createLedger(Connection& connection)
{
    return connection.execute(expandTokens(
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS schema_migrations (number {int} NOT NULL PRIMARY KEY, "
            "name {text} NOT NULL, checksum {text} NOT NULL, applied_at {instant} NOT NULL) "
            "{strict}"),
        connection.dialect()));
}

Done applyBody(Connection& connection, const Migration& migration, Instant now)
{
    // Triggers name columns; whoever opens the store for writing makes them anew.
    if (connection.dialect() == Dialect::Sqlite) {
        if (Done dropped = dropTriggers(connection); !dropped) return dropped;
    }
    const QString body =
        expandTokens(expandTokens(migration.body, connection.dialect()), connection.dialect());
    for (const QString& statement : splitStatements(body)) {
        if (Done run = connection.execute(statement); !run) return run;
    }
    const Result<qint64> noted = connection.run(
        QStringLiteral("INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES "
                       "(?, ?, ?, ?)"),
        {migration.number, migration.name, migration.checksum, static_cast<qlonglong>(now)});
    if (!noted) return noted.error();
    if (connection.dialect() != Dialect::Sqlite) return done();
    return connection.execute(QStringLiteral("PRAGMA user_version=%1").arg(migration.number));
}

Done apply(Connection& connection, const Migration& migration, Instant now)
{
    const bool sqlite = connection.dialect() == Dialect::Sqlite;
    if (Done begun = connection.execute(
            sqlite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
        !begun)
        return begun;
    Done applied = applyBody(connection, migration, now);
    if (applied) applied = connection.execute(QStringLiteral("COMMIT"));
    if (applied) return applied;
    (void)connection.execute(QStringLiteral("ROLLBACK"));
    Error error = applied.error();
    error.detail = "migration " + migration.name.toStdString() + ": " + error.detail;
    return error;
}

} // namespace

int newestSchema(Dialect dialect)
{
    return migrations(dialect).back().number;
}

Result<int> schemaVersion(Connection& connection)
{
    if (connection.dialect() == Dialect::Sqlite) {
        Result<QVariant> version = connection.scalar(QStringLiteral("PRAGMA user_version"));
        if (!version) return version.error();
        return version->toInt();
    }
    Result<QVariant> table = connection.scalar(
        QStringLiteral(
            "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?"),
        {QStringLiteral("schema_migrations")});
    if (!table) return table.error();
    if (table->toInt() == 0) return 0;
    Result<QVariant> version =
        connection.scalar(QStringLiteral("SELECT COALESCE(MAX(number), 0) FROM schema_migrations"));
    if (!version) return version.error();
    return version->toInt();
}

Done migrate(Connection& connection, Instant now)
{
    return migrateUpTo(connection, now, newestSchema(connection.dialect()));
}

Done migrateUpTo(Connection& connection, Instant now, int number)
{
    Result<int> version = schemaVersion(connection);
    if (!version) return version.error();
    const int newest = newestSchema(connection.dialect());
    if (*version > newest) {
        return Error{
            .code = ErrorCode::Corrupt,
            .key = "store.newer",
            .detail = "the store has schema " + std::to_string(*version) +
                      ", this program knows up to " + std::to_string(newest)};
    }
    if (Done ledger = createLedger(connection); !ledger) return ledger;
    Result<QHash<int, QString>> applied = appliedChecksums(connection);
    if (!applied) return applied.error();
    for (const Migration& migration : migrations(connection.dialect())) {
        if (migration.number > number) break;
        const auto known = applied->constFind(migration.number);
        if (known == applied->constEnd()) {
            if (Done run = apply(connection, migration, now); !run) return run;
        } else if (*known != migration.checksum) {
            return Error{
                .code = ErrorCode::Corrupt,
                .key = "store.migration",
                .detail =
                    "migration " + migration.name.toStdString() + " differs from the one applied"};
        }
    }
    return done();
}

} // namespace edupro::storage
