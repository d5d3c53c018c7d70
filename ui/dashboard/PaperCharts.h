// SPDX-License-Identifier: GPL-3.0-or-later
// Charts for paper: drawn with QPainter alone, every figure written out, readable in grey.
#pragma once

#include "core/dashboard/Series.h"
#include "ui/common/HouseStyle.h"

#include <QRectF>

class QPainter;

namespace edupro::ui {

/// Bars of full length; each part carries the first letter of its name and its figure where they
/// fit, the direct part's figure stands at the end. Categories that do not fit on lines of a
/// readable height are left out, those with the fewest in the direct part first; a line says so.
void paintBars(
    QPainter& painter,
    const QRectF& area,
    const dashboard::StackedBars& chart,
    const HouseStyle& style);

/// Lines with a marker and a shape of their own, named at their ends; the newest twelve steps.
void paintLines(
    QPainter& painter, const QRectF& area, const dashboard::Lines& chart, const HouseStyle& style);

/// The fill of a bar or sign that goes with a tone.
QColor paperFill(dashboard::Tone tone, const HouseStyle& style);

} // namespace edupro::ui
