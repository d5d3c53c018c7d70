// SPDX-License-Identifier: GPL-3.0-or-later
// A division of rows into clusters and the two ways to make it better.
#pragma once

#include "core/ml/Matrix.h"
#include "core/ml/Pacer.h"

#include <cstdint>
#include <vector>

namespace edupro::ml {

/// Rows by cluster. No cluster is ever empty after a step.
struct Partition {
    Matrix centres;
    std::vector<std::uint32_t> labels;
    std::vector<std::size_t> sizes;
    double inertia = 0.0;
    std::vector<double> trace{}; ///< inertia after each pass
};

/// Each row to its nearest centre, then each centre to the mean of its rows, until nothing changes
/// (Lloyd 1982). A centre without rows gets the row that is farthest from its own centre. False
/// when cancelled. Precondition: at least as many rows as centres.
bool lloyd(const Matrix& data, Partition& partition, std::size_t maxIterations, Pacer& pacer);

/// Moves single rows to another cluster as long as that lowers the inertia, both centres following
/// at once (Hartigan 1975, page 84): finds better ends than lloyd() alone. False when cancelled.
bool moveSingleRows(
    const Matrix& data, Partition& partition, std::size_t maxIterations, Pacer& pacer);

} // namespace edupro::ml
