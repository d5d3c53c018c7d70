// SPDX-License-Identifier: GPL-3.0-or-later
// Finds its way in a table of provinces: where the headings end, which column is what, which hold
// numbers.
#pragma once

#include "core/exchange/Importer.h"
#include "core/regions/HeadingBlock.h"
#include "core/regions/RegionDirectory.h"

#include <QSet>

namespace edupro::regions {

// The fields of such a table; all other columns hold values or are left out.
extern const QString provinceField;
extern const QString provinceCodeField; ///< numbering not stated
extern const QString kemendagriField;
extern const QString bpsField;
extern const QString yearField;
extern const QString unitField;
QList<exchange::WantedField> indicatorFields();

/// A column whose numbers are stored.
struct ValueColumn {
    int column = -1;
    QString code; ///< the indicator's
    QString name;
    std::optional<int> year; ///< when the headings state it
};

/// "Jumlah Guru SMA (Negeri)" -> "jumlah_guru_sma_negeri".
QString indicatorCode(const QString& name);

/// Used in this order: headOf() with the first rows, look() at each row, findColumns().
class IndicatorTable {
public:
    explicit IndicatorTable(const RegionDirectory& regions)
        : m_regions(regions)
    {
    }

    /// The row of the first province tells where the headings end and which column names provinces;
    /// in a table of codes the headings must. A heading given by hand stands for a field of the
    /// table, for nothing, or for an indicator's code.
    Result<exchange::TableHead>
    headOf(const QList<exchange::CsvRow>& firstRows, const QList<exchange::HeadingOverride>& map);
    void look(const exchange::ImportTable& table, const exchange::CsvRow& row);
    /// Errors: `import.heading_twice` (two columns of one indicator), `import.no_numbers`.
    Done findColumns(const exchange::ImportTable& table);

    const QList<ValueColumn>& values() const { return m_values; }
    /// Columns of few words that tell rows of one province and year apart.
    const QList<int>& wordColumns() const { return m_wordColumns; }

private:
    struct Content {
        qint64 filled = 0;
        qint64 numbers = 0;
        QSet<QString> words{}; ///< different texts; no more are collected than matter

        bool isNumeric() const;
        bool hasFewWords() const;
    };
    struct Start {
        qsizetype dataRow = 0; ///< 0: not found
        int region = -1;       ///< column of the names, -1: none
    };

    Start findStart(const QList<exchange::CsvRow>& firstRows) const;
    QList<exchange::HeadingOverride>
    takeCodes(const QStringList& headings, const QList<exchange::HeadingOverride>& map);
    bool isLeftOut(const exchange::ImportTable& table, int column) const;

    const RegionDirectory& m_regions;
    QList<ColumnHeading> m_headings;
    QHash<int, QString> m_codes; ///< given by hand, by column; empty: left out
    QList<Content> m_content;
    QSet<QString> m_seen; ///< region and year of the rows so far
    bool m_repeats = false;
    QList<ValueColumn> m_values;
    QList<int> m_wordColumns;
};

} // namespace edupro::regions
