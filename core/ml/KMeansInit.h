// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the rows that k-means starts from.
#pragma once

#include "core/base/Random.h"
#include "core/ml/Matrix.h"
#include "core/ml/Pacer.h"

#include <vector>

namespace edupro::ml {

/// A row drawn in proportion to its weight; any row when all weights vanish, as the squares of tiny
/// distances do.
std::size_t drawnRow(const std::vector<double>& weights, Random& random);

/// k rows, each drawn in proportion to its squared distance from those already chosen; of a few
/// draws the one that lowers the sum most is taken (Arthur and Vassilvitskii 2007, page 1034,
/// "greedy"). Fewer than k when cancelled. Precondition: 1 <= k <= data.rows. O(rows * k * log k *
/// columns).
std::vector<std::size_t>
kMeansPlusPlus(const Matrix& data, std::size_t k, Random& random, Pacer& pacer);

} // namespace edupro::ml
