// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/AuditExport.h"

#include "core/exchange/Csv.h"

#include <QDateTime>

#include <algorithm>

namespace edupro::exchange {

namespace {

constexpr int rowsAtOnce = 1000;

QStringList cellsOf(const storage::AuditRecord& record)
{
    return {
        QString::number(record.n),
        QDateTime::fromMSecsSinceEpoch(record.at, Qt::UTC).toString(Qt::ISODateWithMs),
        record.person,
        record.device,
        record.action,
        record.table,
        record.row.isNull() ? QString() : record.row.toString(QUuid::WithoutBraces),
        record.columns.join(u' '),
        record.reason};
}

} // namespace

Result<qint64> exportAudit(
    storage::Store& store,
    const storage::AuditFilter& filter,
    const QString& path,
    const Progress& progress)
{
    auto page = storage::auditPage(store, filter, {}, rowsAtOnce);
    if (!page) return page.error();
    auto writer = CsvWriter::open(path);
    if (!writer) return writer.error();
    writer->write({"n", "time", "person", "device", "action", "table", "row", "columns", "reason"});
    qint64 written = 0;
    const double newest = page->empty() ? 1.0 : static_cast<double>(page->front().n);
    while (!page->empty()) {
        for (const storage::AuditRecord& record : *page)
            writer->write(cellsOf(record));
        written += static_cast<qint64>(page->size());
        const qint64 last = page->back().n;
        if (!progress(std::clamp(1.0 - static_cast<double>(last) / newest, 0.0, 1.0)))
            return cancelled();
        page = storage::auditPage(store, filter, last, rowsAtOnce);
        if (!page) return page.error();
    }
    if (Done noted = store.note({.action = storage::AuditAction::Export, .table = "audit_event"});
        !noted)
        return noted.error();
    if (Done committed = writer->commit(); !committed) return committed.error();
    return written;
}

} // namespace edupro::exchange
