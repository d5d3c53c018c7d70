// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of files that can be imported: one table for the window and the command line.
#pragma once

#include "core/exchange/Importer.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace edupro {

/// What an import may need to know beyond the file.
struct ImportHints {
    std::optional<int>
        year{}; ///< of indicators without a year column; the school year of students' classes
    QString provinceCodes{}; ///< "kemendagri" or "bps"; empty: not said
    QString fileName{};      ///< may hold the year
};

struct ImportKind {
    const char* name; ///< "students", as the command line calls it
    /// To be called on the store's thread.
    Result<std::unique_ptr<exchange::RowImport>> (*make)(
        storage::Store& store, const ImportHints& hints);
};

/// Every kind, in the order in which a new school needs them.
const std::vector<ImportKind>& importKinds();

/// The kind of that name, or null.
const ImportKind* importKind(const QString& name);

} // namespace edupro
