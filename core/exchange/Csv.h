// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing CSV files: separator and encoding found by itself, limits, lean on memory.
#pragma once

#include "core/exchange/CsvParser.h"
#include "core/exchange/TextSource.h"

#include <QSaveFile>

#include <optional>

namespace edupro::exchange {

struct CsvOptions {
    std::optional<QChar> separator{}; ///< nothing: found out from the first rows
    CsvLimits limits{};
};

/// Reads a CSV file row by row, the heading row first. Holds one row and 64 KiB of text.
class CsvReader {
public:
    /// Errors: those of TextSource::open(); `import.empty` when there is no row at all.
    static Result<CsvReader> open(const QString& path, const CsvOptions& options = {});
    /// The same on an opened, seekable device.
    static Result<CsvReader> of(std::unique_ptr<QIODevice> device, const CsvOptions& options = {});

    QChar separator() const { return m_separator; }
    TextEncoding encoding() const { return m_source.encoding(); }
    double fractionRead() const { return m_source.fractionRead(); }

    /// The next row; false at the end. The first row sets the expected number of cells. Errors:
    /// those of CsvParser::next(), `import.unreadable`, and `import.too_big` for too many rows.
    Result<bool> next(CsvRow& row);
    /// Takes the last row read as the heading row: rows from now on are held against `cells`.
    void expectWidth(qsizetype cells);
    /// Back before the first row.
    Done rewind();

private:
    CsvReader(TextSource source, QChar separator, const CsvLimits& limits);

    TextSource m_source;
    QChar m_separator;
    CsvLimits m_limits;
    CsvParser m_parser;
    bool m_skipSeparatorLine = true; ///< the next row may be the "sep=;" line of a spreadsheet
    qsizetype m_width = -1;
    qint64 m_dataRows = 0;
};

/// The separator (`,` `;` or TAB) that cuts the beginning of a text most evenly. Quoted text does
/// not count. `,` when the rows have one cell only.
QChar detectSeparator(const QString& sample, const CsvLimits& limits = {});

struct CsvStyle {
    QChar separator = u',';
    bool byteOrderMark = true; ///< spreadsheets need it to see UTF-8
};

/// One line with CRLF, quoted where RFC 4180 asks for it.
QString csvLine(const QStringList& cells, QChar separator = u',');

/// Text that a spreadsheet would take for a formula (= + - @ TAB CR in front) gets a leading
/// apostrophe; plain numbers stay as they are. withoutGuard() undoes it exactly.
QString withGuard(const QString& text);
QString withoutGuard(const QString& text);

/// Writes a file that appears complete or not at all.
class CsvWriter {
public:
    /// Error: `export.unwritable`.
    static Result<CsvWriter> open(const QString& path, const CsvStyle& style = {});
    /// Appends a row; every cell passes withGuard().
    void write(const QStringList& cells);
    /// Puts the file in its place. Error: `export.unwritable` (disk full, folder gone, ...).
    Done commit();

private:
    CsvWriter(std::unique_ptr<QSaveFile> file, const CsvStyle& style);

    std::unique_ptr<QSaveFile> m_file;
    CsvStyle m_style;
};

} // namespace edupro::exchange
