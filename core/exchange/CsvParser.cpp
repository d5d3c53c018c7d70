// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/CsvParser.h"

namespace edupro::exchange {

namespace {

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r';
}

Error lineError(const char* key, qint64 line, const std::string& what)
{
    return {
        .code = ErrorCode::Validation,
        .key = key,
        .detail = "line " + std::to_string(line) + ": " + what,
        .issues = {{.rule = key, .value = std::to_string(line)}}};
}

} // namespace

CsvParser::CsvParser(QChar separator, const CsvLimits& limits)
    : m_separator(separator)
    , m_limits(limits)
{
}

void CsvParser::feed(QString piece)
{
    m_text = std::move(piece);
    m_at = 0;
}

Result<CsvParser::Step> CsvParser::next(CsvRow& row)
{
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at];
        if (m_afterCr && c == u'\n' && m_state != State::Quoted) {
            m_afterCr = false;
            ++m_at;
            continue;
        }
        if (m_state != State::Quoted && isLineBreak(c)) {
            ++m_at;
            if (endLine(c) && takeRow(row)) return Step::Row;
            continue;
        }
        if (const Done consumed = consume(); !consumed) return consumed.error();
    }
    return m_finished ? atEnd(row) : Step::NeedText;
}

Done CsvParser::consume()
{
    if (!m_rowHasText) m_row.line = m_line;
    m_rowHasText = true;
    const qsizetype before = m_at;
    const qint64 lineBefore = m_line;
    switch (m_state) {
    case State::FieldStart:
    case State::Plain:
        consumePlain();
        break;
    case State::Quoted:
        consumeQuoted();
        break;
    case State::AfterQuote:
        consumeAfterQuote();
        break;
    }
    if (m_line == lineBefore) m_lineLength += m_at - before;
    return checkLimits();
}

void CsvParser::appendRun(qsizetype end)
{
    m_field.append(QStringView(m_text).sliced(m_at, end - m_at));
    m_at = end;
}

void CsvParser::consumePlain()
{
    const QChar c = m_text[m_at];
    m_afterCr = false;
    if (c == m_separator) {
        ++m_at;
        endField();
        return;
    }
    if (m_state == State::FieldStart && c == u'"') {
        ++m_at;
        m_state = State::Quoted;
        m_quoteLine = m_line;
        return;
    }
    m_state = State::Plain;
    qsizetype end = m_at;
    while (end < m_text.size() && m_text[end] != m_separator && !isLineBreak(m_text[end])) {
        if (m_text[end].isNull()) m_row.flaw = CsvFlaw::NulByte;
        ++end;
    }
    appendRun(end);
}

void CsvParser::countBreak(QChar c)
{
    if (c == u'\r' || !m_afterCr) {
        ++m_line;
        m_lineLength = 0;
    }
    m_afterCr = c == u'\r';
}

// Up to the next quote or line break, so that limits are checked line by line.
void CsvParser::consumeQuoted()
{
    qsizetype end = m_at;
    while (end < m_text.size() && m_text[end] != u'"' && !isLineBreak(m_text[end])) {
        if (m_text[end].isNull()) m_row.flaw = CsvFlaw::NulByte;
        ++end;
    }
    if (end > m_at) m_afterCr = false;
    if (end == m_text.size()) {
        appendRun(end);
        return;
    }
    const QChar stop = m_text[end];
    if (isLineBreak(stop)) {
        appendRun(end + 1);
        countBreak(stop);
        return;
    }
    appendRun(end);
    ++m_at;
    m_afterCr = false;
    m_state = State::AfterQuote;
    m_spacesAfterQuote = 0;
}

void CsvParser::consumeAfterQuote()
{
    const QChar c = m_text[m_at];
    if (c == m_separator) {
        ++m_at;
        endField();
    } else if (c == u'"' && m_spacesAfterQuote == 0) {
        ++m_at;
        m_field.append(c);
        m_state = State::Quoted;
    } else if (c == u' ') {
        ++m_at;
        ++m_spacesAfterQuote;
    } else {
        if (m_row.flaw == CsvFlaw::None) m_row.flaw = CsvFlaw::StrayQuote;
        m_field.append(u'"');
        m_field.append(QString(m_spacesAfterQuote, u' '));
        m_state = State::Plain;
    }
}

void CsvParser::endField()
{
    m_row.cells.append(m_field);
    m_field.clear();
    m_state = State::FieldStart;
}

/// Ends the physical line; true when a row ended with it (an empty line ends none).
bool CsvParser::endLine(QChar c)
{
    m_afterCr = c == u'\r';
    ++m_line;
    m_lineLength = 0;
    return m_rowHasText;
}

bool CsvParser::takeRow(CsvRow& row)
{
    endField();
    row = std::move(m_row);
    m_row = CsvRow{};
    m_rowHasText = false;
    return true;
}

Result<CsvParser::Step> CsvParser::atEnd(CsvRow& row)
{
    if (m_state == State::Quoted) return unclosedQuote();
    if (m_rowHasText && takeRow(row)) return Step::Row;
    return Step::End;
}

Error CsvParser::unclosedQuote() const
{
    return lineError(
        "import.quote",
        m_quoteLine,
        "a quote (\") begins here and is never closed; close it, or write \"\" for a quote that "
        "belongs to the text");
}

Done CsvParser::checkLimits() const
{
    if (m_field.size() > m_limits.fieldLength) {
        if (m_state == State::Quoted && m_line > m_quoteLine) return unclosedQuote();
        return lineError(
            "import.field_too_long",
            m_line,
            "a cell is longer than " + std::to_string(m_limits.fieldLength) +
                " characters; check the separators and quotes of this line");
    }
    if (m_lineLength > m_limits.lineLength)
        return lineError(
            "import.line_too_long",
            m_line,
            "the line is longer than " + std::to_string(m_limits.lineLength) +
                " characters; check the line breaks of the file");
    return done();
}

} // namespace edupro::exchange
