// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's read-only door: one SELECT of a person's own making on the school file.
#pragma once

#include "core/storage/Store.h"

#include <QStringList>
#include <QVariantList>

#include <functional>

namespace edupro::storage {

/// A row's values in the order of the columns: missing ones invalid, whole numbers qlonglong, other
/// numbers double, texts QString, bytes QByteArray.
using SqlRow = std::function<bool(const QVariantList&)>;

struct SqlAnswer {
    QStringList columns; ///< as the statement names them; a name that comes again gets "_2", "_3"
    qint64 rows = 0;
};

/// Runs one statement that only reads (SQLite), with the published views and everything that the
/// store's connection knows; password hashes read as missing. `columns` is called once, before the
/// rows; `row` answers false to stop. The connection is read-only meanwhile (query_only), and an
/// authorizer refuses whatever writes, attaches, or sets anything. The question without the values
/// in it is noted in the audit before, and of an answer with values of sealed columns the number of
/// its rows after: where nothing can be noted, nothing is answered. Errors: Permission
/// `access.denied` (only who may read the Database), `sql.write` (anything but reading); Validation
/// `sql.syntax` (SQLite's words), `sql.several` (more than one statement, or none); Internal
/// `sql.dialect` (not a file).
Result<SqlAnswer> readBySql(
    Store& store,
    const QString& sql,
    const std::function<void(const QStringList&)>& columns,
    const SqlRow& row);

} // namespace edupro::storage
