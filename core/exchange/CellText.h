// SPDX-License-Identifier: GPL-3.0-or-later
// What people write into cells of a school's file, as values: numbers, rupiah, dates, gender.
#pragma once

#include "core/base/Result.h"

#include <QDate>
#include <QString>

namespace edupro::exchange {

// Errors of this header have code Validation, the broken rule as key ("number", "digits_lost",
// "ambiguous", "whole", "rupiah", "date", "choice") and an advice as detail, for one cell.

/// Empty, or one of the ways to write "nothing": - (any dash), NA, n/a, #N/A.
bool isMissing(QStringView text);

/// An identifier that a spreadsheet turned into a number, such as 1.23E+15: its digits are lost.
bool hasLostDigits(QStringView text);

/// Which mark stands before the decimals in a column.
enum class DecimalMark : std::uint8_t {
    Unknown, ///< nothing tells: a number such as 1.234 could be read in two ways
    Point,
    Comma,
    Mixed, ///< cells contradict each other; only cells with one reading are numbers
};

/// Collects from the cells of a column which mark stands before the decimals. Cells that can be
/// read in two ways (99,810) tell nothing alone.
class DecimalEvidence {
public:
    void see(QStringView cell);
    void add(const DecimalEvidence& other);
    DecimalMark verdict() const;

private:
    qint64 m_points = 0;
    qint64 m_commas = 0;
};

/// What a file says about decimals beyond one column: the mark of its other columns, else what its
/// separator suggests (`;` goes with a decimal comma, `,` with a decimal point).
DecimalMark decimalMarkOfFile(const DecimalEvidence& allColumns, QChar separator);

/// A finite number. `column` decides cells with two readings; grouping must be in threes. When the
/// column alone is Unknown, hand in decimalMarkOfFile(). Errors: "number", "digits_lost" (1e3),
/// "ambiguous".
Result<double> parseNumber(QStringView text, DecimalMark column);

/// As parseNumber() but without decimals other than zero. Error beyond those: "whole".
Result<qint64> parseWhole(QStringView text, DecimalMark column);

/// Whole rupiah, not negative: "Rp 2.300.000", "Rp2,300,000.00", "2300000". A mark before three
/// digits always groups. Error: "rupiah".
Result<qint64> parseRupiah(QStringView text);

/// YYYY-MM-DD, DD/MM/YYYY, DD-MM-YYYY, DD.MM.YYYY, D MMM YYYY with Indonesian or English months;
/// midnight behind it is ignored. Years 1900..2199. Error: "date".
Result<QDate> parseDate(QStringView text);

/// 'L' (male), 'P' (female) or 'X' (unknown) from L, P, Laki-laki, Perempuan, M, F, male, X, ...
/// Error: "choice".
Result<QChar> parseGender(QStringView text);

} // namespace edupro::exchange
