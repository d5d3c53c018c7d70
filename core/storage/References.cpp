// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/References.h"

namespace edupro::storage {

Result<QStringList> referringTables(Store& store, const EntityInfo& entity, const QUuid& id)
{
    const QString schema = store.dialect() == Dialect::Sqlite ? QStringLiteral("main.") : QString();
    QStringList tables;
    for (const EntityInfo* other : store.entities()) {
        for (const FieldInfo& field : other->fields) {
            if (entity.table != QLatin1String(field.rules.references.data()) ||
                tables.contains(other->table))
                continue;
            const Result<QVariant> found = store.connection().scalar(
                QStringLiteral("SELECT 1 FROM %1%2 WHERE %3 = ? AND deleted = FALSE LIMIT 1")
                    .arg(schema, other->table, field.column),
                {QVariant::fromValue(id)});
            if (!found) return found.error();
            if (found->isValid()) tables.append(other->table);
        }
    }
    return tables;
}

Done removeUnused(Store& store, const EntityInfo& entity, const QUuid& id)
{
    const Result<QStringList> tables = referringTables(store, entity, id);
    if (!tables) return tables.error();
    if (tables->isEmpty()) return store.remove(entity, id);
    return Error{
        .code = ErrorCode::Constraint,
        .key = "store.referred",
        .detail = entity.table.toStdString() + ": the row is used by rows of " +
                  tables->join(QStringLiteral(", ")).toStdString()};
}

} // namespace edupro::storage
