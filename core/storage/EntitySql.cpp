// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/EntitySql.h"

#include "core/record/Fold.h"

#include <QStringList>

#include <algorithm>

namespace edupro::storage {

EntitySql::EntitySql(const EntityInfo& entity)
{
    QStringList columns;
    QStringList assignments;
    for (int i = 0; i < static_cast<int>(entity.fields.size()); ++i) {
        const FieldInfo& field = entity.fields[static_cast<std::size_t>(i)];
        columns.append(field.column);
        if (i != entity.key) assignments.append(field.column + QStringLiteral("=?"));
        if (field.rules.searched > 0) searched.push_back(i);
    }
    std::sort(searched.begin(), searched.end(), [&entity](int a, int b) {
        return entity.fields[static_cast<std::size_t>(a)].rules.searched <
               entity.fields[static_cast<std::size_t>(b)].rules.searched;
    });
    const QString key = entity.fields[static_cast<std::size_t>(entity.key)].column;
    select = QStringLiteral("SELECT %1, created_at, updated_at, version, device, deleted FROM %2")
                 .arg(columns.join(QStringLiteral(", ")), entity.table);
    if (!searched.empty()) {
        columns.append(QStringLiteral("folded"));
        assignments.append(QStringLiteral("folded=?"));
    }
    const QString marks = QStringLiteral("?, ").repeated(columns.size() + 4);
    insert =
        QStringLiteral(
            "INSERT INTO %1 (%2, created_at, updated_at, version, device, deleted) VALUES (%3?)")
            .arg(entity.table, columns.join(QStringLiteral(", ")), marks);
    update = QStringLiteral("UPDATE %1 SET %2, updated_at=?, version=?, device=?, deleted=? WHERE "
                            "%3=? AND version=?")
                 .arg(entity.table, assignments.join(QStringLiteral(", ")), key);
    setDeleted = QStringLiteral("UPDATE %1 SET deleted=?, updated_at=?, version=version+1, "
                                "device=? WHERE %2=? AND deleted<>?")
                     .arg(entity.table, key);
}

QString EntitySql::foldedText(const Values& values) const
{
    QStringList parts;
    for (const int i : searched)
        parts.append(folded(values[static_cast<std::size_t>(i)].toString()));
    return parts.join(u' ');
}

} // namespace edupro::storage
