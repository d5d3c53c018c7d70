// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Rescue.h"

#include "core/storage/backup/Contents.h"
#include "core/storage/backup/ReaderTraces.h"
#include "core/storage/backup/TableScan.h"
#include "core/storage/Durable.h"
#include "core/storage/Migrator.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace edupro::storage {

namespace {

constexpr qsizetype mostLostRows = 1000;
const QString ledger = QStringLiteral("schema_migrations");

Error named(const QString& path, ErrorCode code, const char* key, const char* what)
{
    return {
        .code = code,
        .key = key,
        .detail = QDir::toNativeSeparators(path).toStdString() + ": " + what};
}

Result<QStringList> columnsOf(Connection& connection, const QString& table)
{
    QStringList columns;
    Done read = connection.read(
        QStringLiteral("SELECT name FROM pragma_table_info(?)"),
        {table},
        [&](const QSqlQuery& row) {
            columns.append(row.value(0).toString());
            return true;
        });
    if (!read) return read.error();
    return columns;
}

/// The damaged file and the new one.
struct Pair {
    std::unique_ptr<Connection> from;
    std::unique_ptr<Connection> to;
};

Done copyRows(Pair& pair, const QStringList& columns, RescuedTable& result)
{
    const Result<bool> entity = isEntityTable(*pair.to, result.table);
    if (!entity) return entity.error();
    const qsizetype idAt = columns.indexOf(QStringLiteral("id"));
    QSet<QString> rescued;
    QStringList marks(columns.size(), QStringLiteral("?"));
    QStringList quoted;
    for (const QString& column : columns)
        quoted.append(quotedName(column));
    // A damaged place may give the same row twice, or one that breaks a rule of the table.
    const QString insert = QStringLiteral("INSERT OR IGNORE INTO %1 (%2) VALUES (%3)")
                               .arg(
                                   quotedName(result.table),
                                   quoted.join(QStringLiteral(", ")),
                                   marks.join(QStringLiteral(", ")));
    const auto each = [&](const QVariantList& row) -> Done {
        const Result<qint64> added = pair.to->run(insert, row);
        if (!added) {
            if (added.error().code == ErrorCode::Io) return added.error();
            ++result.lost; // no value that this column could hold
            return done();
        }
        result.rescued += *added;
        if (*entity && *added == 1) rescued.insert(row[idAt].toString());
        return done();
    };
    const Result<ScanReport> scanned = scanTable(*pair.from, result.table, columns, each);
    if (!scanned) return scanned.error();
    result.gaps = scanned->gaps;
    if (!*entity) {
        result.lossesKnown = result.gaps == 0;
        return done();
    }
    const Result<QStringList> known = idsByIndex(*pair.from, result.table);
    result.lossesKnown = known.has_value();
    if (!known) return done();
    for (const QString& id : *known) {
        if (rescued.contains(id)) continue;
        ++result.lost;
        if (result.lostRows.size() < mostLostRows) result.lostRows.append(id);
    }
    return done();
}

Result<RescuedTable> rescueTable(Pair& pair, const QString& table)
{
    RescuedTable result{.table = table};
    const Result<QStringList> there = columnsOf(*pair.from, table);
    if (!there) return there.error();
    const Result<QStringList> here = columnsOf(*pair.to, table);
    if (!here) return here.error();
    QStringList columns;
    for (const QString& column : *there) {
        if (here->contains(column)) columns.append(column);
    }
    if (columns.isEmpty()) return result;
    if (Done copied = copyRows(pair, columns, result); !copied) return copied.error();
    return result;
}

Result<Rescue> rescueTables(Pair& pair, const QStringList& tables, const Progress& progress)
{
    Rescue rescue;
    for (qsizetype i = 0; i < tables.size(); ++i) {
        if (tables[i] == ledger) continue;
        const Result<RescuedTable> table = rescueTable(pair, tables[i]);
        if (!table) return table.error();
        rescue.tables.push_back(*table);
        if (!progress(static_cast<double>(i + 1) / static_cast<double>(tables.size())))
            return cancelled();
    }
    Done counted =
        pair.to->read(QStringLiteral("PRAGMA foreign_key_check"), {}, [&](const QSqlQuery&) {
            ++rescue.brokenReferences;
            return true;
        });
    if (!counted) return counted.error();
    return rescue;
}

/// An empty file of the same version, under one transaction that takes what is rescued.
Result<std::unique_ptr<Connection>>
newFile(const QString& out, const SchoolFile::Keys& keys, int schema)
{
    auto made = Connection::openSqlite(out, Connection::Mode::CreateNew, keys.get());
    if (!made) return made;
    Done ready = (*made)->execute(QStringLiteral("PRAGMA application_id=%1").arg(applicationId));
    if (ready) ready = migrateUpTo(**made, 0, schema);
    // Rows may come before those that they refer to, or without them.
    if (ready) ready = (*made)->execute(QStringLiteral("PRAGMA foreign_keys=OFF"));
    if (ready) ready = (*made)->execute(QStringLiteral("BEGIN IMMEDIATE"));
    if (!ready) return ready.error();
    return made;
}

Result<Rescue> rescueInto(
    const QString& school,
    const QString& out,
    const SchoolFile::Keys& keys,
    const Progress& progress)
{
    const ReaderTraces traces(school);
    Pair pair;
    auto from = Connection::openSqlite(school, Connection::Mode::ReadOnly, keys.get());
    if (!from) return from.error();
    pair.from = std::move(from).value();
    const Result<int> schema = schemaVersion(*pair.from);
    if (!schema) return schema.error();
    const Result<QStringList> tables = tablesOf(*pair.from);
    if (!tables) return tables.error();
    auto to = newFile(out, keys, *schema);
    if (!to) return to.error();
    pair.to = std::move(to).value();
    Result<Rescue> rescue = rescueTables(pair, *tables, progress);
    if (!rescue) return rescue;
    if (Done kept = pair.to->execute(QStringLiteral("COMMIT")); !kept) return kept.error();
    return rescue;
}

} // namespace

Result<Rescue> rescueFile(
    const QString& school, const QString& out, const KeySource& keys, const Progress& progress)
{
    if (!QFileInfo(school).isFile())
        return named(school, ErrorCode::Io, "store.missing", "does not exist");
    if (QFileInfo::exists(out)) return named(out, ErrorCode::Io, "store.exists", "exists already");
    const auto lock = lockSchool(school);
    if (lock && !isSchoolByHeader(school))
        return named(school, ErrorCode::Corrupt, "store.foreign", "is not a school file");
    if (!lock) return lock.error();
    SchoolFile::Keys opened;
    QFile keyFile(school + QStringLiteral("-keys"));
    if (keyFile.exists()) {
        if (!keys) return named(school, ErrorCode::Permission, "key.needed", "is encrypted");
        if (!keyFile.open(QIODevice::ReadOnly)) return writeFailed(keyFile);
        Result<SchoolFile::Keys> unlocked = keys(keyFile.readAll());
        if (!unlocked) return unlocked.error();
        opened = std::move(unlocked).value();
    }
    Result<Rescue> rescue = rescueInto(school, out, opened, progress);
    if (rescue && keyFile.exists() &&
        !QFile::copy(keyFile.fileName(), out + QStringLiteral("-keys")))
        rescue = named(out, ErrorCode::Io, "store.read_only", "its key file cannot be written");
    if (!rescue) {
        for (const char* suffix : {"", "-wal", "-shm", "-keys"})
            QFile::remove(out + QLatin1String(suffix));
    }
    return rescue;
}

} // namespace edupro::storage
