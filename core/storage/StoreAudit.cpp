// SPDX-License-Identifier: GPL-3.0-or-later
// What Store writes down beside the data, and reads back.
#include "core/security/Seal.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/Store.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace edupro::storage {

namespace {

/// The events that tell of a row's values.
bool isChange(const QString& action)
{
    const QStringList& codes = auditActionCodes();
    const qsizetype at = codes.indexOf(action);
    return (at >= 0 && at <= static_cast<int>(AuditAction::Restore)) ||
           at == static_cast<int>(AuditAction::Erase);
}

/// Nobody needs the old values of sealed columns in lists.
QJsonValue shownValue(const QJsonValue& value)
{
    return security::isSealed(value.toString()) ? QJsonValue(sealedMask) : value;
}

Change changeOf(const AuditRecord& record)
{
    Change change{
        .at = record.at, .actor = record.person, .entity = record.table, .action = record.action};
    for (auto one = record.changes.begin(); one != record.changes.end(); ++one) {
        if (one.key() == u"deleted") continue; // the action says it
        const QJsonArray pair = one.value().toArray();
        if (record.action != u"insert") change.before.insert(one.key(), shownValue(pair.at(0)));
        change.after.insert(one.key(), shownValue(pair.at(1)));
    }
    return change;
}

Change changeOfLog(const QSqlQuery& row)
{
    const auto object = [&row](int column) {
        return QJsonDocument::fromJson(row.value(column).toString().toUtf8()).object();
    };
    Change change{
        .at = row.value(0).toLongLong(),
        .actor = row.value(1).toString(),
        .entity = row.value(2).toString(),
        .action = row.value(3).toString()};
    // Deletions carry the whole row, which the changes before them tell already.
    const bool whole = row.value(4).isNull() != row.value(5).isNull();
    if (whole && change.action != u"insert") return change;
    change.before = object(4);
    change.after = object(5);
    return change;
}

} // namespace

void Store::actAs(const QString& actor)
{
    m_options.actor = actor;
    if (ChangeContext* changes = m_connection ? m_connection->changes() : nullptr)
        changes->actor = actor.toUtf8();
}

void Store::stampMoment()
{
    ChangeContext* changes = m_connection->changes();
    if (!changes) return;
    changes->at = now();
    changes->reason = m_reason.toUtf8();
}

Done Store::log(
    const EntityInfo& entity,
    const QUuid& id,
    const char* action,
    const QJsonObject* before,
    const QJsonObject* after)
{
    const auto text = [](const QJsonObject* object) {
        return object ? QVariant(QString::fromUtf8(
                            QJsonDocument(*object).toJson(QJsonDocument::Compact)))
                      : QVariant();
    };
    static const QString sql = QStringLiteral("INSERT INTO change_log (at, actor, device, entity, "
                                              "row_id, action, before_values, after_values) "
                                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    const Result<qint64> ran = m_connection->run(
        sql,
        {static_cast<qlonglong>(now()),
         m_options.actor,
         m_options.device,
         entity.table,
         QVariant::fromValue(id),
         QString::fromLatin1(action),
         text(before),
         text(after)});
    if (!ran) return ran.error();
    return done();
}

Done Store::append(const AuditNote& note)
{
    if (dialect() == Dialect::Sqlite) return appendEvent(*m_connection, note);
    const QByteArray details = QJsonDocument(note.details).toJson(QJsonDocument::Compact);
    const Result<qint64> ran = m_connection->run(
        QStringLiteral("INSERT INTO change_log (at, actor, device, entity, row_id, action, "
                       "after_values, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {static_cast<qlonglong>(note.at.value_or(now())),
         note.by.value_or(m_options.actor),
         m_options.device,
         note.table.isEmpty() ? QVariant() : note.table,
         note.row.isNull() ? QVariant() : QVariant::fromValue(note.row),
         codeOf(note.action),
         note.details.isEmpty() ? QVariant() : QString::fromUtf8(details),
         note.reason});
    if (!ran) return ran.error();
    return done();
}

Done Store::note(const AuditNote& note)
{
    if (m_inTransaction) {
        stampMoment();
        return append(note);
    }
    // Not through inTransaction(): that a session has ended can be noted, too.
    const QString reason = m_reason; // of the writes to come
    Done noted = beginWork();
    if (!noted) return noted;
    noted = append(note);
    if (noted) noted = commitWork();
    if (!noted) rollBackWork();
    m_reason = reason;
    return noted;
}

Result<std::vector<Change>> Store::history(const QUuid& id)
{
    if (Done may = require(security::Action::Read, security::Object::Audit); !may)
        return may.error();
    const Access* person = m_options.access.get();
    const bool onlyOwn =
        person &&
        person->scopeOf(security::Action::Read, security::Object::Audit) == security::Scope::Self;
    const bool file = dialect() == Dialect::Sqlite;
    std::vector<Change> changes;
    Done read = m_connection->read(
        file ? QStringLiteral("SELECT n, meta, payload FROM audit_event WHERE "
                              "json_extract(meta, '$.i') = ? ORDER BY n")
             : QStringLiteral("SELECT at, actor, entity, action, before_values, after_values FROM "
                              "change_log WHERE row_id = ? ORDER BY n"),
        {QVariant::fromValue(id)},
        [&](const QSqlQuery& row) {
            Change change = file ? changeOf(auditRecordOf(
                                       row.value(0).toLongLong(),
                                       row.value(1).toString(),
                                       row.value(2).toString(),
                                       false))
                                 : changeOfLog(row);
            if (isChange(change.action) && (!onlyOwn || change.actor == m_options.actor))
                changes.push_back(std::move(change));
            return true;
        });
    if (!read) return read.error();
    return changes;
}

} // namespace edupro::storage
