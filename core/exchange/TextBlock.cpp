// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/TextBlock.h"

namespace edupro::exchange {

namespace {

constexpr QChar quote(u'"');
constexpr QChar tab(u'\t');

bool isLineEnd(QChar sign)
{
    return sign == u'\n' || sign == u'\r';
}

class BlockReader {
public:
    explicit BlockReader(const QString& text)
        : m_text(text)
    {
    }

    TextBlock read()
    {
        TextBlock rows;
        while (m_at < m_text.size()) {
            QStringList row{cell()};
            while (m_at < m_text.size() && m_text[m_at] == tab) {
                ++m_at;
                row.append(cell());
            }
            skipLineEnd();
            rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool endsCell(qsizetype at) const
    {
        return at == m_text.size() || m_text[at] == tab || isLineEnd(m_text[at]);
    }

    /// Behind the quotation mark that closes the cell which begins here; -1 when none does.
    qsizetype closingQuote() const
    {
        for (qsizetype at = m_at + 1; at < m_text.size(); ++at) {
            if (m_text[at] != quote) continue;
            const bool doubled = at + 1 < m_text.size() && m_text[at + 1] == quote;
            if (!doubled) return endsCell(at + 1) ? at : -1;
            ++at;
        }
        return -1;
    }

    QString cell()
    {
        const qsizetype begin = m_at;
        const bool quoted = m_at < m_text.size() && m_text[m_at] == quote;
        const qsizetype close = quoted ? closingQuote() : -1;
        if (close >= 0) {
            m_at = close + 1;
            QString inside = m_text.mid(begin + 1, close - begin - 1);
            return inside.replace(QStringLiteral("\"\""), QString(quote));
        }
        while (!endsCell(m_at))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }

    void skipLineEnd()
    {
        if (m_at == m_text.size()) return;
        const bool both = m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && //
                          m_text[m_at + 1] == u'\n';
        m_at += both ? 2 : 1;
    }

    const QString& m_text;
    qsizetype m_at = 0;
};

QString written(const QString& cell)
{
    const bool needsQuotes =
        cell.startsWith(quote) || std::any_of(cell.begin(), cell.end(), [](QChar sign) {
            return sign == tab || isLineEnd(sign);
        });
    if (!needsQuotes) return cell;
    QString inside = cell;
    return quote + inside.replace(quote, QStringLiteral("\"\"")) + quote;
}

} // namespace

TextBlock parseTextBlock(const QString& text)
{
    return BlockReader(text).read();
}

QString textOf(const TextBlock& block)
{
    QString text;
    for (const QStringList& row : block) {
        QStringList cells;
        for (const QString& cell : row)
            cells.append(written(cell));
        text += cells.join(tab) + u'\n';
    }
    return text;
}

} // namespace edupro::exchange
