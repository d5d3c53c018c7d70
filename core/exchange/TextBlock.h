// SPDX-License-Identifier: GPL-3.0-or-later
// A block of cells as spreadsheets put it into the clipboard: tabs between cells, line ends between
// rows, quotation marks around what contains either.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace edupro::exchange {

/// Rows of cells, top to bottom; rows may differ in length, each has at least one cell.
using TextBlock = std::vector<QStringList>;

/// Every text is a block: what is not quoted as spreadsheets do is taken as it stands. A line end
/// is LF, CR LF or CR; the last one ends the last row and begins none. The empty text has no rows.
/// Linear in the length of the text.
TextBlock parseTextBlock(const QString& text);

/// The text that parseTextBlock() reads as `block`; every row ends with LF.
QString textOf(const TextBlock& block);

} // namespace edupro::exchange
