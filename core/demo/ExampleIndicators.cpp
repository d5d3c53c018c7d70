// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ExampleIndicators.h"

#include "core/demo/SchoolFrame.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace edupro::demo {

namespace {

struct IndicatorRow {
    const char* code;
    const char* name;
    const char* unit;
    int direction;
    double lowest;
    double highest;
    std::array<double, 3> centres; ///< at low, medium and high readiness
    double deviation;
};
// clang-format off
constexpr std::array indicatorRows{
    IndicatorRow{"angka_melek_huruf",         "Angka melek huruf (contoh)",         "%",     +1, 50, 100, {90.0, 96.0, 99.0}, 1.2},
    IndicatorRow{"rata_lama_sekolah",         "Rata-rata lama sekolah (contoh)",    "tahun", +1,  0,  15, { 7.2,  8.6, 10.2}, 0.5},
    IndicatorRow{"harapan_lama_sekolah",      "Harapan lama sekolah (contoh)",      "tahun", +1,  0,  20, {11.6, 12.8, 14.2}, 0.5},
    IndicatorRow{"rasio_guru_murid",          "Murid per guru (contoh)",            "murid", -1,  5,  60, {24.0, 18.5, 14.5}, 1.8},
    IndicatorRow{"anggaran_pendidikan_persen","Anggaran pendidikan (contoh)",       "%",     +1,  0, 100, {14.0, 18.0, 21.5}, 1.6}};

constexpr std::array provinces{
    11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65, 71, 72, 73, 74, 75, 76, 81, 82,
    91, 92};
// clang-format on

Indicator indicatorOf(const IndicatorRow& row)
{
    Indicator indicator;
    indicator.code = QString::fromUtf8(row.code);
    indicator.name = QString::fromUtf8(row.name);
    indicator.unit = QString::fromUtf8(row.unit);
    indicator.direction = row.direction;
    indicator.lowest = row.lowest;
    indicator.highest = row.highest;
    indicator.source = QStringLiteral("Data contoh buatan EduPro, bukan angka resmi");
    identify(indicator);
    return indicator;
}

} // namespace

ExampleIndicators exampleIndicators(Random& random, int year)
{
    ExampleIndicators example;
    for (const IndicatorRow& row : indicatorRows)
        example.indicators.push_back(indicatorOf(row));
    for (const int province : provinces) {
        const std::size_t readiness = random.weighted({0.25, 0.45, 0.30});
        for (std::size_t i = 0; i < indicatorRows.size(); ++i) {
            const IndicatorRow& row = indicatorRows[i];
            const double drawn = random.normal(row.centres[readiness], row.deviation);
            IndicatorValue value;
            value.indicator = example.indicators[i].id;
            value.region = QStringLiteral("P%1").arg(province);
            value.year = year;
            value.value = std::round(std::clamp(drawn, row.lowest, row.highest) * 100.0) / 100.0;
            example.values.push_back(value);
        }
    }
    return example;
}

} // namespace edupro::demo
