// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Csv.h"

#include <map>

namespace edupro::exchange {

namespace {

constexpr int sampleRows = 25;

/// How many cells each of the first rows has when cut at `separator`.
QList<qsizetype> cellCounts(const QString& sample, QChar separator, const CsvLimits& limits)
{
    CsvParser parser(separator, limits);
    parser.feed(sample);
    QList<qsizetype> counts;
    CsvRow row;
    parser.finish();
    while (counts.size() < sampleRows) {
        const Result<CsvParser::Step> step = parser.next(row);
        if (!step || *step != CsvParser::Step::Row) break;
        counts.append(row.cells.size());
    }
    return counts;
}

/// Share of rows with the commonest number of cells (two or more), plus a bonus when the first two
/// rows, the heading among them, have it too.
double evenness(const QList<qsizetype>& counts)
{
    std::map<qsizetype, int> rowsWith;
    for (const qsizetype count : counts)
        if (count > 1) ++rowsWith[count];
    qsizetype common = 0;
    int most = 0;
    for (const auto& [count, rows] : rowsWith) {
        if (rows < most) continue;
        common = count;
        most = rows;
    }
    if (most == 0) return 0.0;
    double score = static_cast<double>(most) / static_cast<double>(counts.size());
    for (qsizetype i = 0; i < std::min<qsizetype>(2, counts.size()); ++i)
        if (counts[i] == common) score += 0.25;
    return score;
}

/// The separator of a "sep=;" first line, which spreadsheets write and read.
std::optional<QChar> declaredSeparator(const QString& sample)
{
    static const QString prefix = QStringLiteral("sep=");
    if (!sample.startsWith(prefix, Qt::CaseInsensitive) || sample.size() < 6) return std::nullopt;
    const QChar after = sample[5];
    return after == u'\n' || after == u'\r' ? std::optional(sample[4]) : std::nullopt;
}

bool isSeparatorLine(const CsvRow& row, QChar separator)
{
    return row.line == 1 && row.cells.join(separator).compare(
                                QStringLiteral("sep=") + separator, Qt::CaseInsensitive) == 0;
}

bool hasTextFrom(const QStringList& cells, qsizetype from)
{
    for (qsizetype i = from; i < cells.size(); ++i)
        if (!cells[i].trimmed().isEmpty()) return true;
    return false;
}

bool startsLikeFormula(QStringView text)
{
    constexpr QStringView dangerous = u"=+-@\t\r";
    return !text.isEmpty() && dangerous.contains(text.front());
}

/// Digits with at most one sign in front and marks between: harmless in a spreadsheet.
bool isPlainNumber(QStringView text)
{
    if (!text.isEmpty() && (text.front() == u'-' || text.front() == u'+')) text = text.sliced(1);
    bool digitBefore = false;
    for (const QChar c : text) {
        const bool digit = c >= u'0' && c <= u'9';
        if (!digit && !((c == u'.' || c == u',') && digitBefore)) return false;
        digitBefore = digit;
    }
    return digitBefore;
}

QStringView withoutApostrophes(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.sliced(1);
    return text;
}

} // namespace

QChar detectSeparator(const QString& sample, const CsvLimits& limits)
{
    // Commas stand in texts and decimals, semicolons and TABs hardly do: on a tie the rarer wins.
    constexpr char16_t candidates[] = {u'\t', u';', u','};
    QChar best = u',';
    double bestScore = 0.0;
    for (const QChar candidate : candidates) {
        const double score = evenness(cellCounts(sample, candidate, limits));
        if (score <= bestScore) continue;
        best = candidate;
        bestScore = score;
    }
    return best;
}

CsvReader::CsvReader(TextSource source, QChar separator, const CsvLimits& limits)
    : m_source(std::move(source))
    , m_separator(separator)
    , m_limits(limits)
    , m_parser(separator, limits)
{
}

namespace {

Result<QChar> findSeparator(TextSource& source, const CsvOptions& options)
{
    if (options.separator) return *options.separator;
    QString sample;
    if (const Result<bool> read = source.read(sample); !read) return read.error();
    if (const Done rewound = source.rewind(); !rewound) return rewound.error();
    if (const std::optional<QChar> declared = declaredSeparator(sample)) return *declared;
    return detectSeparator(sample, options.limits);
}

} // namespace

Result<CsvReader> CsvReader::open(const QString& path, const CsvOptions& options)
{
    Result<TextSource> source = TextSource::open(path, options.limits.fileBytes);
    if (!source) return source.error();
    const Result<QChar> separator = findSeparator(*source, options);
    if (!separator) return separator.error();
    return CsvReader(std::move(*source), *separator, options.limits);
}

Result<CsvReader> CsvReader::of(std::unique_ptr<QIODevice> device, const CsvOptions& options)
{
    Result<TextSource> source = TextSource::of(std::move(device), options.limits.fileBytes);
    if (!source) return source.error();
    const Result<QChar> separator = findSeparator(*source, options);
    if (!separator) return separator.error();
    return CsvReader(std::move(*source), *separator, options.limits);
}

Result<bool> CsvReader::next(CsvRow& row)
{
    while (true) {
        const Result<CsvParser::Step> step = m_parser.next(row);
        if (!step) return step.error();
        if (*step == CsvParser::Step::End && m_width < 0)
            return Error{
                .code = ErrorCode::Validation,
                .key = "import.empty",
                .detail = "the file has no rows; export it again with at least a heading row"};
        if (*step == CsvParser::Step::End) return false;
        if (*step == CsvParser::Step::Row) {
            if (m_width < 0 && isSeparatorLine(row, m_separator)) continue;
            break;
        }
        QString piece;
        const Result<bool> more = m_source.read(piece);
        if (!more) return more.error();
        if (*more)
            m_parser.feed(std::move(piece));
        else
            m_parser.finish();
    }
    if (m_width < 0) {
        m_width = row.cells.size();
        return true;
    }
    if (++m_dataRows > m_limits.dataRows)
        return Error{
            .code = ErrorCode::Validation,
            .key = "import.too_big",
            .detail = "the file has more than " + std::to_string(m_limits.dataRows) +
                      " rows; split it into several files"};
    if (row.flaw == CsvFlaw::None && row.cells.size() < m_width) row.flaw = CsvFlaw::TooFewCells;
    if (row.flaw == CsvFlaw::None && hasTextFrom(row.cells, m_width))
        row.flaw = CsvFlaw::TooManyCells;
    return true;
}

void CsvReader::expectWidth(qsizetype cells)
{
    m_width = cells;
    m_dataRows = 0;
}

Done CsvReader::rewind()
{
    m_parser = CsvParser(m_separator, m_limits);
    m_width = -1;
    m_dataRows = 0;
    return m_source.rewind();
}

QString csvLine(const QStringList& cells, QChar separator)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString& cell = cells[i];
        if (i > 0) line += separator;
        const bool quoted = cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r') ||
                            cell.contains(separator) || (cells.size() == 1 && cell.isEmpty());
        if (quoted)
            line += u'"' + QString(cell).replace(u'"', QStringLiteral("\"\"")) + u'"';
        else
            line += cell;
    }
    return line + QStringLiteral("\r\n");
}

QString withGuard(const QString& text)
{
    const bool dangerous = startsLikeFormula(withoutApostrophes(text)) && !isPlainNumber(text);
    return dangerous ? u'\'' + text : text;
}

QString withoutGuard(const QString& text)
{
    const bool guarded = text.startsWith(u'\'') && startsLikeFormula(withoutApostrophes(text));
    return guarded ? text.sliced(1) : text;
}

CsvWriter::CsvWriter(std::unique_ptr<QSaveFile> file, const CsvStyle& style)
    : m_file(std::move(file))
    , m_style(style)
{
}

namespace {

Error unwritable(const QSaveFile& file)
{
    return {
        .code = ErrorCode::Io,
        .key = "export.unwritable",
        .detail = file.fileName().toStdString() + ": " + file.errorString().toStdString() +
                  "; choose a folder where you may write"};
}

} // namespace

Result<CsvWriter> CsvWriter::open(const QString& path, const CsvStyle& style)
{
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly)) return unwritable(*file);
    if (style.byteOrderMark) file->write("\xEF\xBB\xBF");
    return CsvWriter(std::move(file), style);
}

void CsvWriter::write(const QStringList& cells)
{
    QStringList guarded;
    guarded.reserve(cells.size());
    for (const QString& cell : cells)
        guarded.append(withGuard(cell));
    m_file->write(csvLine(guarded, m_style.separator).toUtf8());
}

Done CsvWriter::commit()
{
    if (!m_file->commit()) return unwritable(*m_file);
    return done();
}

} // namespace edupro::exchange
