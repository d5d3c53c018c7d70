// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/Figures.h"

#include <algorithm>
#include <cmath>

namespace edupro::attendance {

std::optional<double> Figures::percent() const
{
    if (effective == 0) return std::nullopt;
    return 100.0 * present / effective;
}

Figures figuresOf(std::span<const ListEntry> entries)
{
    Figures figures;
    for (const ListEntry& entry : entries) {
        const bool isAbsent = entry.code == u"A";
        const bool isPresent = entry.code == u"H";
        ++figures.effective;
        figures.present += isPresent ? 1 : 0;
        figures.sick += entry.code == u"S" ? 1 : 0;
        figures.excused += entry.code == u"I" ? 1 : 0;
        figures.absent += isAbsent ? 1 : 0;
        figures.late += entry.late ? 1 : 0;
        figures.leftEarly += entry.leftEarly ? 1 : 0;
        figures.absentRun = isAbsent ? figures.absentRun + 1 : 0;
        figures.awayRun = isPresent ? 0 : figures.awayRun + 1;
        figures.longestAbsentRun = std::max(figures.longestAbsentRun, figures.absentRun);
    }
    return figures;
}

Figures figuresOf(const AttendanceTotal& total)
{
    Figures figures;
    figures.effective = total.effectiveDays;
    figures.sick = total.sick;
    figures.excused = total.excused;
    figures.absent = total.absent;
    figures.present = total.effectiveDays - figures.missed();
    figures.fromTotal = true;
    return figures;
}

QString categoryOf(const Figures& figures, const AttendanceRules& rules)
{
    const std::optional<double> percent = figures.percent();
    if (!percent) return {};
    if (*percent >= rules.high) return QStringLiteral("Tinggi");
    return *percent >= rules.medium ? QStringLiteral("Sedang") : QStringLiteral("Rendah");
}

int daysToSpare(const Figures& figures, int remaining, double minimum)
{
    // Present days wanted at the end; the small term keeps 75 % of 100 days at 75 in binary.
    const double wanted = minimum * (figures.effective + remaining) / 100.0;
    return figures.present + remaining - static_cast<int>(std::ceil(wanted - 1e-9));
}

} // namespace edupro::attendance
