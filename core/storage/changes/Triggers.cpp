// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/changes/Triggers.h"

#include <QHash>
#include <QStringList>

namespace edupro::storage {

namespace {

// A scalar sub-select: INSERT ... SELECT would make a temporary table for every row.
const auto previousProof =
    QStringLiteral("coalesce((SELECT proof FROM audit_event ORDER BY n DESC LIMIT 1), "
                   "edu_start((SELECT uuid FROM lineage WHERE parent IS NULL)))");
const auto eventNumber = QStringLiteral("(SELECT max(n) FROM audit_event)");

/// What is audited and gets versions: all but the identity, and whether the row is deleted.
struct Columns {
    QStringList names;
    QString marked; ///< "nis,name,deleted?"

    explicit Columns(const EntityInfo& entity)
    {
        QStringList marks;
        for (int i = 0; i < static_cast<int>(entity.fields.size()); ++i) {
            if (i == entity.key) continue;
            const FieldInfo& field = entity.fields[static_cast<std::size_t>(i)];
            names.append(field.column);
            marks.append(
                field.type == FieldType::Flag ? field.column + QStringLiteral("?") : field.column);
        }
        marked = marks.join(u',');
    }

    /// 'names', NEW.a, NEW.b
    QString news() const
    {
        QString list = quoted();
        for (const QString& name : names)
            list += QStringLiteral(", NEW.") + name;
        return list;
    }
    /// 'names,deleted?', OLD.a, NEW.a, ...
    QString pairs() const
    {
        QString list = QStringLiteral("'") + marked + QStringLiteral(",deleted?'");
        for (const QString& name : withDeleted())
            list += QStringLiteral(", OLD.%1, NEW.%1").arg(name);
        return list;
    }
    QStringList withDeleted() const { return names + QStringList{QStringLiteral("deleted")}; }

private:
    QString quoted() const { return u'\'' + marked + u'\''; }
};

QString insertEvent(const QString& meta, const QString& payload)
{
    return QStringLiteral("INSERT INTO audit_event(meta, payload, proof) VALUES(\n"
                          "    %1,\n    %2,\n    edu_proof(%3,\n        %1,\n        %2));\n")
        .arg(meta, payload, previousProof);
}

QString onInsert(const EntityInfo& entity, const Columns& columns, const QString& key)
{
    const QString meta =
        QStringLiteral("edu_meta('insert', '%1', NEW.%2, '[\"*\"]')").arg(entity.table, key);
    const QString payload = QStringLiteral("edu_values(%1)").arg(columns.news());
    return QStringLiteral("AFTER INSERT ON %1 WHEN edu_remote()=0 BEGIN\n").arg(entity.table) +
           insertEvent(meta, payload) +
           QStringLiteral("INSERT INTO sync_row(tbl, id, scope, v, b, dirty) VALUES('%1', NEW.%2, "
                          "'%3', '{\"*\":\"'||edu_version()||'\"}', '{\"*\":null}', %4);\n")
               .arg(entity.table, key, QStringLiteral("common"), eventNumber);
}

/// A dirty column keeps the version that it had when it was clean; a row that was never sent needs
/// no bases.
QString stampColumn(const EntityInfo& entity, const QString& column, const QString& key)
{
    const QString seen = QStringLiteral("coalesce(json_extract(v, '$.%1'), "
                                        "json_extract(v, '$.\"*\"'))")
                             .arg(column);
    return QStringLiteral(
               "UPDATE sync_row SET b=CASE WHEN json_type(b, '$.%1') IS NULL AND "
               "json_type(b, '$.\"*\"') IS NULL THEN json_set(b, '$.%1', %2) ELSE b END, "
               "v=json_set(v, '$.%1', edu_version(%2)), dirty=%3, rejected=NULL "
               "WHERE NEW.%1 IS NOT OLD.%1 AND tbl='%4' AND id=NEW.%5;\n")
        .arg(column, seen, eventNumber, entity.table, key);
}

QString onUpdate(const EntityInfo& entity, const Columns& columns, const QString& key)
{
    const QString pairs = columns.pairs();
    const QString meta =
        QStringLiteral("edu_meta(CASE WHEN NEW.deleted > OLD.deleted THEN 'delete' "
                       "WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, "
                       "'%1', NEW.%2, edu_changed(%3))")
            .arg(entity.table, key, pairs);
    QString sql =
        QStringLiteral("AFTER UPDATE ON %1 WHEN edu_remote()=0 BEGIN\n").arg(entity.table) +
        insertEvent(meta, QStringLiteral("edu_changes(%1)").arg(pairs));
    for (const QString& column : columns.withDeleted())
        sql += stampColumn(entity, column, key);
    return sql;
}

Trigger trigger(const QString& name, const QString& rest)
{
    return {name, QStringLiteral("CREATE TRIGGER %1 %2END").arg(name, rest)};
}

Result<QHash<QString, QString>> triggersIn(Connection& connection)
{
    QHash<QString, QString> found;
    Done read = connection.read(
        QStringLiteral("SELECT name, sql FROM sqlite_schema WHERE type='trigger' AND name LIKE "
                       "'edu\\_%' ESCAPE '\\'"),
        {},
        [&found](const QSqlQuery& row) {
            found.insert(row.value(0).toString(), row.value(1).toString());
            return true;
        });
    if (!read) return read.error();
    return found;
}

std::vector<Trigger> allTriggers(const std::vector<const EntityInfo*>& entities)
{
    std::vector<Trigger> all = auditTriggers();
    for (const EntityInfo* entity : entities) {
        for (Trigger& one : triggersOf(*entity))
            all.push_back(std::move(one));
    }
    return all;
}

Result<qint64> adoptRows(Connection& connection, const EntityInfo& entity)
{
    const QString key = entity.fields[static_cast<std::size_t>(entity.key)].column;
    return connection.run(
        QStringLiteral(
            "INSERT INTO sync_row(tbl, id, scope, v, b, dirty) SELECT '%1', %2, '%3', "
            "'{\"*\":\"'||edu_version()||'\"}', '{\"*\":null}', coalesce(%4, 0) FROM %1 "
            "WHERE NOT EXISTS (SELECT 1 FROM sync_row r WHERE r.tbl='%1' AND r.id=%1.%2)")
            .arg(entity.table, key, QStringLiteral("common"), eventNumber),
        {});
}

} // namespace

std::vector<Trigger> triggersOf(const EntityInfo& entity)
{
    const Columns columns(entity);
    const QString key = entity.fields[static_cast<std::size_t>(entity.key)].column;
    const auto name = [&entity](const char* what) {
        return QStringLiteral("edu_%1_%2").arg(QLatin1String(what), entity.table);
    };
    return {
        trigger(name("insert"), onInsert(entity, columns, key)),
        trigger(name("update"), onUpdate(entity, columns, key)),
        trigger(
            name("keep"),
            QStringLiteral("BEFORE DELETE ON %1 WHEN edu_remote()<>2 BEGIN\n"
                           "SELECT RAISE(ABORT, 'sync.no_delete');\n")
                .arg(entity.table)),
        trigger(
            name("id"),
            QStringLiteral("BEFORE UPDATE OF %2 ON %1 WHEN NEW.%2 IS NOT OLD.%2 BEGIN\n"
                           "SELECT RAISE(ABORT, 'sync.id_fixed');\n")
                .arg(entity.table, key))};
}

std::vector<Trigger> auditTriggers()
{
    return {
        trigger(
            QStringLiteral("edu_audit_keep"),
            QStringLiteral("BEFORE DELETE ON audit_event BEGIN\n"
                           "SELECT RAISE(ABORT, 'audit.append_only');\n")),
        trigger(
            QStringLiteral("edu_audit_fixed"),
            QStringLiteral(
                "BEFORE UPDATE ON audit_event WHEN edu_remote()<>3 OR "
                "NEW.n IS NOT OLD.n OR NEW.meta IS NOT OLD.meta OR "
                "NEW.payload IS NOT NULL OR NEW.proof IS NOT edu_blank(OLD.proof) BEGIN\n"
                "SELECT RAISE(ABORT, 'audit.append_only');\n"))};
}

Result<bool> hasTriggers(Connection& connection, const std::vector<const EntityInfo*>& entities)
{
    const auto present = triggersIn(connection);
    if (!present) return present.error();
    QHash<QString, QString> wanted;
    for (const Trigger& one : allTriggers(entities))
        wanted.insert(one.name, one.sql);
    return *present == wanted;
}

Result<TriggersReport>
ensureTriggers(Connection& connection, const std::vector<const EntityInfo*>& entities)
{
    TriggersReport report;
    const Result<bool> current = hasTriggers(connection, entities);
    if (!current) return current.error();
    if (*current) return report;
    report.renewed = true;
    if (Done dropped = dropTriggers(connection); !dropped) return dropped.error();
    for (const EntityInfo* entity : entities) {
        Result<qint64> adopted = adoptRows(connection, *entity);
        if (!adopted) return adopted.error();
        report.adopted += *adopted;
    }
    for (const Trigger& one : allTriggers(entities)) {
        if (Done made = connection.execute(one.sql); !made) return made.error();
    }
    return report;
}

Done dropTriggers(Connection& connection)
{
    const auto present = triggersIn(connection);
    if (!present) return present.error();
    for (auto one = present->cbegin(); one != present->cend(); ++one) {
        Done dropped = connection.execute(QStringLiteral("DROP TRIGGER ") + one.key());
        if (!dropped) return dropped;
    }
    return done();
}

} // namespace edupro::storage
