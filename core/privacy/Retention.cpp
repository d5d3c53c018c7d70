// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/Retention.h"

#include "core/exchange/Csv.h"

#include <QDateTime>

#include <cmath>

namespace edupro::privacy {

Result<std::vector<RetentionRule>> retentionRules(storage::Store& store)
{
    return store.query<RetentionRule>(
        QStringLiteral("privacy/list_retention_rules"), {{QStringLiteral("day"), store.today()}});
}

Result<std::vector<OverdueData>> overdueData(storage::Store& store)
{
    if (Done may = store.require(security::Action::Read, security::Object::Requests); !may)
        return may.error();
    const auto rules = retentionRules(store);
    if (!rules) return rules.error();
    std::vector<OverdueData> all;
    for (const RetentionRule& rule : *rules) {
        OverdueData data{.rule = rule};
        data.before = store.today().addMonths(-static_cast<int>(std::lround(rule.months)));
        storage::Parameters parameters{{QStringLiteral("before"), data.before}};
        if (rule.purpose == u"request")
            parameters = {{QStringLiteral("before"), data.before.startOfDay().toMSecsSinceEpoch()}};
        auto rows = store.query<OverdueRow>(
            QStringLiteral("privacy/list_overdue_%1s").arg(rule.purpose), parameters);
        if (!rows) return rows.error();
        data.rows = std::move(*rows);
        all.push_back(std::move(data));
    }
    return all;
}

Result<qint64> exportOverdue(storage::Store& store, const QString& path)
{
    const auto overdue = overdueData(store);
    if (!overdue) return overdue.error();
    auto writer = exchange::CsvWriter::open(path);
    if (!writer) return writer.error();
    writer->write({"purpose", "months", "ended_before", "nis", "name", "since", "rows"});
    qint64 students = 0;
    for (const OverdueData& data : *overdue) {
        for (const OverdueRow& row : data.rows) {
            writer->write(
                {data.rule.purpose,
                 QString::number(data.rule.months),
                 data.before.toString(Qt::ISODate),
                 row.nis,
                 row.name,
                 row.since ? row.since->toString(Qt::ISODate) : QString(),
                 QString::number(row.rows)});
            ++students;
        }
    }
    const Done noted = store.note(
        {.action = storage::AuditAction::Export,
         .table = entityInfo<Student>().table,
         .reason = QStringLiteral("retention")});
    if (!noted) return noted.error();
    if (Done committed = writer->commit(); !committed) return committed.error();
    return students;
}

} // namespace edupro::privacy
