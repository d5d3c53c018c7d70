// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Contents.h"

#include "core/storage/encrypted/FileHeader.h"
#include "core/storage/Migrator.h"

#include <QFile>
#include <QtEndian>

namespace edupro::storage {

namespace {

constexpr qsizetype hashSize = 32; // at the end of an event's proof

Result<bool> hasTable(Connection& connection, const char* name)
{
    const Result<QVariant> found = connection.scalar(
        QStringLiteral("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = ?"),
        {QString::fromLatin1(name)});
    if (!found) return found.error();
    return found->toInt() > 0;
}

Result<AuditEnd> auditEndOf(Connection& connection)
{
    AuditEnd end;
    const Result<bool> known = hasTable(connection, "audit_event");
    if (!known) return known.error();
    if (!*known) return end;
    Done read = connection.read(
        QStringLiteral("SELECT n, proof FROM audit_event ORDER BY n DESC LIMIT 1"),
        {},
        [&](const QSqlQuery& row) {
            end.number = row.value(0).toLongLong();
            end.hash = row.value(1).toByteArray().right(hashSize).toHex();
            return false;
        });
    if (!read) return read.error();
    return end;
}

} // namespace

bool isSchoolByHeader(const QString& path)
{
    constexpr qsizetype idAt = 68; // SQLite file format, section 1.3
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return false;
    const QByteArray start = file.read(encrypted::databaseHeaderSize);
    const encrypted::FileForm form = encrypted::formOf(start);
    if (form == encrypted::FileForm::Encrypted) return true;
    if (form == encrypted::FileForm::Foreign || start.size() < encrypted::databaseHeaderSize)
        return false;
    return qFromBigEndian<quint32>(start.constData() + idAt) == static_cast<quint32>(applicationId);
}

Result<QStringList> tablesOf(Connection& connection)
{
    QStringList tables;
    Done read = connection.read(
        QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                       "'sqlite\\_%' ESCAPE '\\' ORDER BY name"),
        {},
        [&](const QSqlQuery& row) {
            tables.append(row.value(0).toString());
            return true;
        });
    if (!read) return read.error();
    return tables;
}

Result<Lineage> lineageOf(Connection& connection)
{
    Lineage lineage;
    const Result<bool> known = hasTable(connection, "lineage");
    if (!known) return known.error();
    if (!*known) return lineage;
    // A line without forks: each restore and each move adds one row below the newest.
    Done read = connection.read(
        QStringLiteral("WITH RECURSIVE line(uuid, depth) AS (SELECT uuid, 0 FROM lineage WHERE "
                       "parent IS NULL UNION SELECT l.uuid, line.depth + 1 FROM lineage l JOIN "
                       "line ON l.parent = line.uuid) SELECT uuid FROM line ORDER BY depth, uuid"),
        {},
        [&](const QSqlQuery& row) {
            lineage.all.append(row.value(0).toString());
            return true;
        });
    if (!read) return read.error();
    if (!lineage.all.isEmpty()) {
        lineage.identity = {
            QUuid::fromString(lineage.all.first()), QUuid::fromString(lineage.all.last())};
    }
    return lineage;
}

Result<bool> isEntityTable(Connection& connection, const QString& table)
{
    const Result<QVariant> columns = connection.scalar(
        QStringLiteral("SELECT COUNT(*) FROM pragma_table_info(?) WHERE name IN ('id', 'version', "
                       "'updated_at')"),
        {table});
    if (!columns) return columns.error();
    return columns->toInt() == 3;
}

Result<DatabaseContents> contentsOf(Connection& connection)
{
    DatabaseContents contents;
    const Result<int> schema = schemaVersion(connection);
    if (!schema) return schema.error();
    contents.schema = *schema;
    const Result<Lineage> lineage = lineageOf(connection);
    if (!lineage) return lineage.error();
    contents.identity = lineage->identity;
    const Result<AuditEnd> audit = auditEndOf(connection);
    if (!audit) return audit.error();
    contents.audit = *audit;
    const Result<QStringList> tables = tablesOf(connection);
    if (!tables) return tables.error();
    for (const QString& table : *tables) {
        const Result<QVariant> count =
            connection.scalar(QStringLiteral("SELECT COUNT(*) FROM ") + quotedName(table));
        if (!count) return count.error();
        contents.rows.insert(table, count->toLongLong());
    }
    return contents;
}

Done quickCheck(Connection& connection)
{
    const Result<QVariant> answer = connection.scalar(QStringLiteral("PRAGMA quick_check(1)"));
    if (!answer) return answer.error();
    if (answer->toString() == u"ok") return done();
    return Error{
        .code = ErrorCode::Corrupt,
        .key = "store.damaged",
        .detail = "quick_check: " + answer->toString().section(u'\n', 0, 0).toStdString()};
}

QString quotedName(const QString& name)
{
    QString quoted = name;
    quoted.replace(u'"', QStringLiteral("\"\""));
    return u'"' + quoted + u'"';
}

} // namespace edupro::storage
