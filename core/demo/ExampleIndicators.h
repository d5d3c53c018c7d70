// SPDX-License-Identifier: GPL-3.0-or-later
// Invented indicators of the provinces, so that the readiness clusters have something to show
// before real figures are imported.
#pragma once

#include "core/base/Random.h"
#include "core/regions/Indicator.h"

#include <vector>

namespace edupro::demo {

struct ExampleIndicators {
    std::vector<Indicator> indicators;
    std::vector<IndicatorValue> values;
};

/// Five indicators of 34 provinces in `year`. The figures are drawn at random around three levels
/// of readiness and say nothing about the real province; name and source of each indicator say so.
ExampleIndicators exampleIndicators(Random& random, int year);

} // namespace edupro::demo
