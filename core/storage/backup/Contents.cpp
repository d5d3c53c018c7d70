// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Contents.h"

#include "core/storage/Migrator.h"

namespace edupro::storage {

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

Result<DatabaseContents> contentsOf(Connection& connection)
{
    DatabaseContents contents;
    const Result<int> schema = schemaVersion(connection);
    if (!schema) return schema.error();
    contents.schema = *schema;
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
