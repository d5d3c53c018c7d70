// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Differences.h"

#include "core/storage/backup/Contents.h"

#include <QHash>
#include <QSet>

#include <iterator>
#include <utility>

namespace edupro::storage {

namespace {

/// What tells one state of a row from another.
using RowState = std::pair<qint64, Instant>;
using RowStates = QHash<QString, RowState>;

Done readStates(
    Connection& connection,
    const QString& table,
    const std::function<void(const QString& id, const RowState& state)>& each)
{
    return connection.read(
        QStringLiteral("SELECT id, version, updated_at FROM main.") + quotedName(table),
        {},
        [&](const QSqlQuery& row) {
            each(row.value(0).toString(), {row.value(1).toLongLong(), row.value(2).toLongLong()});
            return true;
        });
}

Result<QStringList> entityTablesOf(Connection& connection)
{
    const Result<QStringList> tables = tablesOf(connection);
    if (!tables) return tables.error();
    QStringList entities;
    for (const QString& table : *tables) {
        const Result<bool> entity = isEntityTable(connection, table);
        if (!entity) return entity.error();
        if (*entity) entities.append(table);
    }
    return entities;
}

Result<TableDifference> differenceOf(Connection* now, Connection* backup, const QString& table)
{
    TableDifference difference{.table = table};
    RowStates states;
    if (now) {
        Done read = readStates(*now, table, [&](const QString& id, const RowState& state) {
            states.insert(id, state);
        });
        if (!read) return read.error();
        difference.now = states.size();
    }
    if (backup) {
        Done read = readStates(*backup, table, [&](const QString& id, const RowState& state) {
            ++difference.inBackup;
            const auto known = states.constFind(id);
            if (known == states.constEnd()) {
                ++difference.added;
            } else {
                if (*known != state) ++difference.changed;
                states.erase(known);
            }
        });
        if (!read) return read.error();
    }
    difference.removed = states.size();
    return difference;
}

} // namespace

Result<std::vector<TableDifference>>
differencesOf(Connection* now, Connection& backup, const Progress& progress)
{
    const Result<QStringList> there = entityTablesOf(backup);
    if (!there) return there.error();
    const Result<QStringList> here = now ? entityTablesOf(*now) : QStringList();
    if (!here) return here.error();
    QSet<QString> all(there->begin(), there->end());
    all.unite(QSet<QString>(here->begin(), here->end()));
    QStringList tables(all.begin(), all.end());
    tables.sort();
    std::vector<TableDifference> differences;
    for (qsizetype i = 0; i < tables.size(); ++i) {
        const QString& table = tables[i];
        const Result<TableDifference> difference = differenceOf(
            here->contains(table) ? now : nullptr,
            there->contains(table) ? &backup : nullptr,
            table);
        if (!difference) return difference.error();
        if (difference->now > 0 || difference->inBackup > 0) differences.push_back(*difference);
        if (!progress(static_cast<double>(i + 1) / static_cast<double>(tables.size())))
            return cancelled();
    }
    return differences;
}

Result<Kinship> kinshipOf(Connection* now, Connection& backup)
{
    if (!now) return Kinship::NothingThere;
    const Result<Lineage> here = lineageOf(*now);
    if (!here) return here.error();
    const Result<Lineage> there = lineageOf(backup);
    if (!there) return there.error();
    if (here->identity == there->identity && !here->all.isEmpty()) return Kinship::SameLine;
    const bool told = !here->all.isEmpty() && !there->all.isEmpty();
    if (told && here->identity.file != there->identity.file) return Kinship::OtherSchool;
    return Kinship::OtherLine; // restored or copied since, or from before files had identities
}

} // namespace edupro::storage
