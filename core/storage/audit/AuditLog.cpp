// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/audit/AuditLog.h"

#include "core/security/Seal.h"
#include "core/storage/audit/AuditTrail.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace edupro::storage {

namespace {

/// Where the parts of an event stand.
struct Source {
    const char* table;
    const char* columns;
    const char* person;
    const char* action;
    const char* entity;
    const char* row;
    const char* at;
};

constexpr Source inFile{
    .table = "audit_event",
    .columns = "n, meta, payload, payload IS NULL AND substr(proof, 1, 16) = zeroblob(16)",
    .person = "json_extract(meta, '$.by')",
    .action = "json_extract(meta, '$.act')",
    .entity = "json_extract(meta, '$.t')",
    .row = "json_extract(meta, '$.i')",
    .at = "json_extract(meta, '$.w')"};
constexpr Source onServer{
    .table = "change_log",
    .columns = "n, at, actor, device, action, entity, row_id, reason, before_values, after_values",
    .person = "actor",
    .action = "action",
    .entity = "entity",
    .row = "row_id",
    .at = "at"};

struct Where {
    QStringList conditions;
    QVariantList parameters;

    void add(const char* expression, const char* comparison, const QVariant& value)
    {
        conditions.append(QLatin1String(expression) + QLatin1String(comparison));
        parameters.append(value);
    }
    QString text() const
    {
        return conditions.isEmpty()
                   ? QString()
                   : QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND "));
    }
};

Where whereOf(const Source& source, const AuditFilter& filter)
{
    Where where;
    if (!filter.row.isNull()) where.add(source.row, " = ?", QVariant::fromValue(filter.row));
    if (!filter.person.isEmpty()) where.add(source.person, " = ?", filter.person);
    if (!filter.table.isEmpty()) where.add(source.entity, " = ?", filter.table);
    if (filter.from) where.add(source.at, " >= ?", static_cast<qlonglong>(*filter.from));
    if (filter.until) where.add(source.at, " < ?", static_cast<qlonglong>(*filter.until));
    if (!filter.actions.isEmpty()) {
        const QString marks = QStringLiteral("?, ").repeated(filter.actions.size() - 1);
        where.conditions.append(
            QLatin1String(source.action) + QStringLiteral(" IN (%1?)").arg(marks));
        for (const QString& action : filter.actions)
            where.parameters.append(action);
    }
    return where;
}

/// Who may see own actions only gets those, whatever is asked for.
Result<AuditFilter> allowedOf(Store& store, const AuditFilter& asked)
{
    constexpr auto read = security::Action::Read;
    constexpr auto audit = security::Object::Audit;
    if (Done may = store.require(read, audit); !may) return may.error();
    AuditFilter filter = asked;
    const Access* access = store.access();
    if (!access || access->scopeOf(read, audit) == security::Scope::All) return filter;
    const QString self = access->user().toString(QUuid::WithoutBraces);
    if (!filter.person.isEmpty() && filter.person != self) return denied(read, audit);
    filter.person = self;
    return filter;
}

AuditRecord serverRecord(const QSqlQuery& row)
{
    const auto object = [&row](int column) {
        return QJsonDocument::fromJson(row.value(column).toString().toUtf8()).object();
    };
    AuditRecord record{
        .n = row.value(0).toLongLong(),
        .at = row.value(1).toLongLong(),
        .person = row.value(2).toString(),
        .device = row.value(3).toString(),
        .action = row.value(4).toString(),
        .table = row.value(5).toString(),
        .row = QUuid::fromString(row.value(6).toString()),
        .reason = row.value(7).toString()};
    const QJsonObject before = object(8);
    const QJsonObject after = object(9);
    for (auto one = before.begin(); one != before.end(); ++one)
        record.changes.insert(one.key(), QJsonArray{one.value(), after.value(one.key())});
    for (auto one = after.begin(); one != after.end(); ++one)
        record.changes.insert(one.key(), QJsonArray{before.value(one.key()), one.value()});
    record.columns = record.changes.keys();
    return record;
}

/// Sealed values of a change: opened, or a mask.
void showSealed(AuditRecord& record, const SealedCells& cells, bool inFull)
{
    const QString row = record.row.toString(QUuid::WithoutBraces);
    for (auto one = record.changes.begin(); one != record.changes.end(); ++one) {
        QJsonArray pair = one.value().toArray();
        for (qsizetype i = 0; i < pair.size(); ++i) {
            const QString cell = pair.at(i).toString();
            if (!security::isSealed(cell)) continue;
            const QString text =
                inFull ? cells.textOf(record.table, row, one.key(), cell) : QString();
            pair[i] = text.isNull() ? sealedMask : text;
        }
        one.value() = pair;
    }
}

AuditRecord fileRecord(const QSqlQuery& row)
{
    return auditRecordOf(
        row.value(0).toLongLong(),
        row.value(1).toString(),
        row.value(2).toString(),
        row.value(3).toBool());
}

} // namespace

Result<std::vector<AuditRecord>>
auditPage(Store& store, const AuditFilter& asked, std::optional<qint64> below, int limit)
{
    const Result<AuditFilter> allowed = allowedOf(store, asked);
    if (!allowed) return allowed.error();
    const AuditFilter& filter = *allowed;
    const bool file = store.dialect() == Dialect::Sqlite;
    const Source& source = file ? inFile : onServer;
    Where where = whereOf(source, filter);
    if (below) where.add("n", " < ?", *below);
    where.parameters.append(limit);
    std::vector<AuditRecord> page;
    Done read = store.connection().read(
        QStringLiteral("SELECT %1 FROM %2%3 ORDER BY n DESC LIMIT ?")
            .arg(QLatin1String(source.columns), QLatin1String(source.table), where.text()),
        where.parameters,
        [&](const QSqlQuery& row) {
            page.push_back(file ? fileRecord(row) : serverRecord(row));
            showSealed(page.back(), store.cells(), filter.sealedInFull);
            return true;
        });
    if (!read) return read.error();
    return page;
}

Result<qint64> auditCount(Store& store, const AuditFilter& asked)
{
    const Result<AuditFilter> filter = allowedOf(store, asked);
    if (!filter) return filter.error();
    const Source& source = store.dialect() == Dialect::Sqlite ? inFile : onServer;
    const Where where = whereOf(source, *filter);
    const Result<QVariant> count = store.connection().scalar(
        QStringLiteral("SELECT COUNT(*) FROM %1%2").arg(QLatin1String(source.table), where.text()),
        where.parameters);
    if (!count) return count.error();
    return count->toLongLong();
}

} // namespace edupro::storage
