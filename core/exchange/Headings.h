// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out which column of a file holds which field, by headings in Indonesian or English.
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QStringList>

namespace edupro::exchange {

/// A heading without case, accents, spaces, underscores and punctuation: "Tanggal_Lahir " ->
/// "tanggallahir".
QString foldHeading(const QString& heading);

/// What else a field is called in files, in Indonesian and English, by field name. Empty for a
/// field nobody has listed.
QStringList synonymsOf(const QString& field);

struct WantedField {
    QString name;
    bool required = false;
};

/// "This heading is that field", said by the person who imports. Beats every match by itself.
struct HeadingOverride {
    QString heading;
    QString field; ///< a field's name or synonym; empty: leave the column out
};

/// Reads "Heading=field". Error: `import.map`.
Result<HeadingOverride> parseOverride(const QString& text);

/// How many of the headings stand for a wanted field.
int knownHeadings(const QStringList& headings, const QList<WantedField>& wanted);

struct HeadingMatch {
    QList<int> columnOf;  ///< for each wanted field its column, -1: the file has none
    QList<int> unmatched; ///< columns with a heading that stands for no wanted field
};

/// Errors: `import.map` (an override names an unknown heading or field), `import.heading_twice`
/// (two columns for one field, both named), `import.heading_missing` (a required field without a
/// column; names the headings there are).
Result<HeadingMatch> matchHeadings(
    const QStringList& headings,
    const QList<WantedField>& wanted,
    const QList<HeadingOverride>& overrides = {});

} // namespace edupro::exchange
