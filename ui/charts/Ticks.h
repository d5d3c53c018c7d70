// SPDX-License-Identifier: GPL-3.0-or-later
// Round numbers for a value axis.
#pragma once

#include <algorithm>
#include <limits>

namespace edupro::ui {

/// From the lowest to the highest value seen.
struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    /// Where in 0..1 a value lies; 0.5 in an empty extent.
    double share(double value) const { return high > low ? (value - low) / (high - low) : 0.5; }
};

struct Ticks {
    Extent extent;    ///< a multiple of the step at both ends
    int count = 2;    ///< ticks, both ends included
    int decimals = 0; ///< that the labels need
};

/// Steps of 1, 2 or 5 times a power of ten, so that three to six ticks span the data. An empty
/// extent gives 0 to 1.
Ticks niceTicks(Extent data);

} // namespace edupro::ui
