// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/FileLook.h"

#include "core/exchange/Csv.h"

#include <QFileInfo>

namespace edupro::ui {

using exchange::CsvRow;
using exchange::knownHeadings;

namespace {

constexpr qsizetype rowsLookedAt = 30;
constexpr qsizetype rowsOfHead = 15; ///< the headings stand among these
constexpr qsizetype examplesShown = 3;

bool isBlank(const CsvRow& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const QString& cell) {
        return cell.trimmed().isEmpty();
    });
}

Result<QList<CsvRow>> firstRows(const QString& path)
{
    auto reader = exchange::CsvReader::open(path);
    if (!reader) return reader.error();
    QList<CsvRow> rows;
    CsvRow row;
    while (rows.size() < rowsLookedAt) {
        const Result<bool> more = reader->next(row);
        if (!more) return more.error();
        if (!*more) break;
        if (!isBlank(row)) rows.append(row);
    }
    if (rows.isEmpty())
        return Error{
            .code = ErrorCode::Validation,
            .key = "import.empty",
            .detail = path.toStdString() + ": no rows"};
    return rows;
}

/// Where the headings most likely are when they do not suffice.
qsizetype likeliestHead(const QList<CsvRow>& rows, const QList<exchange::WantedField>& fields)
{
    qsizetype likeliest = 0;
    for (qsizetype i = 1; i < std::min(rowsOfHead, rows.size()); ++i) {
        if (knownHeadings(rows[i].cells, fields) > knownHeadings(rows[likeliest].cells, fields))
            likeliest = i;
    }
    return likeliest;
}

void addExamples(ColumnMatch& match, const QList<CsvRow>& rows, qsizetype headRows)
{
    match.examples.resize(match.headings.size());
    for (qsizetype i = headRows; i < rows.size(); ++i) {
        for (qsizetype column = 0; column < match.headings.size(); ++column) {
            const QString cell = rows[i].cells.value(column).simplified();
            QStringList& examples = match.examples[column];
            if (!cell.isEmpty() && examples.size() < examplesShown && !examples.contains(cell))
                examples.append(cell);
        }
    }
}

Result<ColumnMatch> matchRows(
    const QList<CsvRow>& rows,
    exchange::RowImport& import,
    const QList<exchange::HeadingOverride>& map)
{
    ColumnMatch match{.fields = import.fields()};
    const auto head = import.headOf(rows.first(std::min(rowsOfHead, rows.size())), map);
    if (!head && head.error().code != ErrorCode::Validation) return head.error();
    if (head) {
        match.headings = head->headings;
        match.columnOf = head->columnOf;
        addExamples(match, rows, head->headRows);
        match.score = static_cast<int>(match.columnOf.size() - match.columnOf.count(-1));
        return match;
    }
    const qsizetype likeliest = likeliestHead(rows, match.fields);
    match.headings = rows[likeliest].cells;
    match.columnOf = QList<int>(match.fields.size(), -1);
    match.problem = head.error();
    addExamples(match, rows, likeliest + 1);
    // What fits is shown all the same, so that only the rest is left to choose.
    for (qsizetype field = 0; field < match.fields.size(); ++field) {
        for (int column = 0; column < match.headings.size(); ++column) {
            const bool fits = knownHeadings({match.headings[column]}, {match.fields[field]}) > 0;
            if (fits && match.columnOf[field] < 0) match.columnOf[field] = column;
        }
    }
    match.score = knownHeadings(match.headings, match.fields);
    return match;
}

} // namespace

Result<ColumnMatch> matchColumns(
    storage::Store& store,
    const QString& path,
    const ImportChoice& choice,
    const QList<exchange::HeadingOverride>& map)
{
    const auto rows = firstRows(path);
    if (!rows) return rows.error();
    const auto import = choice.make(store, QFileInfo(path).fileName());
    if (!import) return import.error();
    return matchRows(*rows, **import, map);
}

Result<FileLook>
lookAtFile(storage::Store& store, const QString& path, const std::vector<ImportChoice>& choices)
{
    const auto rows = firstRows(path);
    if (!rows) return rows.error();
    FileLook best;
    bool hasBest = false;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const auto import = choices[i].make(store, QFileInfo(path).fileName());
        if (!import) return import.error();
        auto match = matchRows(*rows, **import, {});
        if (!match) return match.error();
        // A kind that fits beats one that lacks something; among equals more columns decide. One
        // known column alone (a NIS) speaks for nothing.
        const auto merit = [](const ColumnMatch& m) {
            return std::pair(!m.problem.has_value() && m.score > 1, m.score);
        };
        if (hasBest && merit(*match) <= merit(best.match)) continue;
        best = {.choice = static_cast<int>(i), .match = std::move(*match)};
        hasBest = true;
    }
    return best;
}

} // namespace edupro::ui
