// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/EraseStudent.h"

#include "core/privacy/ErasedDrafts.h"
#include "core/security/KeyFile.h"
#include "core/storage/audit/AuditErasure.h"
#include "core/storage/changes/Tracking.h"
#include "core/storage/EntitySql.h"
#include "core/storage/Migrator.h"

#include <QMap>
#include <QSet>

namespace edupro::privacy {

using storage::Connection;
using storage::Dialect;
using storage::Store;

namespace {

struct Writer {
    Instant at = 0;
    QString device;
};

/// What stands in an identifying column afterwards: nothing where that is allowed, a number of its
/// own where rows must differ.
QVariant emptied(const FieldInfo& field, const QUuid& row)
{
    if (field.nullable) return {};
    assert(field.type == FieldType::Text);
    if (!field.rules.unique) return erasedText;
    return QStringLiteral("hapus-") + row.toString(QUuid::Id128).right(12);
}

QStringList identifyingColumns(const EntityInfo& entity)
{
    QStringList columns;
    for (const FieldInfo& field : entity.fields)
        if (field.rules.identifying) columns.append(field.column);
    return columns;
}

Done emptyRow(Connection& connection, const PersonalRow& row, const Writer& writer)
{
    const EntityInfo& entity = *row.entity;
    QStringList assignments;
    QVariantList parameters;
    Values values(entity.fields.size());
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldInfo& field = entity.fields[i];
        if (!field.rules.identifying) continue;
        values[i] = emptied(field, row.id);
        assignments.append(field.column + QStringLiteral("=?"));
        parameters.append(values[i]);
        if (field.rules.lookup)
            assignments.append(storage::indexColumnOf(field) + QStringLiteral("=NULL"));
    }
    const storage::EntitySql sql(entity, connection.dialect(), storage::Sealing::Plain);
    if (!sql.searched.empty()) {
        assignments.append(QStringLiteral("folded=?"));
        parameters.append(sql.foldedText(values));
    }
    parameters << static_cast<qlonglong>(writer.at) << writer.device << QVariant::fromValue(row.id);
    const auto ran = connection.run(
        QStringLiteral("UPDATE %1 SET %2, updated_at=?, version=version+1, device=? WHERE %3=?")
            .arg(
                tableIn(connection, entity.table),
                assignments.join(QStringLiteral(", ")),
                entity.fields[static_cast<std::size_t>(entity.key)].column),
        parameters);
    if (!ran) return ran.error();
    return done();
}

/// What blanks the audit of a row and notes it; both answer how many events.
struct Blanking {
    using OfRow = std::function<Result<qint64>(const QString& table, const QUuid& row)>;
    OfRow all;     ///< everything
    OfRow reasons; ///< only what carries a reason that somebody typed
};

const QString blankReason = QStringLiteral("erasure");

/// Empties what `rows` name, in the open transaction.
Result<ErasureResult> emptyRows(
    Connection& connection,
    const std::vector<PersonalRow>& rows,
    const Writer& writer,
    const Blanking& blanking)
{
    ErasureResult result;
    for (const PersonalRow& row : rows) {
        if (row.shared) continue;
        if (!identifies(*row.entity)) { // the fact stays, why it was changed goes
            const auto blanked = blanking.reasons(row.entity->table, row.id);
            if (!blanked) return blanked.error();
            result.events += *blanked;
            continue;
        }
        {
            // The change itself must not be audited with the values that it removes.
            std::optional<storage::InMode> erasing;
            if (connection.changes())
                erasing.emplace(*connection.changes(), storage::ChangeMode::Erasure);
            if (Done emptied = emptyRow(connection, row, writer); !emptied) return emptied.error();
        }
        const auto blanked = blanking.all(row.entity->table, row.id);
        if (!blanked) return blanked.error();
        ++result.rows;
        result.events += *blanked;
    }
    return result;
}

/// No byte of what was emptied stays in free pages or the log.
Done compact(Connection& connection)
{
    if (connection.dialect() != Dialect::Sqlite) return done();
    if (Done vacuumed = connection.execute(QStringLiteral("VACUUM")); !vacuumed) return vacuumed;
    const auto busy = connection.scalar(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!busy) return busy.error();
    if (busy->toInt() == 0) return done();
    return Error{
        .code = ErrorCode::Io,
        .key = "store.busy",
        .detail = "the log of the file could not be cut because something else reads it; close "
                  "other windows of this school and erase again"};
}

/// The register goes into the key file, too: it outlives the school file.
Done noteInKeyFile(Store& store)
{
    if (!store.keys() || store.path().isEmpty()) return done();
    const auto ids = erasureRegister(store.connection());
    if (!ids) return ids.error();
    const QString path = security::keyFileOf(store.path());
    auto file = security::KeyFile::load(path);
    if (!file) return file.error();
    const security::SecretBytes& key = store.keys()->file;
    if (!file->isAuthentic(key)) {
        return Error{
            .code = ErrorCode::Corrupt,
            .key = "key.damaged",
            .detail = path.toStdString() + ": was changed by somebody without the school's key; "
                                           "the erasure is done, but not noted there"};
    }
    for (const QString& id : *ids)
        file->addErasure(QUuid::fromString(id));
    return file->save(path, key);
}

Error unknownStudent(const StudentId& student)
{
    return {
        .code = ErrorCode::NotFound,
        .key = "student.unknown",
        .detail = "no student " + student.text().toStdString()};
}

/// Whether the file is not older than the register.
Result<bool> hasRegister(Connection& connection)
{
    if (connection.dialect() != Dialect::Sqlite) return true;
    const auto tables = connection.scalar(
        QStringLiteral("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'erasures'"));
    if (!tables) return tables.error();
    return tables->toInt() != 0;
}

/// The line of a student in the register of `known`, else that of a restore at `at`.
Result<Erasure> lineOf(const QUuid& student, Connection* known, Instant at)
{
    Erasure line{
        .id = {student},
        .erasedAt = at,
        .erasedBy = erasedByRestore,
        .basis = QStringLiteral("request")};
    if (!known) return line;
    const Result<bool> registers = hasRegister(*known);
    if (!registers) return registers.error();
    if (!*registers) return line;
    const Done read = known->read(
        QStringLiteral("SELECT erased_at, erased_by, basis FROM %1 WHERE id = ?")
            .arg(tableIn(*known, QStringLiteral("erasures"))),
        {QVariant::fromValue(student)},
        [&line](const QSqlQuery& row) {
            line.erasedAt = row.value(0).toLongLong();
            line.erasedBy = row.value(1).toString();
            line.basis = row.value(2).toString();
            return false;
        });
    if (!read) return read.error();
    return line;
}

/// The register's line of a student, in the open transaction of a copy that is not worked with yet.
Done registerErasure(
    Connection& connection, const QUuid& student, const Writer& writer, Connection* known)
{
    const Result<Erasure> line = lineOf(student, known, writer.at);
    if (!line) return line.error();
    const auto at = static_cast<qlonglong>(writer.at);
    const auto ran = connection.run(
        QStringLiteral("INSERT INTO erasures (id, erased_at, erased_by, basis, created_at, "
                       "updated_at, version, device, deleted) VALUES (?, ?, ?, ?, ?, ?, 1, ?, "
                       "FALSE) ON CONFLICT (id) DO NOTHING"),
        {QVariant::fromValue(student),
         static_cast<qlonglong>(line->erasedAt),
         line->erasedBy,
         line->basis,
         at,
         at,
         writer.device});
    if (!ran) return ran.error();
    return done();
}

Result<qint64> applyInTransaction(
    Connection& connection,
    const Entities& entities,
    const QStringList& ids,
    const Writer& writer,
    Connection* known)
{
    qint64 erased = 0;
    // All lines first: a guardian of two erased children has no other child here.
    for (const QString& id : ids) {
        const Done noted = registerErasure(connection, QUuid::fromString(id), writer, known);
        if (!noted) return noted.error();
    }
    for (const QString& id : ids) {
        const StudentId student{QUuid::fromString(id)};
        const auto rows = personalRows(connection, entities, student);
        if (!rows) return rows.error();
        if (rows->empty()) continue;
        if (Done dropped = dropDrafts(connection, student); !dropped) return dropped.error();
        const Blanking blank{
            .all =
                [&connection](const QString& table, const QUuid& row) {
                    return storage::eraseHistory(connection, table, row, blankReason);
                },
            .reasons =
                [&connection](const QString& table, const QUuid& row) {
                    return storage::eraseReasons(connection, table, row, blankReason);
                }};
        auto emptied = emptyRows(connection, *rows, writer, blank);
        if (!emptied) return emptied.error();
        ++erased;
    }
    return erased;
}

} // namespace

Result<std::vector<ErasedTable>> planErasure(Store& store, const StudentId& student)
{
    if (Done may = store.require(security::Action::Update, security::Object::Requests); !may)
        return may.error();
    const auto rows = personalRows(store.connection(), store.entities(), student);
    if (!rows) return rows.error();
    if (rows->empty()) return unknownStudent(student);
    QMap<QString, ErasedTable> tables;
    for (const PersonalRow& row : *rows) {
        ErasedTable& table = tables[row.entity->table];
        table.table = row.entity->table;
        table.columns = identifyingColumns(*row.entity);
        ++(row.shared || table.columns.isEmpty() ? table.keptRows : table.rows);
    }
    return std::vector<ErasedTable>(tables.begin(), tables.end());
}

Result<ErasureResult> eraseStudent(Store& store, const StudentId& student, const QString& basis)
{
    if (Done may = store.require(security::Action::Update, security::Object::Requests); !may)
        return may.error();
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    Erasure line{
        .id = {student.value}, .erasedAt = store.now(), .erasedBy = store.actor(), .basis = basis};
    // The first day counts.
    const auto known = store.find<Erasure>(line.id);
    if (!known) return known.error();
    const auto rows = personalRows(store.connection(), store.entities(), student);
    if (!rows) return rows.error();
    if (rows->empty()) return unknownStudent(student);
    if (!known->has_value()) {
        if (auto saved = store.save(line); !saved) return saved.error();
    }
    const Done dropped = dropDrafts(store.connection(), student);
    if (!dropped) return dropped.error();
    const Blanking blank{
        .all =
            [&store](const QString& table, const QUuid& row) {
                return storage::eraseHistory(store, table, row, blankReason);
            },
        .reasons =
            [&store](const QString& table, const QUuid& row) {
                return storage::eraseReasons(store, table, row, blankReason);
            }};
    auto result =
        emptyRows(store.connection(), *rows, {.at = store.now(), .device = store.device()}, blank);
    if (!result) return result;
    if (Done committed = transaction->commit(); !committed) return committed.error();
    // Both, even when one fails: the bytes must go, and the register must know.
    const Done noted = noteInKeyFile(store);
    const Done compacted = compact(store.connection());
    if (!noted) return noted.error();
    if (!compacted) return compacted.error();
    return result;
}

Result<QStringList> erasureRegister(Connection& connection)
{
    QStringList ids;
    const Result<bool> registers = hasRegister(connection);
    if (!registers) return registers.error();
    if (!*registers) return ids;
    const Done read = connection.read(
        QStringLiteral("SELECT id FROM %1 ORDER BY id")
            .arg(tableIn(connection, QStringLiteral("erasures"))),
        {},
        [&ids](const QSqlQuery& row) {
            ids.append(QUuid::fromString(row.value(0).toString()).toString(QUuid::WithoutBraces));
            return true;
        });
    if (!read) return read.error();
    return ids;
}

Result<qint64> applyErasures(
    Connection& connection,
    const Entities& entities,
    const QStringList& ids,
    Instant now,
    Connection* known)
{
    if (ids.isEmpty()) return qint64{0};
    const bool file = connection.dialect() == Dialect::Sqlite;
    if (file) {
        // The log of an old file must stand in the chain before it can be blanked there.
        if (Done tracked = storage::startTracking(connection, entities); !tracked)
            return tracked.error();
    }
    const Done begun =
        connection.execute(file ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
    if (!begun) return begun.error();
    Result<qint64> erased =
        applyInTransaction(connection, entities, ids, {.at = now, .device = {}}, known);
    Done ended = erased ? connection.execute(QStringLiteral("COMMIT")) : Done(erased.error());
    if (!ended) {
        (void)connection.execute(QStringLiteral("ROLLBACK"));
        return ended.error();
    }
    if (*erased > 0) ended = compact(connection);
    if (!ended) return ended.error();
    return erased;
}

} // namespace edupro::privacy
