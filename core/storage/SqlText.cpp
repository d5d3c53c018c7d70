// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlText.h"

namespace edupro::storage {

namespace {

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

qsizetype endOfQuoted(const QString& sql, qsizetype start)
{
    const QChar quote = sql[start];
    for (qsizetype i = start + 1; i < sql.size(); ++i) {
        if (sql[i] != quote) continue;
        if (i + 1 < sql.size() && sql[i + 1] == quote)
            ++i; // a doubled quote stands for itself
        else
            return i + 1;
    }
    return sql.size();
}

qsizetype endOfBlockComment(const QString& sql, qsizetype start)
{
    int depth = 0;
    for (qsizetype i = start; i + 1 < sql.size(); ++i) {
        if (sql[i] == u'/' && sql[i + 1] == u'*') {
            ++depth;
            ++i;
        } else if (sql[i] == u'*' && sql[i + 1] == u'/') {
            ++i;
            if (--depth == 0) return i + 1;
        }
    }
    return sql.size();
}

qsizetype endOfDollarQuoted(const QString& sql, qsizetype start)
{
    qsizetype i = start + 1;
    while (i < sql.size() && isWordPart(sql[i]))
        ++i;
    if (i >= sql.size() || sql[i] != u'$') return start; // "$1" or a lone dollar
    const QString tag = sql.mid(start, i - start + 1);
    const qsizetype close = sql.indexOf(tag, i + 1);
    return close < 0 ? sql.size() : close + tag.size();
}

/// Where the quoted text or comment that begins at `start` ends; `start` itself when none begins
/// there.
qsizetype endOfOpaque(const QString& sql, qsizetype start)
{
    const QChar c = sql[start];
    const QChar next = start + 1 < sql.size() ? sql[start + 1] : QChar();
    if (c == u'\'' || c == u'"') return endOfQuoted(sql, start);
    if (c == u'-' && next == u'-') {
        const qsizetype line = sql.indexOf(u'\n', start);
        return line < 0 ? sql.size() : line;
    }
    if (c == u'/' && next == u'*') return endOfBlockComment(sql, start);
    if (c == u'$' && (start == 0 || !isWordPart(sql[start - 1])))
        return endOfDollarQuoted(sql, start);
    return start;
}

bool isComment(const QString& sql, qsizetype start)
{
    return sql[start] == u'-' || sql[start] == u'/';
}

} // namespace

QStringList splitStatements(const QString& script)
{
    QStringList statements;
    qsizetype begin = 0;
    bool hasContent = false;
    const auto close = [&](qsizetype end) {
        if (hasContent) statements.append(script.mid(begin, end - begin).trimmed());
        begin = end + 1;
        hasContent = false;
    };
    for (qsizetype i = 0; i < script.size();) {
        const qsizetype end = endOfOpaque(script, i);
        if (end > i) {
            hasContent = hasContent || !isComment(script, i);
            i = end;
            continue;
        }
        if (script[i] == u';')
            close(i);
        else if (!script[i].isSpace())
            hasContent = true;
        ++i;
    }
    close(script.size());
    return statements;
}

PositionalSql positional(const QString& sql)
{
    PositionalSql result;
    result.text.reserve(sql.size());
    for (qsizetype i = 0; i < sql.size();) {
        const qsizetype end = endOfOpaque(sql, i);
        if (end > i) {
            // Without comments: the PostgreSQL driver looks for placeholders and quotes in them.
            if (isComment(sql, i))
                result.text.append(u' ');
            else
                result.text.append(QStringView(sql).mid(i, end - i));
            i = end;
        } else if (sql[i] == u':' && i + 1 < sql.size() && sql[i + 1] == u':') {
            result.text.append(u"::");
            i += 2;
        } else if (
            sql[i] == u':' && i + 1 < sql.size() && (sql[i + 1].isLetter() || sql[i + 1] == u'_')) {
            qsizetype last = i + 1;
            while (last < sql.size() && isWordPart(sql[last]))
                ++last;
            result.names.append(sql.mid(i + 1, last - i - 1));
            result.text.append(u'?');
            i = last;
        } else {
            result.text.append(sql[i++]);
        }
    }
    return result;
}

} // namespace edupro::storage
