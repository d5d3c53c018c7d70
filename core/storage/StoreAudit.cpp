// SPDX-License-Identifier: GPL-3.0-or-later
// What Store writes down beside the data, and reads back.
#include "core/security/KeyFile.h"
#include "core/security/Seal.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/audit/AuditVerify.h"
#include "core/storage/changes/Lineage.h"
#include "core/storage/changes/Tracking.h"
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

/// Lets the key file remember how far the school file has come.
void anchorKeyFile(
    Connection& connection,
    security::KeyFile& keyFile,
    const QString& path,
    const security::SecretBytes& fileKey)
{
    const Result<security::Anchor> anchor = anchorOf(connection);
    if (!anchor || *anchor == keyFile.anchor()) return;
    // Who has exchanged it meanwhile (a new file key, a restore) is right.
    const Result<security::KeyFile> onDisk = security::KeyFile::load(path);
    if (!onDisk || onDisk->content() != keyFile.content()) return;
    keyFile.setAnchor(*anchor);
    (void)keyFile.save(path, fileKey); // the anchor before stays right, only further back
}

/// Compares an opened file with what this computer and the key file have seen of it, notes in it
/// what does not fit, and remembers at closing how far it has come.
Done settleArrival(Connection& connection, const StoreOptions& options, const QString& path)
{
    const Result<Arrival> arrival =
        arrivalOf(connection, options.keyFile ? options.keyFile->anchor() : security::Anchor());
    if (!arrival) return arrival.error();
    if (Done noted = noteArrival(connection, *arrival); !noted) return noted;
    connection.beforeClosing([&connection,
                              keyFile = options.keyFile,
                              keys = options.keys,
                              keyPath = security::keyFileOf(path)] {
        rememberFile(connection);
        if (keyFile && keys) anchorKeyFile(connection, *keyFile, keyPath, keys->file);
    });
    return done();
}

} // namespace

Done Store::prepare()
{
    if (m_options.entities.empty()) {
        return Error{
            .code = ErrorCode::Internal,
            .key = "store.no_entities",
            .detail = "the store was not told which entities there are"};
    }
    ChangeContext& changes = *m_connection->changes();
    changes.actor = m_options.actor.toUtf8();
    changes.device = m_options.device.toUtf8();
    changes.at = now();
    if (Done started = startTracking(*m_connection, m_options.entities); !started) return started;
    return m_file ? settleArrival(*m_connection, m_options, m_file->path()) : done();
}

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
