// SPDX-License-Identifier: GPL-3.0-or-later
// The headings of statistical tables: several rows, merged cells, a row of years.
#pragma once

#include <QList>
#include <QStringList>

#include <optional>

namespace edupro::regions {

struct ColumnHeading {
    QString name;            ///< all its headings, from top to bottom
    QString last;            ///< the lowest one
    std::optional<int> year; ///< when the headings hold a year for this column
};

/// Joins the heading rows of each column. In all rows but the last, an empty cell to the right of
/// `regionColumn` continues its left neighbour (merged cells); titles at or left of that column are
/// not spread. A piece that is nothing but a year is the column's year.
QList<ColumnHeading> headingsOf(const QList<QStringList>& rows, qsizetype regionColumn);

/// A whole number 1950..2100 that is all of the text.
std::optional<int> yearOf(const QString& text);

/// The only year in a file's name; nothing when there is none or more than one.
std::optional<int> yearInFileName(const QString& fileName);

} // namespace edupro::regions
