// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/audit/AuditErasure.h"

#include "core/storage/audit/AuditText.h"
#include "core/storage/audit/AuditTrail.h"

namespace edupro::storage {

namespace {

enum class Which { All, WithReason };

Result<qint64>
blankEvents(Connection& connection, const QString& table, const QUuid& row, Which which)
{
    if (connection.dialect() == Dialect::Sqlite) {
        const InMode erasing(*connection.changes(), ChangeMode::Erasure);
        const QString reason = QStringLiteral(" AND json_type(payload, '$.\"%1\"') IS NOT NULL")
                                   .arg(QLatin1String(typedReason));
        return connection.run(
            QStringLiteral("UPDATE audit_event SET payload = NULL, proof = edu_blank(proof) WHERE "
                           "json_extract(meta, '$.i') = ? AND json_extract(meta, '$.t') = ? AND "
                           "payload IS NOT NULL") +
                (which == Which::WithReason ? reason : QString()),
            {QVariant::fromValue(row), table});
    }
    if (which == Which::WithReason) return qint64{0}; // the log there keeps no typed reasons
    return connection.run(
        QStringLiteral("UPDATE change_log SET before_values = NULL, after_values = NULL WHERE "
                       "row_id = ? AND entity = ? AND (before_values IS NOT NULL OR "
                       "after_values IS NOT NULL)"),
        {QVariant::fromValue(row), table});
}

AuditNote erasureOf(const QString& table, const QUuid& row, const QString& reason)
{
    return {.action = AuditAction::Erase, .table = table, .row = row, .reason = reason};
}

Result<qint64>
erase(Store& store, const QString& table, const QUuid& row, const QString& reason, Which which)
{
    if (!store.isInTransaction()) {
        return Error{
            .code = ErrorCode::Internal,
            .key = "store.no_transaction",
            .detail = "an erasure needs the transaction of the row's own change"};
    }
    const Result<qint64> blanked = blankEvents(store.connection(), table, row, which);
    if (!blanked || (*blanked == 0 && which == Which::WithReason)) return blanked;
    Done noted = store.note(erasureOf(table, row, reason));
    if (!noted) return noted.error();
    return blanked;
}

Result<qint64> erase(
    Connection& connection,
    const QString& table,
    const QUuid& row,
    const QString& reason,
    Which which)
{
    const Result<qint64> blanked = blankEvents(connection, table, row, which);
    if (!blanked || connection.dialect() != Dialect::Sqlite) return blanked;
    if (*blanked == 0 && which == Which::WithReason) return blanked;
    Done noted = appendEvent(connection, erasureOf(table, row, reason));
    if (!noted) return noted.error();
    return blanked;
}

} // namespace

Result<qint64>
eraseHistory(Store& store, const QString& table, const QUuid& row, const QString& reason)
{
    return erase(store, table, row, reason, Which::All);
}

Result<qint64>
eraseHistory(Connection& connection, const QString& table, const QUuid& row, const QString& reason)
{
    return erase(connection, table, row, reason, Which::All);
}

Result<qint64>
eraseReasons(Store& store, const QString& table, const QUuid& row, const QString& reason)
{
    return erase(store, table, row, reason, Which::WithReason);
}

Result<qint64>
eraseReasons(Connection& connection, const QString& table, const QUuid& row, const QString& reason)
{
    return erase(connection, table, row, reason, Which::WithReason);
}

} // namespace edupro::storage
