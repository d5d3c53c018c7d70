// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a stream of text into rows and cells (RFC 4180, with what spreadsheets really write).
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QStringList>

namespace edupro::exchange {

/// What is odd about a row. The row is kept all the same; who reads it decides.
enum class CsvFlaw : std::uint8_t {
    None,
    TooFewCells,  ///< fewer cells than the heading row
    TooManyCells, ///< more non-empty cells than the heading row
    StrayQuote,   ///< text behind a closing quote: quotes inside were not doubled
    NulByte,      ///< a zero byte inside
};

struct CsvRow {
    qint64 line = 0; ///< 1-based line of the file where the row begins
    QStringList cells;
    CsvFlaw flaw = CsvFlaw::None;
};

struct CsvLimits {
    qint64 fileBytes = 50LL * 1024 * 1024;
    qint64 dataRows = 200'000;
    qsizetype fieldLength = 10'000;   ///< UTF-16 units
    qsizetype lineLength = 1'000'000; ///< UTF-16 units
};

/// Push text in with feed(), pull rows out with next(). Lines that are completely empty are left
/// out; rows of empty cells are not. Line breaks are LF, CRLF and CR.
class CsvParser {
public:
    enum class Step : std::uint8_t { Row, NeedText, End };

    CsvParser(QChar separator, const CsvLimits& limits);

    /// The next piece of text. Precondition: next() answered NeedText, or nothing was asked yet.
    void feed(QString piece);
    /// No more text will come.
    void finish() { m_finished = true; }
    /// Fills `row` when the answer is Row. Errors name the line: `import.quote` (a quote that never
    /// closes), `import.field_too_long`, `import.line_too_long`. Linear in the text.
    Result<Step> next(CsvRow& row);

private:
    enum class State : std::uint8_t { FieldStart, Plain, Quoted, AfterQuote };

    Done consume();
    void consumePlain();
    void consumeQuoted();
    void consumeAfterQuote();
    void appendRun(qsizetype end);
    void countBreak(QChar c);
    void endField();
    bool endLine(QChar c);
    bool takeRow(CsvRow& row);
    Result<Step> atEnd(CsvRow& row);
    Done checkLimits() const;
    Error unclosedQuote() const;

    QChar m_separator;
    CsvLimits m_limits;
    QString m_text;
    qsizetype m_at = 0;
    bool m_finished = false;

    State m_state = State::FieldStart;
    CsvRow m_row;
    QString m_field;
    bool m_rowHasText = false; ///< something stands in the row, be it only a quote or a separator
    qsizetype m_spacesAfterQuote = 0;
    qint64 m_line = 1;
    qint64 m_quoteLine = 0;
    qsizetype m_lineLength = 0;
    bool m_afterCr = false;
};

} // namespace edupro::exchange
