// SPDX-License-Identifier: GPL-3.0-or-later
// The weather table of Quinlan 1993, page 18, from which his book computes by hand.
#pragma once

#include "core/ml/Dataset.h"

#include <string>
#include <vector>

namespace edupro::tests {

/// Outlook (sunny, overcast, rain), temperature, humidity, windy (true, false); Play, Don't Play.
inline ml::Dataset aWeatherTable()
{
    ml::Dataset data;
    const double sunny = 0.0;
    const double overcast = 1.0;
    const double rain = 2.0;
    data.columns = {
        ml::nominalColumn(
            "outlook",
            {"sunny", "overcast", "rain"},
            {sunny,
             sunny,
             sunny,
             sunny,
             sunny,
             overcast,
             overcast,
             overcast,
             overcast,
             rain,
             rain,
             rain,
             rain,
             rain}),
        ml::numericColumn("temperature", {75, 80, 85, 72, 69, 72, 83, 64, 81, 71, 65, 75, 68, 70}),
        ml::numericColumn("humidity", {70, 90, 85, 95, 70, 90, 78, 65, 75, 80, 70, 80, 80, 96}),
        ml::nominalColumn("windy", {"true", "false"}, {0, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1})};
    data.target = ml::nominalColumn(
        "class", {"Play", "Don't Play"}, {0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0});
    return data;
}

/// The same with the outlook of the sixth row unknown (page 28).
inline ml::Dataset aWeatherTableWithAGap()
{
    ml::Dataset data = aWeatherTable();
    data.columns[0].values[5] = ml::missing;
    return data;
}

} // namespace edupro::tests
