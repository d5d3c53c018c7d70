// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard's charts as data, in the user's words.
#pragma once

#include "core/dashboard/Cards.h"
#include "core/dashboard/Series.h"

namespace edupro::dashboard {

/// The words of a chart in the user's language.
struct ChartWords {
    QString category; ///< heading of the classes or terms
    QString withoutClass;
    QString high;
    QString medium;
    QString low;
    QString unknown;
    QString average;
    QString attendance;
};

/// Predicted achievement by class; the number at risk is the one written at the end of a bar. Who
/// cannot be judged has a part of its own when there is anybody.
StackedBars forecastChart(const Dashboard& dashboard, const ChartWords& words);
/// Average mark and attendance by term.
Lines trendChart(const Dashboard& dashboard, const ChartWords& words);

} // namespace edupro::dashboard
