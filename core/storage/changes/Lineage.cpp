// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/changes/Lineage.h"

#include "core/security/PrivateFile.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/audit/AuditVerify.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

namespace edupro::storage {

namespace {

/// What this computer remembers of a file.
struct FileMemory {
    QUuid file;
    QUuid lineage;
    AuditHead head;
};

QString memoryPath(const QUuid& file)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/edupro/seen-%1.json").arg(file.toString(QUuid::WithoutBraces));
}

QJsonObject asJson(const FileMemory& memory)
{
    return {
        {QStringLiteral("lineage"), memory.lineage.toString(QUuid::WithoutBraces)},
        {QStringLiteral("n"), memory.head.n},
        {QStringLiteral("hash"), QString::fromLatin1(memory.head.hash.toHex())}};
}

QJsonObject remembered(const QUuid& file)
{
    QFile memory(memoryPath(file));
    if (!memory.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(memory.readAll()).object();
}

/// What this computer saw of the file; without a hash when it never did.
FileMemory seenOf(const QUuid& file)
{
    const QJsonObject seen = remembered(file);
    const auto text = [&seen](const char* name) {
        return seen.value(QLatin1String(name)).toString();
    };
    return {
        .file = file,
        .lineage = QUuid::fromString(text("lineage")),
        .head = {
            seen.value(QLatin1String("n")).toInteger(),
            QByteArray::fromHex(text("hash").toLatin1())}};
}

/// Whether the file left this lineage by a restore or by somebody's decision, and so knows why it
/// lacks what came later in it.
Result<bool> hasLeft(Connection& connection, const QUuid& lineage)
{
    const Result<QUuid> present = presentLineage(connection);
    if (!present) return present.error();
    const Result<QVariant> left = connection.scalar(
        QStringLiteral("WITH RECURSIVE up(uuid, parent, cause) AS (SELECT uuid, parent, cause FROM "
                       "lineage WHERE uuid = ? UNION ALL SELECT l.uuid, l.parent, l.cause FROM "
                       "lineage l JOIN up ON l.uuid = up.parent) SELECT EXISTS (SELECT 1 FROM up "
                       "WHERE parent = ? AND cause IN ('restore', 'accept'))"),
        {*present, lineage});
    if (!left) return left.error();
    return left->toBool();
}

} // namespace

QString nameOf(Witness witness)
{
    return witness == Witness::KeyFile ? QStringLiteral("key_file") : QStringLiteral("computer");
}

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

Result<Arrived> arrivalOf(Connection& connection, const security::Anchor& anchor)
{
    const Result<AuditHead> head = auditHead(connection);
    if (!head) return head.error();
    const Result<QUuid> file = fileId(connection);
    if (!file) return file.error();
    Arrived arrived{.found = head->n};
    const AuditHead kept{anchor.auditNumber, anchor.auditHash};
    const FileMemory memory = seenOf(*file);
    for (const auto& [witness, seen] :
         {std::pair(Witness::KeyFile, kept), std::pair(Witness::Computer, memory.head)}) {
        if (seen.hash.isEmpty()) continue;
        const Done holds = checkAnchor(connection, seen);
        if (holds) continue;
        if (holds.error().key != "audit.rolled_back") return holds.error();
        if (witness == Witness::Computer) {
            const Result<bool> left = hasLeft(connection, memory.lineage);
            if (!left) return left.error();
            if (*left) continue;
        }
        arrived.arrival = Arrival::Older;
        if (seen.n < arrived.seen.n) continue;
        arrived.seen = seen;
        arrived.witness = witness;
    }
    if (arrived.arrival == Arrival::Older || !memory.head.hash.isEmpty()) return arrived;
    arrived.arrival = head->n <= 1 ? Arrival::New : Arrival::Moved;
    return arrived;
}

Done noteMove(Connection& connection)
{
    const auto begun = beginLineage(connection, QStringLiteral("move"));
    if (!begun) return begun.error();
    return appendEvent(connection, {.action = AuditAction::MoveFile});
}

Result<std::vector<qint64>> acceptedOlder(Connection& connection)
{
    std::vector<qint64> numbers;
    Done read = connection.read(
        QStringLiteral(
            "SELECT n FROM audit_event WHERE json_extract(meta, '$.act') = ? ORDER BY n"),
        {codeOf(AuditAction::AcceptOlderFile)},
        [&numbers](const QSqlQuery& row) {
            numbers.push_back(row.value(0).toLongLong());
            return true;
        });
    if (!read) return read.error();
    return numbers;
}

void rememberFile(Connection& connection)
{
    const Result<QUuid> id = fileId(connection);
    const Result<QUuid> lineage = presentLineage(connection);
    const Result<AuditHead> head = auditHead(connection);
    if (!id || !lineage || !head || id->isNull()) return;
    const QJsonObject now = asJson({.file = *id, .lineage = *lineage, .head = *head});
    if (remembered(*id) == now) return;
    const QString path = memoryPath(*id);
    QDir().mkpath(QFileInfo(path).path());
    // Where nothing can be written, the next program takes the file for one it has not seen.
    (void)security::replacePrivateFile(path, QJsonDocument(now).toJson(QJsonDocument::Compact));
}

} // namespace edupro::storage
