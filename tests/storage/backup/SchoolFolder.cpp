// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/backup/SchoolFolder.h"

#include "core/storage/backup/Contents.h"

#include <QSqlRecord>

namespace edupro::tests {

Dump dumpOf(storage::Connection& connection)
{
    Dump dump;
    const auto tables = storage::tablesOf(connection);
    REQUIRE(tables.has_value());
    for (const QString& table : *tables) {
        if (!storage::isEntityTable(connection, table).value()) continue;
        QStringList rows;
        const Done read = connection.read(
            QStringLiteral("SELECT * FROM ") + storage::quotedName(table),
            {},
            [&](const QSqlQuery& row) {
                QStringList cells;
                for (int i = 0; i < row.record().count(); ++i)
                    cells.append(row.isNull(i) ? QStringLiteral("-") : row.value(i).toString());
                rows.append(cells.join(u'|'));
                return true;
            });
        REQUIRE(read.has_value());
        rows.sort();
        dump.insert(table, rows);
    }
    return dump;
}

} // namespace edupro::tests
