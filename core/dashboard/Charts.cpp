// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dashboard/Charts.h"

#include <algorithm>

namespace edupro::dashboard {

StackedBars forecastChart(const Dashboard& dashboard, const ChartWords& words)
{
    StackedBars chart{.categoryName = words.category};
    const auto part = [&](const QString& name, Tone tone, auto count) {
        StackedBars::Part made{.name = name, .tone = tone, .values = {}};
        for (const ClassForecast& group : dashboard.classes)
            made.values.push_back(static_cast<double>(count(group)));
        return made;
    };
    const auto level = [](warning::Level wanted) {
        return [wanted](const ClassForecast& group) {
            return group.levels[static_cast<std::size_t>(wanted)];
        };
    };
    for (const ClassForecast& group : dashboard.classes) {
        chart.categories.push_back(
            group.className.isEmpty() ? words.withoutClass : group.className);
    }
    chart.parts.push_back(part(words.high, Tone::Fine, level(warning::Level::High)));
    chart.parts.push_back(part(words.medium, Tone::Watch, level(warning::Level::Medium)));
    chart.parts.push_back(part(words.low, Tone::Risk, level(warning::Level::Low)));
    chart.direct = chart.parts.size() - 1;
    const bool anyUnknown = std::any_of(
        dashboard.classes.begin(), dashboard.classes.end(), [](const ClassForecast& group) {
            return group.unknown > 0;
        });
    if (anyUnknown) {
        chart.parts.push_back(part(words.unknown, Tone::Neutral, [](const ClassForecast& group) {
            return group.unknown;
        }));
    }
    return chart;
}

Lines trendChart(const Dashboard& dashboard, const ChartWords& words)
{
    Lines chart{.stepName = words.category};
    Lines::Line average{.name = words.average, .tone = Tone::Accent};
    Lines::Line attendance{
        .name = words.attendance,
        .tone = Tone::Neutral,
        .dashed = true,
        .values = {},
        .format = {.decimals = 1, .percent = true}};
    for (const TermTrend& step : dashboard.trend) {
        chart.steps.push_back(step.term);
        average.values.push_back(step.average);
        attendance.values.push_back(step.attendance);
    }
    chart.lines = {std::move(average), std::move(attendance)};
    return chart;
}

} // namespace edupro::dashboard
