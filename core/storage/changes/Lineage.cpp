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

const auto lacksEvents = QStringLiteral("the file lacks events that had been seen");

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

Result<Arrival> arrivalOf(Connection& connection, const security::Anchor& anchor)
{
    if (const Done holds = checkAnchor(connection, anchor); !holds) {
        if (holds.error().key == "audit.rolled_back") return Arrival::Older;
        return holds.error();
    }
    const Result<AuditHead> head = auditHead(connection);
    if (!head) return head.error();
    if (head->n <= 1) return Arrival::New;
    const Result<QUuid> file = fileId(connection);
    if (!file) return file.error();
    const QJsonObject seen = remembered(*file);
    const AuditHead last{
        seen.value(QLatin1String("n")).toInteger(-1),
        QByteArray::fromHex(seen.value(QLatin1String("hash")).toString().toLatin1())};
    if (last.n < 0 || last.hash.isEmpty()) return Arrival::Moved;
    const Done holds = checkAnchor(connection, last);
    if (holds) return Arrival::Known;
    if (holds.error().key == "audit.rolled_back") return Arrival::Older;
    return holds.error();
}

Done noteArrival(Connection& connection, Arrival arrival)
{
    if (arrival == Arrival::Known || arrival == Arrival::New) return done();
    const bool older = arrival == Arrival::Older;
    const AuditNote note{
        .action = older ? AuditAction::RestoreFile : AuditAction::MoveFile,
        .reason = older ? lacksEvents : QString()};
    if (Done begun = connection.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun) return begun;
    const auto begun =
        beginLineage(connection, older ? QStringLiteral("restore") : QStringLiteral("move"));
    Done noted = begun ? appendEvent(connection, note) : Done(begun.error());
    if (noted) noted = connection.execute(QStringLiteral("COMMIT"));
    if (!noted) (void)connection.execute(QStringLiteral("ROLLBACK"));
    return noted;
}

Result<std::vector<qint64>> olderArrivals(Connection& connection)
{
    std::vector<qint64> numbers;
    Done read = connection.read(
        QStringLiteral("SELECT n FROM audit_event WHERE json_extract(meta, '$.act') = ? AND "
                       "json_extract(meta, '$.why') = ? ORDER BY n"),
        {codeOf(AuditAction::RestoreFile), lacksEvents},
        [&numbers](const QSqlQuery& row) {
            numbers.push_back(row.value(0).toLongLong());
            return true;
        });
    if (!read) return read.error();
    return numbers;
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
