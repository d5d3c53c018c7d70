// SPDX-License-Identifier: GPL-3.0-or-later
// Reads any bytes as a CSV file, and every cell as every kind of value: nothing may crash, hang or
// break what the headers promise.
#include "core/exchange/CellText.h"
#include "core/exchange/Csv.h"
#include "core/exchange/Headings.h"
#include "tests/fuzz/Demand.h"

#include <QBuffer>

#include <cmath>

using namespace edupro;
using namespace edupro::exchange;
using namespace edupro::tests;

namespace {

void readCell(const QString& cell)
{
    for (const DecimalMark mark : {DecimalMark::Unknown, DecimalMark::Point, DecimalMark::Comma}) {
        const Result<double> number = parseNumber(cell, mark);
        demand(!number || std::isfinite(*number), "numbers are finite");
    }
    DecimalEvidence evidence;
    evidence.see(cell);
    const Result<qint64> rupiah = parseRupiah(cell);
    demand(!rupiah || *rupiah >= 0, "rupiah are not negative");
    const Result<QDate> date = parseDate(cell);
    demand(!date || date->isValid(), "dates are valid");
    (void)parseGender(cell);
    (void)isMissing(cell);
    (void)hasLostDigits(cell);
    demand(withoutGuard(withGuard(cell)) == cell, "the guard can be undone");
}

/// The rows written again and read again are the same rows.
void checkRoundTrip(const QList<QStringList>& table)
{
    QByteArray bytes = "\xEF\xBB\xBF";
    for (const QStringList& row : table)
        bytes += csvLine(row, u';').toUtf8();
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    Result<CsvReader> reader = CsvReader::of(std::move(device), {.separator = u';'});
    if (!reader) return; // what was written may be full of zero bytes, or too big
    CsvRow row;
    for (const QStringList& expected : table) {
        const Result<bool> more = reader->next(row);
        if (!more) return;
        demand(*more && row.cells == expected, "a written row is read back");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(reinterpret_cast<const char*>(data), static_cast<int>(size));
    device->open(QIODevice::ReadOnly);
    Result<CsvReader> reader = CsvReader::of(std::move(device));
    if (!reader) return 0;
    QList<QStringList> table;
    CsvRow row;
    qint64 lastLine = 0;
    while (true) {
        const Result<bool> more = reader->next(row);
        if (!more) return 0;
        if (!*more) break;
        demand(row.line > lastLine, "lines grow");
        demand(!row.cells.isEmpty(), "a row has a cell");
        lastLine = row.line;
        table.append(row.cells);
        for (const QString& cell : row.cells)
            readCell(cell);
    }
    (void)matchHeadings(
        table.first(), {{"nis", true}, {"name", false}}, {{table.first().first(), "nis"}});
    const bool startsWithSeparatorLine = table.first().first().startsWith(u"sep=");
    if (!startsWithSeparatorLine) checkRoundTrip(table);
    return 0;
}
