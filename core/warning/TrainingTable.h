// SPDX-License-Identifier: GPL-3.0-or-later
// The terms of a school as rows to learn from: what was known then, and what came of it.
#pragma once

#include "core/warning/Features.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace edupro::warning {

/// One row per student and pair of terms. `data` holds every feature; its class is the category at
/// the end of the row's target term (column "prediksi_prestasi"), its columns know nothing later
/// than the term before (Target::NextTerm) or that term (Target::StatusNow).
struct TrainingTable {
    ml::Dataset data;
    std::vector<QString> terms;                ///< codes of the target terms, oldest first
    std::vector<std::int64_t> periods;         ///< per row: index into `terms`
    std::vector<std::optional<Level>> levels;  ///< per row: category when the features were known
    std::vector<QString> genders;              ///< per row: L, P, X or ""
    std::vector<std::optional<Level>> incomes; ///< per row: income category
};

/// From the closed terms of a school, oldest first. Rows whose category is not known are left out.
TrainingTable trainingTable(const std::vector<TermData>& terms, Target target);

/// The same without the column of the income category.
ml::Dataset withoutIncome(const ml::Dataset& data);

} // namespace edupro::warning
