// SPDX-License-Identifier: GPL-3.0-or-later
// Taking personal values out of the audit without breaking its chain.
#pragma once

#include "core/storage/Store.h"

namespace edupro::storage {

/// Blanks the payloads of all events of one row, wipes their salts (so that a short value cannot be
/// guessed from its hash) and notes the erasure; answers how many were blanked. In the caller's
/// open transaction, after the row itself was changed. The bytes are gone from the file after a
/// VACUUM. `reason` must hold no personal values. Internal `store.no_transaction` outside a
/// transaction.
Result<qint64>
eraseHistory(Store& store, const QString& table, const QUuid& row, const QString& reason);

/// The same in a file that no store has open (a copy that is being restored), in the transaction
/// that the caller opened on the connection.
Result<qint64>
eraseHistory(Connection& connection, const QString& table, const QUuid& row, const QString& reason);

/// For rows that stay as they are, because they tell nobody's identity: blanks those of their
/// events that carry a typed reason, which may, and notes the erasure when there is one.
Result<qint64>
eraseReasons(Store& store, const QString& table, const QUuid& row, const QString& reason);
Result<qint64>
eraseReasons(Connection& connection, const QString& table, const QUuid& row, const QString& reason);

} // namespace edupro::storage
