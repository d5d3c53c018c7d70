// SPDX-License-Identifier: GPL-3.0-or-later
// What a mark may be: 0 to 100 with at most two decimals, wherever it is typed or imported.
#pragma once

#include "core/base/Result.h"
#include "core/record/Schema.h"

#include <QString>

#include <optional>

namespace edupro {

/// Of every column that holds a mark.
inline constexpr Range markRange{0, 100};

/// The issue of a mark with more than two decimals (rule "decimals"); none for a missing one.
std::vector<Issue> issuesOfMark(const char* column, std::optional<double> mark);

namespace grades {

/// A mark as a person types it, with a decimal comma or point; empty: none. A Validation error with
/// one issue of `mark`: "number", "range", "decimals".
Result<std::optional<double>> readMark(const QString& text);

} // namespace grades

} // namespace edupro
