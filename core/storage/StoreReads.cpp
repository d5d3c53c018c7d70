// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of Store.
#include "core/security/Seal.h"
#include "core/storage/EntitySql.h"
#include "core/storage/SqlFiles.h"
#include "core/storage/SqlText.h"
#include "core/storage/Store.h"

namespace edupro::storage {

namespace {

Values valuesOfRow(const EntityInfo& entity, const QSqlQuery& row)
{
    Values values;
    values.reserve(entity.fields.size());
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        values.push_back(fromDatabase(entity.fields[i].type, row.value(static_cast<int>(i))));
    return values;
}

/// A cell of a sealed field: a sealed text, or its field's value.
QVariant sealedCell(const FieldInfo& field, const QVariant& cell)
{
    const bool isText = cell.typeId() == QMetaType::QString && !cell.isNull();
    return isText && security::isSealed(cell.toString()) ? cell : fromDatabase(field.type, cell);
}

Stamp stampOfRow(const QSqlQuery& row, int first)
{
    return {
        .createdAt = row.value(first).toLongLong(),
        .updatedAt = row.value(first + 1).toLongLong(),
        .version = row.value(first + 2).toLongLong(),
        .device = row.value(first + 3).toString(),
        .deleted = row.value(first + 4).toBool()};
}

} // namespace

StoredValues Store::rowOf(const EntityInfo& entity, const QSqlQuery& row) const
{
    StoredValues stored{
        .values = valuesOfRow(entity, row),
        .stamp = stampOfRow(row, static_cast<int>(entity.fields.size()))};
    const auto key = static_cast<std::size_t>(entity.key);
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldInfo& field = entity.fields[i];
        if (!field.rules.sealed) continue;
        stored.cells.resize(entity.fields.size());
        stored.cells[i] = sealedCell(field, row.value(static_cast<int>(i)));
        stored.values[i] =
            m_cells.valueOf(entity, field, stored.values[key].toUuid(), stored.cells[i]);
    }
    return stored;
}

Result<std::optional<StoredValues>>
Store::readRow(const EntityInfo& entity, const QString& select, const QUuid& id)
{
    std::optional<StoredValues> found;
    const QString key = entity.fields[static_cast<std::size_t>(entity.key)].column;
    Done read = m_connection->read(
        select + QStringLiteral(" WHERE ") + key + QStringLiteral("=?"),
        {QVariant::fromValue(id)},
        [&](const QSqlQuery& row) {
            found = rowOf(entity, row);
            return false;
        });
    if (!read) return read.error();
    return found;
}

Result<std::optional<StoredValues>> Store::findAny(const EntityInfo& entity, const QUuid& id)
{
    return readRow(entity, sqlOf(entity).selectAny, id);
}

Result<std::optional<StoredValues>> Store::find(const EntityInfo& entity, const QUuid& id)
{
    if (Done may = checkRead(entity); !may) return may.error();
    Result<std::optional<StoredValues>> found = readRow(entity, sqlOf(entity).select, id);
    if (found && found->has_value() && (*found)->stamp.deleted)
        return std::optional<StoredValues>();
    return found;
}

Result<std::optional<StoredValues>>
Store::findWithDeleted(const EntityInfo& entity, const QUuid& id)
{
    if (Done may = checkRead(entity); !may) return may.error();
    return readRow(entity, sqlOf(entity).select, id);
}

bool Store::isFirstInSession(const QString& text)
{
    const qsizetype before = m_session.size();
    m_session.insert(text);
    return m_session.size() > before;
}

Result<std::vector<Values>>
Store::list(const EntityInfo& entity, const QString& column, const QVariant& value)
{
    if (Done may = checkRead(entity); !may) return may.error();
    const int at = entity.indexOf(column);
    QString sql = sqlOf(entity).select + QStringLiteral(" WHERE deleted = FALSE");
    QVariantList parameters;
    bool sealed = false;
    if (!column.isEmpty()) {
        assert(at >= 0);
        const FieldInfo& field = entity.fields[static_cast<std::size_t>(at)];
        sealed = field.rules.sealed;
        assert(!sealed || field.rules.lookup);
        sql += QStringLiteral(" AND ") + (sealed ? indexColumnOf(field) : column) +
               QStringLiteral(" = ?");
        parameters.append(sealed ? m_cells.indexOf(field, value) : value);
    }
    sql +=
        QStringLiteral(" ORDER BY ") + entity.fields[static_cast<std::size_t>(entity.key)].column;
    std::vector<Values> all;
    Done read = m_connection->read(sql, parameters, [&](const QSqlQuery& row) {
        Values values = rowOf(entity, row).values;
        if (!sealed || values[static_cast<std::size_t>(at)] == value)
            all.push_back(std::move(values)); // two values may share an index
        return true;
    });
    if (!read) return read.error();
    return all;
}

Result<qint64> Store::count(const EntityInfo& entity)
{
    if (Done may = checkRead(entity); !may) return may.error();
    Result<QVariant> count = m_connection->scalar(
        QStringLiteral("SELECT COUNT(*) FROM %1 WHERE deleted = FALSE").arg(entity.table));
    if (!count) return count.error();
    return count->toLongLong();
}

Result<std::vector<Values>>
Store::rows(const EntityInfo& row, const QString& name, const Parameters& parameters)
{
    if (Done alive = checkSession(); !alive) return alive.error();
    auto known = m_named.find(name);
    if (known == m_named.end()) {
        const QString text = sqlFile(name, dialect());
        if (text.isEmpty()) {
            return Error{
                .code = ErrorCode::Internal,
                .key = "store.no_query",
                .detail = "no query " + name.toStdString()};
        }
        const PositionalSql sql = positional(splitStatements(text).value(0));
        known = m_named.insert(name, {sql.text, sql.names});
    }
    QVariantList values;
    for (const QString& placeholder : known->second) {
        assert(parameters.contains(placeholder));
        values.append(parameters.value(placeholder));
    }
    std::vector<Values> all;
    Done read = m_connection->read(known->first, values, [&](const QSqlQuery& one) {
        all.push_back(valuesOfRow(row, one));
        return true;
    });
    if (!read) {
        Error error = read.error();
        error.detail = name.toStdString() + ": " + error.detail;
        return error;
    }
    return all;
}

} // namespace edupro::storage
