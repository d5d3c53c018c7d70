// SPDX-License-Identifier: GPL-3.0-or-later
// One row of an imported file, asked by field name; collects what is wrong with it.
#pragma once

#include "core/exchange/CellText.h"
#include "core/exchange/CsvParser.h"
#include "core/exchange/Headings.h"
#include "core/exchange/ImportReport.h"
#include "core/record/Schema.h"
#include "core/record/Validate.h"
#include "core/storage/Store.h"

#include <QHash>

#include <vector>

namespace edupro::exchange {

/// The columns of a file, as found before the first row is taken.
struct ImportTable {
    QStringList headings{};
    QList<WantedField> fields;
    QList<int> columnOf;      ///< by field; -1: the file has no such column
    QList<DecimalMark> marks; ///< by column
    qint64 rows = 0;          ///< data rows that are not blank
    QDate today;              ///< decides what is past

    /// The column of a field, -1 when the file has none.
    int column(QStringView field) const;
    /// The heading of a field's column; the field's name when there is none.
    QString headingOf(const QString& field) const;
};

/// The keys that earlier rows of the file have taken, and in which line.
using ClaimedKeys = QHash<QUuid, qint64>;

/// Reading a cell that is missing answers an empty value without an issue; a cell that cannot be
/// read adds an issue and answers an empty value. A row with an issue is rejected.
class ImportRow {
public:
    ImportRow(const ImportTable& table, const CsvRow& row, ClaimedKeys& claimed);

    qint64 line() const { return m_row.line; }
    bool has(const QString& field) const;
    /// The cell as it stands in the file, without the guard of formulas.
    QString cell(int column) const;
    QString cell(const QString& field) const { return cell(m_table.column(field)); }

    /// Trimmed, in Unicode NFC, without control characters (rule "characters").
    QString text(const QString& field);
    /// As text(); what a spreadsheet has turned into 1.23E+15 is refused (rule "digits_lost").
    QString identifier(const QString& field);
    std::optional<double> number(const QString& field);
    std::optional<double> number(int column);
    std::optional<qint64> whole(const QString& field);
    std::optional<qint64> rupiah(const QString& field);
    std::optional<QDate> date(const QString& field);
    std::optional<QString> gender(const QString& field);

    /// Adds an issue that rejects the row.
    void reject(const QString& field, const QString& rule, const QString& message);
    void reject(int column, const QString& rule, const QString& message);
    /// Rule "required" when the cell is missing.
    void require(const QString& field);
    /// False, with an issue that names the earlier line, when a row before had the same key.
    /// To be asked last, so that rejected rows claim nothing.
    bool claim(const QString& field, const QString& key);
    /// Field and record rules of a record before it is saved; issues of the columns in `ignored`
    /// (identities not known yet) are left out. False when the row is rejected.
    template<class T>
    bool check(const T& record, const QStringList& ignored = {})
    {
        add(issuesOfRecord(entityInfo<T>(), valuesOf(record), m_table.today), ignored);
        return !isRejected();
    }
    /// The rules of one column of T for the value that stands in `field`.
    template<class T>
    void checkValue(const QString& field, QStringView column, const QVariant& value)
    {
        const EntityInfo& info = entityInfo<T>();
        const auto index = static_cast<std::size_t>(info.indexOf(column));
        for (const Issue& issue : issuesOfField(info.fields[index], value, m_table.today))
            add(field, issue);
    }
    /// Takes over issues of a record whose columns are named like the fields, or are the identities
    /// of what a field names ("student_id").
    void add(const std::vector<Issue>& issues, const QStringList& ignored = {});

    bool isRejected() const { return m_rejected; }
    const std::vector<ImportIssue>& issues() const { return m_issues; }

private:
    void add(const QString& field, const Issue& issue);
    void refuse(const QString& field, const Error& error);

    const ImportTable& m_table;
    const CsvRow& m_row;
    ClaimedKeys& m_claimed;
    std::vector<ImportIssue> m_issues;
    bool m_rejected = false;
};

/// Saves through the store's door. What the store refuses as wrong data rejects the row; other
/// failures (disk full, ...) are errors of the whole import.
Result<RowOutcome>
saveRow(storage::Store& store, const EntityInfo& entity, Values& values, ImportRow& row);
template<class T>
Result<RowOutcome> saveRow(storage::Store& store, T& record, ImportRow& row)
{
    Values values = valuesOf(record);
    Result<RowOutcome> saved = saveRow(store, entityInfo<T>(), values, row);
    if (saved) record = recordOf<T>(values);
    return saved;
}

} // namespace edupro::exchange
