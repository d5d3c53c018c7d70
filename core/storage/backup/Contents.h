// SPDX-License-Identifier: GPL-3.0-or-later
// What a school database holds, in figures: to describe it in a manifest and to compare it with
// one.
#pragma once

#include "core/storage/backup/Manifest.h"
#include "core/storage/Connection.h"

namespace edupro::storage {

struct DatabaseContents {
    FileIdentity identity;
    int schema = 0;
    AuditEnd audit;
    QMap<QString, qint64> rows; ///< by table, deleted ones included
    friend bool operator==(const DatabaseContents&, const DatabaseContents&) = default;
};

/// Identity and lineages, newest last; all null or empty in files made before they had them.
struct Lineage {
    FileIdentity identity;
    QStringList all;
};
Result<Lineage> lineageOf(Connection& connection);

/// By its first bytes: opening a database of another program would change it. Not for a file that
/// this process has open.
bool isSchoolByHeader(const QString& path);

/// The tables of a database, without SQLite's own.
Result<QStringList> tablesOf(Connection& connection);

/// Counts every table: O(rows).
Result<DatabaseContents> contentsOf(Connection& connection);

/// `PRAGMA quick_check`; Corrupt `store.damaged` with its first finding.
Done quickCheck(Connection& connection);

/// True for the table of an entity: it has the columns id, version and updated_at.
Result<bool> isEntityTable(Connection& connection, const QString& table);

/// A name as SQL takes it.
QString quotedName(const QString& name);

} // namespace edupro::storage
