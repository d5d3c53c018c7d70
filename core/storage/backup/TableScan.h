// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the rows of a table that may be damaged, jumping over what cannot be read.
#pragma once

#include "core/storage/Connection.h"

#include <QVariantList>

namespace edupro::storage {

/// What a scan met.
struct ScanReport {
    qint64 rows = 0;
    int gaps = 0;
};

/// Calls `each` once for every readable row, `columns` in their order; its error ends the scan.
/// Tables with row numbers are entered again behind each damaged place, which is found by doubling
/// and halving (a few dozen seeks); others are read from both ends. Errors: those of `each`.
Result<ScanReport> scanTable(
    Connection& connection,
    const QString& table,
    const QStringList& columns,
    const std::function<Done(const QVariantList& row)>& each);

/// The ids that the index of the primary key knows, without a look at the table itself. Errors:
/// Corrupt `store.damaged` and others when it cannot be read to its end.
Result<QStringList> idsByIndex(Connection& connection, const QString& table);

} // namespace edupro::storage
