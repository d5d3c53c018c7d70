// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Resealing.h"

#include "core/security/Seal.h"
#include "core/storage/audit/AuditErasure.h"

namespace edupro::storage {

namespace {

/// The cells of one row before the change, by sealed field.
struct SealedRow {
    QUuid id;
    std::vector<QVariant> cells;
};

std::vector<std::size_t> sealedFields(const EntityInfo& entity)
{
    std::vector<std::size_t> sealed;
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (entity.fields[i].rules.sealed) sealed.push_back(i);
    return sealed;
}

const QString& keyOf(const EntityInfo& entity)
{
    return entity.fields[static_cast<std::size_t>(entity.key)].column;
}

Result<std::vector<SealedRow>>
rowsOf(Connection& connection, const EntityInfo& entity, const std::vector<std::size_t>& sealed)
{
    QStringList columns{keyOf(entity)};
    QStringList filled;
    for (const std::size_t i : sealed) {
        columns.append(entity.fields[i].column);
        filled.append(entity.fields[i].column + QStringLiteral(" IS NOT NULL"));
    }
    std::vector<SealedRow> rows;
    const Done read = connection.read(
        QStringLiteral("SELECT %1 FROM main.%2 WHERE %3")
            .arg(
                columns.join(QStringLiteral(", ")),
                entity.table,
                filled.join(QStringLiteral(" OR "))),
        {},
        [&](const QSqlQuery& row) {
            SealedRow one{.id = QUuid::fromString(row.value(0).toString()), .cells = {}};
            for (std::size_t i = 0; i < sealed.size(); ++i)
                one.cells.push_back(row.value(static_cast<int>(i) + 1));
            rows.push_back(std::move(one));
            return true;
        });
    if (!read) return read.error();
    return rows;
}

Error doesNotOpen(const EntityInfo& entity, const FieldInfo& field, const QUuid& row)
{
    return {
        .code = ErrorCode::Corrupt,
        .key = "store.damaged",
        .detail = entity.table.toStdString() + "." + field.column.toStdString() + " of " +
                  row.toString(QUuid::WithoutBraces).toStdString() +
                  " does not open with the key of sealed columns"};
}

class Resealing {
public:
    Resealing(Connection& connection, const SealedCells& from, const SealedCells& to)
        : m_connection(connection)
        , m_from(from)
        , m_to(to)
    {
    }

    Result<qint64> run(const EntityInfo& entity)
    {
        const auto sealed = sealedFields(entity);
        if (sealed.empty()) return qint64{0};
        const auto rows = rowsOf(m_connection, entity, sealed);
        if (!rows) return rows.error();
        qint64 cells = 0;
        for (const SealedRow& row : *rows) {
            const Result<qint64> changed = reseal(entity, sealed, row);
            if (!changed) return changed;
            cells += *changed;
        }
        return cells;
    }

private:
    Result<qint64>
    reseal(const EntityInfo& entity, const std::vector<std::size_t>& sealed, const SealedRow& row)
    {
        QStringList assignments;
        QVariantList parameters;
        qint64 cells = 0;
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            const FieldInfo& field = entity.fields[sealed[i]];
            const QVariant& cell = row.cells[i];
            if (cell.isNull()) continue;
            const QVariant value = valueOf(entity, field, row.id, cell);
            if (!value.isValid()) return doesNotOpen(entity, field, row.id);
            const Result<QVariant> closed = m_to.cellOf(entity, field, row.id, value);
            if (!closed) return closed.error();
            assignments.append(field.column + QStringLiteral(" = ?"));
            parameters.append(*closed);
            ++cells;
            if (!field.rules.lookup) continue;
            assignments.append(indexColumnOf(field) + QStringLiteral(" = ?"));
            parameters.append(m_to.indexOf(field, value));
        }
        parameters.append(QVariant::fromValue(row.id));
        const auto ran = m_connection.run(
            QStringLiteral("UPDATE main.%1 SET %2 WHERE %3 = ?")
                .arg(entity.table, assignments.join(QStringLiteral(", ")), keyOf(entity)),
            parameters);
        if (!ran) return ran.error();
        return m_from.sealing() == Sealing::Plain ? blank(entity, row.id, cells) : cells;
    }

    QVariant valueOf(
        const EntityInfo& entity, const FieldInfo& field, const QUuid& row, const QVariant& cell)
    {
        const bool isClosed = m_from.sealing() == Sealing::Open &&
                              cell.typeId() == QMetaType::QString &&
                              security::isSealed(cell.toString());
        return isClosed ? m_from.valueOf(entity, field, row, cell) : fromDatabase(field.type, cell);
    }

    Result<qint64> blank(const EntityInfo& entity, const QUuid& row, qint64 cells)
    {
        const auto blanked =
            eraseHistory(m_connection, entity.table, row, QStringLiteral("sealed"));
        if (!blanked) return blanked;
        return cells;
    }

    Connection& m_connection;
    const SealedCells& m_from;
    const SealedCells& m_to;
};

} // namespace

Result<qint64> resealCells(
    Connection& connection,
    const std::vector<const EntityInfo*>& entities,
    const SealedCells& from,
    const SealedCells& to)
{
    assert(connection.dialect() == Dialect::Sqlite);
    assert(from.sealing() != Sealing::Locked && to.sealing() != Sealing::Locked);
    const InMode quietly(*connection.changes(), ChangeMode::Erasure);
    qint64 cells = 0;
    for (const EntityInfo* entity : entities) {
        const Result<qint64> changed = Resealing(connection, from, to).run(*entity);
        if (!changed) return changed;
        cells += *changed;
    }
    return cells;
}

} // namespace edupro::storage
