// SPDX-License-Identifier: GPL-3.0-or-later
// What a table of provinces looks like and how its columns become indicators.
#pragma once

#include "core/exchange/Importer.h"
#include "core/regions/RegionDirectory.h"

#include <memory>

namespace edupro::regions {

struct IndicatorImportOptions {
    QString
        fileName{}; ///< for the source of new indicators, and the year when nothing else says it
    std::optional<int> year{};
    CodeSystem codes = CodeSystem::Unknown;
};

/// Rows are provinces, by name or, without names, by code. Any column of numbers becomes an
/// indicator; a heading given by hand (`--map "Heading=code"`) is the indicator's code. The year is
/// the row's (`tahun`, `year`), else that of the column's headings, else the option's, else the
/// only one in the file's name; else Error `import.year_missing`. When a province and year come
/// more than once, the columns of few words (school levels, ...) become part of the indicator.
/// Totals, unknown places and rows without a value are rejected.
Result<std::unique_ptr<exchange::RowImport>>
indicatorImport(storage::Store& store, const IndicatorImportOptions& options);

} // namespace edupro::regions
