// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/Ticks.h"

#include <cmath>

namespace edupro::ui {

Ticks niceTicks(Extent data)
{
    if (!(data.high >= data.low)) data = {.low = 0, .high = 1};
    if (data.high - data.low < 1e-9) data = {.low = data.low - 1, .high = data.high + 1};
    const double rough = (data.high - data.low) / 3.0;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double multiple = rough / power;
    const double step = power * (multiple > 5 ? 10 : multiple > 2 ? 5 : multiple > 1 ? 2 : 1);
    Ticks ticks;
    ticks.extent = {
        .low = std::floor(data.low / step) * step, .high = std::ceil(data.high / step) * step};
    ticks.count = static_cast<int>(std::lround((ticks.extent.high - ticks.extent.low) / step)) + 1;
    ticks.decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
    return ticks;
}

} // namespace edupro::ui
