// SPDX-License-Identifier: GPL-3.0-or-later
// Draws chart data with Qt Charts in the one house style, on screen and on paper.
#pragma once

#include "core/dashboard/Series.h"
#include "ui/common/HouseStyle.h"

#include <QRectF>

#include <memory>

class QPainter;

namespace edupro::ui {

class HouseChart;

/// Builds the chart; it reports the pointer and clicks with ChartPlace. Precondition: every part
/// and line has one value per category or step.
std::unique_ptr<HouseChart> buildChart(const dashboard::Chart& chart, const HouseStyle& style);

/// Paints the chart into `target` (units of the painter); text keeps the size it has at 96 dots per
/// inch, on any device.
void paintChart(
    QPainter& painter,
    const QRectF& target,
    const dashboard::Chart& chart,
    const HouseStyle& style);

/// The fill of bars and markers, and the colour of words, that go with a tone.
Token chartFill(dashboard::Tone tone);
Token chartInk(dashboard::Tone tone);

} // namespace edupro::ui
