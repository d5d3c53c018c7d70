// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a file of rows into a store: one transaction, a reason for every refused row.
#pragma once

#include "core/base/Progress.h"
#include "core/exchange/ImportRow.h"

namespace edupro::exchange {

/// Where the rows of a table begin and what its columns are called.
struct TableHead {
    QStringList headings;
    QList<int> columnOf;    ///< by wanted field
    QList<int> unused;      ///< columns that mean nothing to this import
    qsizetype headRows = 1; ///< rows of the file up to the first data row
};

/// What a feature knows about its files. One object per import; `store` is the same in all calls.
class RowImport {
public:
    virtual ~RowImport() = default;

    virtual QList<WantedField> fields() const = 0;
    /// Finds the headings among the first rows of the file: the row that names all required fields.
    virtual Result<TableHead>
    headOf(const QList<CsvRow>& firstRows, const QList<HeadingOverride>& map);
    /// Shown every data row once, before anything is written.
    virtual void look(const ImportTable& table, const CsvRow& row);
    /// At the start of the transaction.
    virtual Done begin(storage::Store& store, const ImportTable& table) = 0;
    /// Stores one row, whole or not at all. `row` says why a row is rejected; an Error ends the
    /// import and takes everything back.
    virtual Result<RowOutcome> take(storage::Store& store, ImportRow& row) = 0;
};

struct ImportOptions {
    QList<HeadingOverride> map{};
    bool dryRun = false;
    bool strict = false; ///< one rejected row: nothing is stored
    QString rejects{}; ///< where the rejected rows go, with the reason beside them; empty: nowhere
    /// Called when the file was understood and something is to be stored; its error ends the
    /// import.
    std::function<Done()> beforeStoring{};
};

/// All valid rows in one transaction; nothing when it fails or is cancelled. To be called on the
/// store's thread. Errors: those of CsvReader and matchHeadings(); `import.empty` without data
/// rows; `import.rejects` when the file of rejects would overwrite the imported one; those of the
/// store; `cancelled`. Reads the file twice; memory is one row plus a key per row.
Result<ImportReport> importFile(
    storage::Store& store,
    const QString& path,
    RowImport& import,
    const ImportOptions& options = {},
    const Progress& progress = noProgress());

} // namespace edupro::exchange
