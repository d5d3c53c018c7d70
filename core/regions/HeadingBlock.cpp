// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/regions/HeadingBlock.h"

#include <QRegularExpression>
#include <QSet>

namespace edupro::regions {

namespace {

constexpr int firstYear = 1950;
constexpr int lastYear = 2100;

/// The row with merged cells written out.
QStringList spread(const QStringList& row, qsizetype width, qsizetype regionColumn, bool isLast)
{
    QStringList cells;
    for (qsizetype column = 0; column < width; ++column) {
        const QString own = row.value(column).simplified();
        const bool continues = own.isEmpty() && !isLast && column > regionColumn + 1;
        cells.append(continues ? cells.last() : own);
    }
    return cells;
}

} // namespace

std::optional<int> yearOf(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9]{4})(?:[.,]0+)?\\z"));
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch()) return std::nullopt;
    const int year = match.captured(1).toInt();
    return year >= firstYear && year <= lastYear ? std::optional(year) : std::nullopt;
}

std::optional<int> yearInFileName(const QString& fileName)
{
    static const QRegularExpression pattern(QStringLiteral("(?<![0-9])[0-9]{4}(?![0-9])"));
    QSet<int> years;
    auto matches = pattern.globalMatch(fileName);
    while (matches.hasNext())
        if (const auto year = yearOf(matches.next().captured())) years.insert(*year);
    return years.size() == 1 ? std::optional(*years.constBegin()) : std::nullopt;
}

QList<ColumnHeading> headingsOf(const QList<QStringList>& rows, qsizetype regionColumn)
{
    qsizetype width = 0;
    for (const QStringList& row : rows)
        width = std::max(width, row.size());
    QList<ColumnHeading> columns(width);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QStringList cells = spread(rows[i], width, regionColumn, i + 1 == rows.size());
        for (qsizetype column = 0; column < width; ++column) {
            const QString& piece = cells[column];
            ColumnHeading& heading = columns[column];
            if (const auto year = yearOf(piece)) {
                heading.year = year;
            } else if (!piece.isEmpty()) {
                heading.name += (heading.name.isEmpty() ? "" : " ") + piece;
                heading.last = piece;
            }
        }
    }
    return columns;
}

} // namespace edupro::regions
