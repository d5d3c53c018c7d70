// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard in words, for the page and for the printed report alike.
#pragma once

#include "core/dashboard/Charts.h"
#include "core/dashboard/Overview.h"
#include "ui/dashboard/FigureCard.h"

#include <array>

namespace edupro::ui {

/// All of these speak the language of the window.

/// Active students, average mark, attendance, students at risk, completeness of the data.
std::array<FigureCard::Words, 5> figureWords(const dashboard::Dashboard& dashboard);
/// Predicted achievement by class.
dashboard::StackedBars forecastChart(const dashboard::Dashboard& dashboard);
/// Average and attendance over the terms, with short names of the terms: "S1 25".
dashboard::Lines trendChart(const dashboard::Dashboard& dashboard);
/// "34 provinces by 6 indicators: 9 High, 15 Middle, 10 Low (model v1)".
QString provincesText(const dashboard::Overview& overview);
/// "Data of 21 Nov 2026 · model v7 of 3 Nov 2026"
QString ageText(const dashboard::Overview& overview);

} // namespace edupro::ui
