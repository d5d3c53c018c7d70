// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/audit/AuditTrail.h"

#include "core/storage/audit/AuditProof.h"
#include "core/storage/audit/AuditText.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace edupro::storage {

namespace {

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray listOf(const QStringList& columns)
{
    if (columns.isEmpty()) return {};
    return QJsonDocument(QJsonArray::fromStringList(columns)).toJson(QJsonDocument::Compact);
}

Done append(Connection& connection, const QByteArray& meta, const QByteArray& payload)
{
    static const QString sql =
        QStringLiteral("INSERT INTO audit_event(meta, payload, proof) VALUES (?, ?, edu_proof("
                       "coalesce((SELECT proof FROM audit_event ORDER BY n DESC LIMIT 1), "
                       "edu_start((SELECT uuid FROM lineage WHERE parent IS NULL))), ?, ?))");
    const QString text = QString::fromUtf8(meta);
    const QVariant body = payload.isEmpty() ? QVariant() : QVariant(QString::fromUtf8(payload));
    const Result<qint64> ran = connection.run(sql, {text, body, text, body});
    if (!ran) return ran.error();
    return done();
}

QJsonObject asPairs(const QJsonObject& before, const QJsonObject& after)
{
    QJsonObject pairs;
    for (auto one = before.begin(); one != before.end(); ++one)
        pairs.insert(one.key(), QJsonArray{one.value(), after.value(one.key())});
    for (auto one = after.begin(); one != after.end(); ++one)
        pairs.insert(one.key(), QJsonArray{before.value(one.key()), one.value()});
    return pairs;
}

struct OldChange {
    AuditNote note;
    QByteArray device;
    QJsonObject pairs;
};

OldChange oldChangeOf(const QSqlQuery& row)
{
    const auto object = [&row](int column) {
        return QJsonDocument::fromJson(row.value(column).toString().toUtf8()).object();
    };
    OldChange change;
    change.note.at = row.value(1).toLongLong();
    change.note.by = row.value(2).toString();
    change.device = row.value(3).toString().toUtf8();
    change.note.table = row.value(4).toString();
    change.note.row = QUuid::fromString(row.value(5).toString());
    change.note.reason = row.value(6).toString(); // its action
    // A deletion had the whole row, which the events before it tell already.
    const bool whole = change.note.reason == u"delete" || change.note.reason == u"restore";
    if (!whole || row.value(7).isNull() == row.value(8).isNull())
        change.pairs = asPairs(object(7), object(8));
    return change;
}

Done adopt(Connection& connection, const OldChange& change)
{
    const bool added = change.note.reason == u"insert";
    const QByteArray actor = change.note.by->toUtf8();
    const QByteArray action = change.note.reason.toUtf8();
    const QByteArray table = change.note.table.toUtf8();
    const QByteArray row = change.note.row.toByteArray(QUuid::WithoutBraces);
    const QByteArray columns =
        listOf(added ? QStringList{QStringLiteral("*")} : QStringList(change.pairs.keys()));
    const QByteArray meta = metaText(
        {.at = *change.note.at,
         .actor = actor,
         .device = change.device,
         .action = action,
         .table = table,
         .row = row,
         .columns = columns});
    return append(connection, meta, change.pairs.isEmpty() ? QByteArray() : compact(change.pairs));
}

} // namespace

Done appendEvent(Connection& connection, const AuditNote& note)
{
    const ChangeContext& context = *connection.changes();
    const QByteArray actor = note.by ? note.by->toUtf8() : context.actor;
    const QByteArray action = codeOf(note.action).toUtf8();
    const QByteArray table = note.table.toUtf8();
    const QByteArray row =
        note.row.isNull() ? QByteArray() : note.row.toByteArray(QUuid::WithoutBraces);
    const QByteArray columns = listOf(note.columns);
    const QByteArray reason = note.reason.toUtf8();
    const QByteArray meta = metaText(
        {.at = note.at.value_or(context.at),
         .actor = actor,
         .device = context.device,
         .action = action,
         .table = table,
         .row = row,
         .columns = columns,
         .reason = reason});
    const QByteArray payload =
        note.details.isEmpty() ? QByteArray() : compact(asPairs({}, note.details));
    return append(connection, meta, payload);
}

Result<AuditHead> auditHead(Connection& connection)
{
    AuditHead head;
    QByteArray proof;
    Done read = connection.read(
        QStringLiteral("SELECT n, proof FROM audit_event ORDER BY n DESC LIMIT 1"),
        {},
        [&](const QSqlQuery& row) {
            head.n = row.value(0).toLongLong();
            proof = row.value(1).toByteArray();
            return false;
        });
    if (!read) return read.error();
    if (head.n == 0) {
        const Result<QUuid> file = fileId(connection);
        if (!file) return file.error();
        head.hash = AuditHasher().start(file->toByteArray(QUuid::WithoutBraces));
        return head;
    }
    if (proof.size() != proofSize) {
        return Error{
            .code = ErrorCode::Corrupt,
            .key = "audit.damaged",
            .detail = "the last event of the audit has no whole proof"};
    }
    head.hash = hashOf(proof).toByteArray();
    return head;
}

Result<QUuid> fileId(Connection& connection)
{
    const Result<QVariant> id =
        connection.scalar(QStringLiteral("SELECT uuid FROM lineage WHERE parent IS NULL"));
    if (!id) return id.error();
    return QUuid::fromString(id->toString());
}

AuditRecord auditRecordOf(qint64 n, const QString& meta, const QString& payload, bool erased)
{
    const QJsonObject parts = QJsonDocument::fromJson(meta.toUtf8()).object();
    const auto text = [&parts](const char* name) {
        return parts.value(QLatin1String(name)).toString();
    };
    AuditRecord record{
        .n = n,
        .at = parts.value(QLatin1String("w")).toInteger(),
        .person = text("by"),
        .device = text("dev"),
        .action = text("act"),
        .table = text("t"),
        .row = QUuid::fromString(text("i")),
        .reason = text("why"),
        .changes = QJsonDocument::fromJson(payload.toUtf8()).object(),
        .erased = erased};
    const QString typed =
        record.changes.take(QLatin1String(typedReason)).toArray().at(1).toString();
    if (!typed.isEmpty()) record.reason = typed;
    for (const QJsonValue& column : parts.value(QLatin1String("cols")).toArray())
        record.columns.append(column.toString());
    return record;
}

Done adoptChangeLog(Connection& connection)
{
    constexpr qsizetype atOnce = 10'000;
    qint64 last = 0;
    std::vector<OldChange> some;
    do {
        some.clear();
        Done read = connection.read(
            QStringLiteral("SELECT n, at, actor, device, entity, row_id, action, before_values, "
                           "after_values FROM change_log WHERE n > ? ORDER BY n LIMIT ?"),
            {last, atOnce},
            [&](const QSqlQuery& row) {
                last = row.value(0).toLongLong();
                some.push_back(oldChangeOf(row));
                return true;
            });
        if (!read) return read;
        for (const OldChange& change : some) {
            if (Done adopted = adopt(connection, change); !adopted) return adopted;
        }
    } while (!some.empty());
    return connection.execute(QStringLiteral("DROP TABLE change_log"));
}

} // namespace edupro::storage
