// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/changes/Lineage.h"

#include "core/storage/audit/AuditTrail.h"
#include "core/storage/audit/AuditVerify.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

namespace edupro::storage {

namespace {

QString memoryOf(const QUuid& file)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/edupro/seen-%1.json").arg(file.toString(QUuid::WithoutBraces));
}

QJsonObject asJson(const QUuid& lineage, const AuditHead& head)
{
    return {
        {QStringLiteral("lineage"), lineage.toString(QUuid::WithoutBraces)},
        {QStringLiteral("n"), head.n},
        {QStringLiteral("hash"), QString::fromLatin1(head.hash.toHex())}};
}

QJsonObject remembered(const QUuid& file)
{
    QFile memory(memoryOf(file));
    if (!memory.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(memory.readAll()).object();
}

} // namespace

Result<QUuid> presentLineage(Connection& connection)
{
    const Result<QVariant> uuid = connection.scalar(
        QStringLiteral("SELECT uuid FROM lineage l WHERE NOT EXISTS (SELECT 1 FROM lineage c WHERE "
                       "c.parent = l.uuid) ORDER BY since DESC LIMIT 1"));
    if (!uuid) return uuid.error();
    return QUuid::fromString(uuid->toString());
}

Result<QUuid> beginLineage(Connection& connection, const QString& cause)
{
    const Result<QUuid> parent = presentLineage(connection);
    if (!parent) return parent.error();
    const QUuid uuid = QUuid::createUuid();
    const Result<qint64> added = connection.run(
        QStringLiteral("INSERT INTO lineage(uuid, parent, since, cause) VALUES (?, ?, ?, ?)"),
        {uuid, *parent, static_cast<qlonglong>(connection.changes()->at), cause});
    if (!added) return added.error();
    return uuid;
}

Result<Arrival> arrivalOf(Connection& connection)
{
    const Result<QUuid> file = fileId(connection);
    if (!file) return file.error();
    const QJsonObject seen = remembered(*file);
    const AuditHead head{
        seen.value(QLatin1String("n")).toInteger(-1),
        QByteArray::fromHex(seen.value(QLatin1String("hash")).toString().toLatin1())};
    if (head.n < 0 || head.hash.isEmpty()) return Arrival::Moved;
    const Done holds = checkAnchor(connection, head);
    if (holds) return Arrival::Known;
    if (holds.error().key == "audit.rolled_back") return Arrival::Older;
    return holds.error();
}

Done noteArrival(Connection& connection, Arrival arrival)
{
    if (arrival == Arrival::Known) return done();
    const bool older = arrival == Arrival::Older;
    const auto begun =
        beginLineage(connection, older ? QStringLiteral("restore") : QStringLiteral("move"));
    if (!begun) return begun.error();
    return appendEvent(
        connection,
        {.action = older ? AuditAction::RestoreFile : AuditAction::MoveFile,
         .reason = older ? QStringLiteral("the file lacks events that this computer had seen")
                         : QString()});
}

void rememberFile(Connection& connection)
{
    const Result<QUuid> file = fileId(connection);
    const Result<QUuid> lineage = presentLineage(connection);
    const Result<AuditHead> head = auditHead(connection);
    if (!file || !lineage || !head) return;
    const QJsonObject now = asJson(*lineage, *head);
    if (file->isNull() || remembered(*file) == now) return;
    QDir().mkpath(QFileInfo(memoryOf(*file)).path());
    QSaveFile memory(memoryOf(*file));
    if (!memory.open(QIODevice::WriteOnly)) return;
    memory.write(QJsonDocument(now).toJson(QJsonDocument::Compact));
    memory.commit();
}

} // namespace edupro::storage
