// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ChartTable.h"

#include "ui/common/Format.h"

#include <QCoreApplication>

#include <numeric>

namespace edupro::ui {

using dashboard::Chart;
using dashboard::Lines;
using dashboard::Scatter;
using dashboard::StackedBars;

namespace {

double total(const StackedBars& bars, std::size_t category)
{
    return std::accumulate(
        bars.parts.begin(), bars.parts.end(), 0.0, [category](double sum, const auto& part) {
            return sum + part.values[category];
        });
}

ChartTable table(const StackedBars& bars)
{
    ChartTable made{.header = {bars.categoryName}, .rows = {}, .places = {}};
    for (const auto& part : bars.parts)
        made.header << part.name;
    for (std::size_t i = 0; i < bars.categories.size(); ++i) {
        QStringList row{bars.categories[i]};
        for (const auto& part : bars.parts)
            row << valueText(part.values[i], bars.format);
        made.rows.push_back(row);
        made.places.push_back(
            {.series = static_cast<int>(bars.direct.value_or(0)), .item = static_cast<int>(i)});
    }
    return made;
}

ChartTable table(const Lines& lines)
{
    ChartTable made{.header = {lines.stepName}, .rows = {}, .places = {}};
    for (const auto& line : lines.lines)
        made.header << line.name;
    for (std::size_t i = 0; i < lines.steps.size(); ++i) {
        QStringList row{lines.steps[i]};
        for (const auto& line : lines.lines)
            row << valueText(line.values[i], line.format);
        made.rows.push_back(row);
        made.places.push_back({.series = 0, .item = static_cast<int>(i)});
    }
    return made;
}

ChartTable table(const Scatter& scatter)
{
    ChartTable made;
    made.header = {
        QCoreApplication::translate("Charts", "Name"),
        QCoreApplication::translate("Charts", "Group"),
        scatter.xName,
        scatter.yName};
    for (std::size_t g = 0; g < scatter.groups.size(); ++g) {
        const auto& group = scatter.groups[g];
        for (std::size_t i = 0; i < group.points.size(); ++i) {
            const auto& point = group.points[i];
            made.rows.push_back(
                {point.name,
                 group.name,
                 valueText(point.x, scatter.format),
                 valueText(point.y, scatter.format)});
            made.places.push_back({.series = static_cast<int>(g), .item = static_cast<int>(i)});
        }
    }
    return made;
}

QString textIn(const StackedBars& bars, std::size_t part, std::size_t category)
{
    const double value = bars.parts[part].values[category];
    const double sum = total(bars, category);
    const QString said = bars.categories[category] + " · " + bars.parts[part].name + ": " +
                         valueText(value, bars.format);
    return sum > 0 ? said + " (" + format::percent(100.0 * value / sum, 0) + ')' : said;
}

QString textIn(const Lines& lines, std::size_t line, std::size_t step)
{
    const auto& drawn = lines.lines[line];
    return lines.steps[step] + " · " + drawn.name + ": " +
           valueText(drawn.values[step], drawn.format);
}

QString textIn(const Scatter& scatter, std::size_t group, std::size_t index)
{
    const auto& point = scatter.groups[group].points[index];
    return point.name + " · " + scatter.groups[group].name + '\n' + scatter.xName + ": " +
           valueText(point.x, scatter.format) + '\n' + scatter.yName + ": " +
           valueText(point.y, scatter.format);
}

} // namespace

QString valueText(std::optional<double> value, const dashboard::ValueFormat& format)
{
    return format.percent ? format::percent(value, format.decimals)
                          : format::number(value, format.decimals);
}

ChartTable tableOf(const Chart& chart)
{
    return std::visit([](const auto& data) { return table(data); }, chart);
}

QString textAt(const Chart& chart, ChartPlace place)
{
    return std::visit(
        [place](const auto& data) {
            return textIn(
                data, static_cast<std::size_t>(place.series), static_cast<std::size_t>(place.item));
        },
        chart);
}

bool isEmpty(const Chart& chart)
{
    return tableOf(chart).rows.empty();
}

} // namespace edupro::ui
