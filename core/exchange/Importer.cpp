// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Importer.h"

#include "core/exchange/Csv.h"
#include "core/storage/Durable.h"

#include <QFileInfo>

namespace edupro::exchange {

namespace {

constexpr qsizetype longestHead = 15; ///< rows in which headings are looked for
constexpr qint64 rowsPerProgress = 128;
constexpr double surveyShare = 0.1; ///< of the whole work

bool isBlank(const CsvRow& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const QString& cell) {
        return cell.trimmed().isEmpty();
    });
}

/// A file that has been looked through once: its columns and what they hold.
struct Surveyed {
    CsvReader reader;
    TableHead head;
    ImportTable table;
};

/// The next row that is not blank; false at the end.
Result<bool> nextRow(CsvReader& reader, CsvRow& row)
{
    while (true) {
        Result<bool> more = reader.next(row);
        if (!more || !*more || !isBlank(row)) return more;
    }
}

/// Back to the first data row.
Done skipHead(CsvReader& reader, const TableHead& head)
{
    if (const Done rewound = reader.rewind(); !rewound) return rewound.error();
    CsvRow row;
    for (qsizetype i = 0; i < head.headRows; ++i)
        if (const Result<bool> read = nextRow(reader, row); !read) return read.error();
    reader.expectWidth(head.headings.size());
    return done();
}

Result<QList<CsvRow>> firstRows(CsvReader& reader)
{
    QList<CsvRow> rows;
    CsvRow row;
    while (rows.size() < longestHead) {
        const Result<bool> more = nextRow(reader, row);
        if (!more) return more.error();
        if (!*more) break;
        rows.append(row);
    }
    if (rows.isEmpty())
        return Error{
            .code = ErrorCode::Validation,
            .key = "import.empty",
            .detail = "the file has no rows; export it again with at least a heading row"};
    return rows;
}

void seeDecimals(const CsvRow& row, QList<DecimalEvidence>& columns)
{
    const qsizetype count = std::min(row.cells.size(), columns.size());
    for (qsizetype i = 0; i < count; ++i) {
        const QString& cell = row.cells[i];
        if (cell.contains(u'.') || cell.contains(u',')) columns[i].see(cell);
    }
}

QList<DecimalMark> marksOf(const QList<DecimalEvidence>& columns, QChar separator)
{
    DecimalEvidence all;
    for (const DecimalEvidence& column : columns)
        all.add(column);
    QList<DecimalMark> marks;
    for (const DecimalEvidence& column : columns) {
        const DecimalMark own = column.verdict();
        marks.append(own == DecimalMark::Unknown ? decimalMarkOfFile(all, separator) : own);
    }
    return marks;
}

/// Reads the whole file once, so that a broken file is refused before anything is written.
Done lookThrough(Surveyed& file, RowImport& import, const Progress& progress)
{
    if (const Done skipped = skipHead(file.reader, file.head); !skipped) return skipped.error();
    QList<DecimalEvidence> columns(file.head.headings.size());
    CsvRow row;
    while (true) {
        const Result<bool> more = nextRow(file.reader, row);
        if (!more) return more.error();
        if (!*more) break;
        if (++file.table.rows % rowsPerProgress == 0 && !progress(file.reader.fractionRead()))
            return cancelled();
        seeDecimals(row, columns);
        import.look(file.table, row);
    }
    if (file.table.rows == 0)
        return Error{
            .code = ErrorCode::Validation,
            .key = "import.empty",
            .detail = "the file has headings but no rows below them"};
    file.table.marks = marksOf(columns, file.reader.separator());
    return done();
}

Result<Surveyed> survey(
    const QString& path, RowImport& import, const ImportOptions& options, const Progress& progress)
{
    Result<CsvReader> reader = CsvReader::open(path);
    if (!reader) return reader.error();
    const Result<QList<CsvRow>> first = firstRows(*reader);
    if (!first) return first.error();
    Result<TableHead> head = import.headOf(*first, options.map);
    if (!head) return head.error();
    Surveyed file{
        .reader = std::move(*reader),
        .head = *head,
        .table = {
            .headings = head->headings,
            .fields = import.fields(),
            .columnOf = head->columnOf,
            .marks = {},
            .rows = 0,
            .today = {}}};
    if (const Done looked = lookThrough(file, import, progress); !looked) return looked.error();
    return file;
}

QString flawMessage(const CsvRow& row, qsizetype width)
{
    switch (row.flaw) {
    case CsvFlaw::TooFewCells:
    case CsvFlaw::TooManyCells:
        return QStringLiteral("has %1 cells but the headings are %2; put quotes around text that "
                              "holds the separator")
            .arg(row.cells.size())
            .arg(width);
    case CsvFlaw::StrayQuote:
        return QStringLiteral("has text behind a closing quote; write \"\" for a quote inside");
    case CsvFlaw::NulByte:
        return QStringLiteral("contains zero bytes; the file is damaged here");
    case CsvFlaw::None:
        break;
    }
    return {};
}

const char* flawRule(CsvFlaw flaw)
{
    if (flaw == CsvFlaw::StrayQuote) return "quote";
    return flaw == CsvFlaw::NulByte ? "characters" : "ragged";
}

/// The file of rejected rows, if one was asked for.
class Rejects {
public:
    static Result<Rejects>
    open(const QString& source, const ImportOptions& options, QChar separator)
    {
        Rejects rejects;
        if (options.rejects.isEmpty()) return rejects;
        if (QFileInfo(source) == QFileInfo(options.rejects))
            return Error{
                .code = ErrorCode::Validation,
                .key = "import.rejects",
                .detail = "the file of rejects would overwrite the imported file; name another"};
        Result<CsvWriter> writer = CsvWriter::open(options.rejects, {.separator = separator});
        if (!writer) return writer.error();
        rejects.m_writer = std::move(*writer);
        return rejects;
    }

    void writeHeadings(QStringList headings)
    {
        m_width = headings.size();
        write(headings << QStringLiteral("row") << QStringLiteral("reason"));
    }

    void write(const CsvRow& row, const QStringList& reasons)
    {
        QStringList cells = row.cells;
        while (cells.size() < m_width)
            cells.append(QString());
        cells << QString::number(row.line) << reasons.join(QStringLiteral("; "));
        write(cells);
    }

    Done commit() { return m_writer ? m_writer->commit() : done(); }

private:
    void write(const QStringList& cells)
    {
        if (!m_writer) return;
        QStringList plain;
        for (const QString& cell : cells)
            plain.append(withoutGuard(cell));
        m_writer->write(plain);
    }

    std::optional<CsvWriter> m_writer;
    qsizetype m_width = 0;
};

QStringList reasonsOf(const std::vector<ImportIssue>& issues)
{
    QStringList reasons;
    for (const ImportIssue& issue : issues) {
        if (issue.warning) continue;
        reasons.append(
            issue.column.isEmpty() ? issue.message
                                   : issue.column + QStringLiteral(": ") + issue.message);
    }
    return reasons;
}

/// The second reading of the file, inside the transaction.
struct Taking {
    storage::Store& store;
    RowImport& import;
    Surveyed& file;
    Rejects& rejects;
    ImportReport report{};
    ClaimedKeys claimed{};

    Result<RowOutcome> take(const CsvRow& row)
    {
        ImportRow asked(file.table, row, claimed);
        RowOutcome outcome = RowOutcome::Rejected;
        if (row.flaw != CsvFlaw::None) {
            asked.reject(
                -1,
                QString::fromLatin1(flawRule(row.flaw)),
                flawMessage(row, file.table.headings.size()));
        } else {
            const Result<RowOutcome> taken = import.take(store, asked);
            if (!taken) return taken.error();
            outcome = asked.isRejected() ? RowOutcome::Rejected : *taken;
        }
        for (const ImportIssue& issue : asked.issues())
            report.keep(issue);
        if (outcome == RowOutcome::Rejected) rejects.write(row, reasonsOf(asked.issues()));
        return outcome;
    }

    Done all(const Progress& progress)
    {
        const auto total = static_cast<double>(file.table.rows);
        CsvRow row;
        while (true) {
            const Result<bool> more = nextRow(file.reader, row);
            if (!more) return more.error();
            if (!*more) return done();
            const Result<RowOutcome> outcome = take(row);
            if (!outcome) return outcome.error();
            report.count(*outcome);
            if (report.rows % rowsPerProgress == 0 &&
                !progress(static_cast<double>(report.rows) / total))
                return cancelled();
        }
    }
};

/// Commits, unless it was a dry run or a row was rejected under "all or nothing".
Done conclude(storage::Transaction& transaction, Taking& taking, const ImportOptions& options)
{
    if (const Done written = taking.rejects.commit(); !written) return written.error();
    ImportReport& report = taking.report;
    if (options.dryRun) return done();
    if (options.strict && report.rejected > 0) {
        report.unchanged = report.rows - report.rejected;
        report.added = 0;
        report.updated = 0;
        return done();
    }
    report.stored = true;
    return transaction.commit();
}

/// Refuses to begin what would fill the disk half way: the log holds all of it before the file
/// does.
Done checkSpaceFor(const storage::Store& store, qint64 rows)
{
    constexpr qint64 bytesPerRow = 4096; // with its versions and its event, generously
    if (store.path().isEmpty()) return done();
    return storage::checkSpace(QFileInfo(store.path()).absolutePath(), 2 * rows * bytesPerRow);
}

} // namespace

Result<TableHead>
RowImport::headOf(const QList<CsvRow>& firstRows, const QList<HeadingOverride>& map)
{
    const QList<WantedField> wanted = fields();
    qsizetype likeliest = 0;
    for (qsizetype i = 0; i < firstRows.size(); ++i) {
        const QStringList& cells = firstRows[i].cells;
        if (const Result<HeadingMatch> match = matchHeadings(cells, wanted, map); match)
            return TableHead{cells, match->columnOf, match->unmatched, i + 1};
        if (knownHeadings(cells, wanted) > knownHeadings(firstRows[likeliest].cells, wanted))
            likeliest = i;
    }
    return matchHeadings(firstRows[likeliest].cells, wanted, map).error();
}

void RowImport::look(const ImportTable&, const CsvRow&)
{
}

Result<ImportReport> importFile(
    storage::Store& store,
    const QString& path,
    RowImport& import,
    const ImportOptions& options,
    const Progress& progress)
{
    Result<Surveyed> file = survey(path, import, options, partOf(progress, 0.0, surveyShare));
    if (!file) return file.error();
    if (const Done fits = checkSpaceFor(store, file->table.rows); !fits) return fits.error();
    file->table.today = store.today();
    Result<Rejects> rejects = Rejects::open(path, options, file->reader.separator());
    if (!rejects) return rejects.error();
    rejects->writeHeadings(file->table.headings);
    if (const Done skipped = skipHead(file->reader, file->head); !skipped) return skipped.error();

    if (options.beforeStoring && !options.dryRun) {
        if (const Done ready = options.beforeStoring(); !ready) return ready.error();
    }
    Result<storage::Transaction> transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    if (const Done begun = import.begin(store, file->table); !begun) return begun.error();
    Taking taking{store, import, *file, *rejects};
    for (const int column : file->head.unused)
        taking.report.unusedColumns.append(file->table.headings[column].trimmed());
    if (const Done taken = taking.all(partOf(progress, surveyShare, 1.0)); !taken)
        return taken.error();
    if (const Done ended = conclude(*transaction, taking, options); !ended) return ended.error();
    return std::move(taking.report);
}

} // namespace edupro::exchange
