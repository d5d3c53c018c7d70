// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/EntitySql.h"

#include "core/record/Fold.h"

#include <QStringList>

#include <algorithm>

namespace edupro::storage {

EntitySql::EntitySql(const EntityInfo& entity, Dialect dialect, Sealing sealing)
{
    // A view of the session may shadow the table; nobody can write through it.
    const QString table =
        dialect == Dialect::Sqlite ? QStringLiteral("main.") + entity.table : entity.table;
    QStringList columns;
    QStringList assignments;
    for (int i = 0; i < static_cast<int>(entity.fields.size()); ++i) {
        const FieldInfo& field = entity.fields[static_cast<std::size_t>(i)];
        columns.append(field.column);
        if (i != entity.key) assignments.append(field.column + QStringLiteral("=?"));
        if (field.rules.searched > 0) searched.push_back(i);
        if (field.rules.sealed) sealed.push_back(i);
        if (field.rules.lookup) lookup.push_back(i);
    }
    std::sort(searched.begin(), searched.end(), [&entity](int a, int b) {
        return entity.fields[static_cast<std::size_t>(a)].rules.searched <
               entity.fields[static_cast<std::size_t>(b)].rules.searched;
    });
    const QString key = entity.fields[static_cast<std::size_t>(entity.key)].column;
    const QString selectFrom =
        QStringLiteral("SELECT %1, created_at, updated_at, version, device, deleted FROM ")
            .arg(columns.join(QStringLiteral(", ")));
    select = selectFrom + entity.table;
    selectAny = selectFrom + table;
    if (!searched.empty()) {
        columns.append(QStringLiteral("folded"));
        assignments.append(QStringLiteral("folded=?"));
    }
    for (const int i : lookup) {
        const QString index = indexColumnOf(entity.fields[static_cast<std::size_t>(i)]);
        columns.append(index);
        if (sealing != Sealing::Locked) assignments.append(index + QStringLiteral("=?"));
    }
    const QString marks = QStringLiteral("?, ").repeated(columns.size() + 4);
    insert =
        QStringLiteral(
            "INSERT INTO %1 (%2, created_at, updated_at, version, device, deleted) VALUES (%3?)")
            .arg(table, columns.join(QStringLiteral(", ")), marks);
    update = QStringLiteral("UPDATE %1 SET %2, updated_at=?, version=?, device=?, deleted=? WHERE "
                            "%3=? AND version=?")
                 .arg(table, assignments.join(QStringLiteral(", ")), key);
    setDeleted = QStringLiteral("UPDATE %1 SET deleted=?, updated_at=?, version=version+1, "
                                "device=? WHERE %2=? AND deleted<>?")
                     .arg(table, key);
}

QString EntitySql::foldedText(const Values& values) const
{
    QStringList parts;
    for (const int i : searched)
        parts.append(folded(values[static_cast<std::size_t>(i)].toString()));
    return parts.join(u' ');
}

} // namespace edupro::storage
