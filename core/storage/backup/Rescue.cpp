// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Rescue.h"

#include "core/security/KeyFile.h"
#include "core/security/KeyFileFiles.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/backup/Contents.h"
#include "core/storage/backup/ReaderTraces.h"
#include "core/storage/backup/TableScan.h"
#include "core/storage/changes/Tracking.h"
#include "core/storage/Durable.h"
#include "core/storage/encrypted/FileHeader.h"
#include "core/storage/Migrator.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSysInfo>

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

/// What was rescued gets what every school file has, and says that it was.
Done settle(Connection& rescued, const Rescue& rescue, const RescueOptions& options)
{
    qint64 lost = 0;
    for (const RescuedTable& table : rescue.tables)
        lost += table.lost;
    ChangeContext& changes = *rescued.changes();
    changes.actor = options.by.toUtf8();
    changes.device = QSysInfo::machineHostName().toUtf8();
    changes.at = options.now;
    Done settled = startTracking(rescued, options.entities);
    if (!settled) return settled;
    return appendEvent(
        rescued,
        {.action = AuditAction::RepairFile, .reason = QStringLiteral("%1 rows lost").arg(lost)});
}

Result<Rescue> rescueInto(
    const QString& school,
    const QString& out,
    const SchoolFile::Keys& keys,
    const RescueOptions& options,
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
    keepPrivate(out);
    Result<Rescue> rescue = rescueTables(pair, *tables, progress);
    if (!rescue) return rescue;
    if (Done kept = pair.to->execute(QStringLiteral("COMMIT")); !kept) return kept.error();
    // A file of an older version gets the rest when it is upgraded at its first opening.
    if (*schema < newestSchema(Dialect::Sqlite)) return rescue;
    // A damaged end of the chain takes no further event; the rows count more.
    if (Done settled = settle(*pair.to, *rescue, options);
        !settled && settled.error().code == ErrorCode::Io)
        return settled.error();
    return rescue;
}

/// Null for a plain file. The newest generation of the key file that opens.
Result<SchoolFile::Keys> keysOf(const QString& school, const KeySource& keys, QString& keyFile)
{
    QFile file(school);
    if (!file.open(QIODevice::ReadOnly)) return writeFailed(file);
    if (encrypted::formOf(file.read(encrypted::databaseHeaderSize)) !=
        encrypted::FileForm::Encrypted)
        return SchoolFile::Keys();
    if (!keys) return named(school, ErrorCode::Permission, "key.needed", "is encrypted");
    keyFile = security::keyFileOf(school);
    auto newest = security::readKeyFile(keyFile);
    auto opened = newest ? keys(*newest) : Result<SchoolFile::Keys>(newest.error());
    if (opened) return opened;
    const auto older = security::readKeyFile(security::olderGenerationOf(keyFile));
    if (!older) return opened;
    auto byOlder = keys(*older);
    if (!byOlder) return opened;
    keyFile = security::olderGenerationOf(keyFile);
    return byOlder;
}

} // namespace

Result<Rescue> rescueFile(
    const QString& school,
    const QString& out,
    const RescueOptions& options,
    const Progress& progress)
{
    if (!QFileInfo(school).isFile())
        return named(school, ErrorCode::Io, "store.missing", "does not exist");
    if (QFileInfo::exists(out)) return named(out, ErrorCode::Io, "store.exists", "exists already");
    const auto lock = lockSchool(school);
    if (!lock) return lock.error();
    if (!isSchoolByHeader(school))
        return named(school, ErrorCode::Corrupt, "store.foreign", "is not a school file");
    QString keyFile;
    const auto keys = keysOf(school, options.keys, keyFile);
    if (!keys) return keys.error();
    const QString newKeyFile = security::keyFileOf(out);
    if (!keyFile.isEmpty() && QFileInfo::exists(newKeyFile))
        return named(newKeyFile, ErrorCode::Io, "key.exists", "exists already");
    Result<Rescue> rescue = rescueInto(school, out, *keys, options, progress);
    if (rescue && !keyFile.isEmpty() && !QFile::copy(keyFile, newKeyFile))
        rescue = named(out, ErrorCode::Io, "store.read_only", "its key file cannot be written");
    if (!rescue) {
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(out + QLatin1String(suffix));
    }
    return rescue;
}

} // namespace edupro::storage
