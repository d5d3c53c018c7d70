// SPDX-License-Identifier: GPL-3.0-or-later
// The same figures as a chart, as a table: for screen readers, for copying, and for tests.
#pragma once

#include "core/dashboard/Series.h"

#include <QStringList>

#include <vector>

namespace edupro::ui {

/// Where in a chart: StackedBars: part and category; Lines: line and step; Scatter: group and
/// point.
struct ChartPlace {
    int series = 0;
    int item = 0;

    friend bool operator==(const ChartPlace&, const ChartPlace&) = default;
};

struct ChartTable {
    QStringList header;
    std::vector<QStringList> rows;
    std::vector<ChartPlace> places; ///< one per row: what a click on the row means
};

/// A value as the chart writes it, in the language of the window; missing as a dash.
QString valueText(std::optional<double> value, const dashboard::ValueFormat& format);

/// One row per category, step or point; one column per part, line or axis.
ChartTable tableOf(const dashboard::Chart& chart);

/// What the pointer reads at a place: "7A · High: 24 (75 %)".
QString textAt(const dashboard::Chart& chart, ChartPlace place);

/// True when there is nothing to draw.
bool isEmpty(const dashboard::Chart& chart);

} // namespace edupro::ui
