// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/changes/Tracking.h"

#include "core/storage/audit/AuditTrail.h"
#include "core/storage/changes/Triggers.h"

#include <QJsonDocument>
#include <QUuid>

namespace edupro::storage {

namespace {

Result<bool> exists(Connection& connection, const QString& sql)
{
    const Result<QVariant> found = connection.scalar(QStringLiteral("SELECT EXISTS (%1)").arg(sql));
    if (!found) return found.error();
    return found->toBool();
}

const auto root = QStringLiteral("SELECT 1 FROM lineage WHERE parent IS NULL");
const auto oldLog =
    QStringLiteral("SELECT 1 FROM sqlite_schema WHERE type='table' AND name='change_log'");

Done addRoot(Connection& connection)
{
    const Result<qint64> added = connection.run(
        QStringLiteral("INSERT INTO lineage(uuid, parent, since, cause) VALUES (?, NULL, ?, ?)"),
        {QUuid::createUuid(),
         static_cast<qlonglong>(connection.changes()->at),
         QStringLiteral("create")});
    if (!added) return added.error();
    return done();
}

} // namespace

Result<bool> isTracked(Connection& connection, const std::vector<const EntityInfo*>& entities)
{
    const Result<bool> known = exists(connection, root);
    if (!known || !*known) return known;
    const Result<bool> old = exists(connection, oldLog);
    if (!old) return old;
    if (*old) return false;
    return hasTriggers(connection, entities);
}

Done bringTracking(Connection& connection, const std::vector<const EntityInfo*>& entities)
{
    const Result<bool> known = exists(connection, root);
    if (!known) return known.error();
    if (!*known) {
        if (Done added = addRoot(connection); !added) return added;
    }
    const Result<bool> old = exists(connection, oldLog);
    if (!old) return old.error();
    if (*old) {
        if (Done adopted = adoptChangeLog(connection); !adopted) return adopted;
    }
    const Result<bool> begun = exists(connection, QStringLiteral("SELECT 1 FROM audit_event"));
    if (!begun) return begun.error();
    const Result<TriggersReport> triggers = ensureTriggers(connection, entities);
    if (!triggers) return triggers.error();
    if (triggers->adopted > 0) {
        const AuditNote note{
            .action = AuditAction::AdoptRows,
            .reason = QStringLiteral("%1 rows").arg(triggers->adopted)};
        if (Done noted = appendEvent(connection, note); !noted) return noted;
    }
    if (!triggers->renewed) return done();
    return appendEvent(
        connection, {.action = *begun ? AuditAction::NewTriggers : AuditAction::CreateFile});
}

/// The version written last is the highest of this file's own; what came from elsewhere is kept
/// with the writers.
Done raiseClock(Connection& connection)
{
    QStringList versions;
    Done read = connection.read(
        QStringLiteral("SELECT max(high) FROM writer"), {}, [&versions](const QSqlQuery& row) {
            if (!row.value(0).isNull()) versions.append(row.value(0).toString());
            return true;
        });
    if (!read) return read;
    read = connection.read(
        QStringLiteral("SELECT v FROM sync_row WHERE dirty = (SELECT max(dirty) FROM sync_row "
                       "WHERE dirty IS NOT NULL)"),
        {},
        [&versions](const QSqlQuery& row) {
            const QJsonObject v =
                QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object();
            for (const QJsonValue& version : v)
                versions.append(version.toString());
            return true;
        });
    if (!read) return read;
    for (const QString& version : versions) {
        if (Done raised = connection.changes()->versions.saw(version.toLatin1()); !raised)
            return raised;
    }
    return done();
}

Done startTracking(Connection& connection, const std::vector<const EntityInfo*>& entities)
{
    if (Done raised = raiseClock(connection); !raised) return raised;
    const Result<bool> tracked = isTracked(connection, entities);
    if (!tracked) return tracked.error();
    if (*tracked) return done();
    if (Done begun = connection.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun) return begun;
    Done brought = bringTracking(connection, entities);
    if (brought) brought = connection.execute(QStringLiteral("COMMIT"));
    if (!brought) (void)connection.execute(QStringLiteral("ROLLBACK"));
    return brought;
}

Done noteWriter(Connection& connection)
{
    const ChangeContext& context = *connection.changes();
    const Result<qint64> added = connection.run(
        QStringLiteral("INSERT INTO writer(id, device, user, since, high) VALUES (?, ?, ?, ?, ?)"),
        {QString::fromLatin1(context.versions.writer()),
         QString::fromUtf8(context.device),
         QString::fromUtf8(context.actor),
         static_cast<qlonglong>(context.at),
         QString::fromLatin1(context.versions.high())});
    if (!added) return added.error();
    return done();
}

Done receiveVersion(Connection& connection, QByteArrayView version)
{
    if (Done seen = connection.changes()->versions.saw(version); !seen) return seen;
    return keepClock(connection);
}

Done keepClock(Connection& connection)
{
    const VersionClock& versions = connection.changes()->versions;
    const Result<qint64> kept = connection.run(
        QStringLiteral("UPDATE writer SET high = ? WHERE id = ?"),
        {QString::fromLatin1(versions.high()), QString::fromLatin1(versions.writer())});
    if (!kept) return kept.error();
    return done();
}

} // namespace edupro::storage
