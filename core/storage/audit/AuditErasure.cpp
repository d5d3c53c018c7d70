// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/audit/AuditErasure.h"

#include "core/storage/audit/AuditTrail.h"

namespace edupro::storage {

namespace {

Result<qint64> blankEvents(Connection& connection, const QString& table, const QUuid& row)
{
    if (connection.dialect() == Dialect::Sqlite) {
        const InMode erasing(*connection.changes(), ChangeMode::Erasure);
        return connection.run(
            QStringLiteral("UPDATE audit_event SET payload = NULL, proof = edu_blank(proof) WHERE "
                           "json_extract(meta, '$.i') = ? AND json_extract(meta, '$.t') = ? AND "
                           "payload IS NOT NULL"),
            {QVariant::fromValue(row), table});
    }
    return connection.run(
        QStringLiteral("UPDATE change_log SET before_values = NULL, after_values = NULL WHERE "
                       "row_id = ? AND entity = ? AND (before_values IS NOT NULL OR "
                       "after_values IS NOT NULL)"),
        {QVariant::fromValue(row), table});
}

} // namespace

Result<qint64>
eraseHistory(Store& store, const QString& table, const QUuid& row, const QString& reason)
{
    if (!store.isInTransaction()) {
        return Error{
            .code = ErrorCode::Internal,
            .key = "store.no_transaction",
            .detail = "an erasure needs the transaction of the row's own change"};
    }
    const Result<qint64> blanked = blankEvents(store.connection(), table, row);
    if (!blanked) return blanked;
    Done noted =
        store.note({.action = AuditAction::Erase, .table = table, .row = row, .reason = reason});
    if (!noted) return noted.error();
    return blanked;
}

Result<qint64>
eraseHistory(Connection& connection, const QString& table, const QUuid& row, const QString& reason)
{
    const Result<qint64> blanked = blankEvents(connection, table, row);
    if (!blanked || connection.dialect() != Dialect::Sqlite) return blanked;
    Done noted = appendEvent(
        connection, {.action = AuditAction::Erase, .table = table, .row = row, .reason = reason});
    if (!noted) return noted.error();
    return blanked;
}

} // namespace edupro::storage
