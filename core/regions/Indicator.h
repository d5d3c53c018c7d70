// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured of provinces, and the values.
#pragma once

#include "core/record/Schema.h"

#include <optional>

namespace edupro {

using IndicatorId = Id<struct IndicatorTag>;
using IndicatorValueId = Id<struct IndicatorValueTag>;

struct Indicator {
    IndicatorId id;
    QString code; ///< "rata_lama_sekolah"
    QString name; ///< as a person reads it
    std::optional<QString> unit;
    int direction = 0;            ///< +1 more is better, -1 fewer is better, 0 not decided
    std::optional<double> lowest; ///< plausible range
    std::optional<double> highest;
    std::optional<QString> source;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("indicators",
            field(&Indicator::id,        "id",        label("Indicator", "Id"),        {.key = true, .hidden = true}),
            field(&Indicator::code,      "code",      label("Indicator", "Code"),      {.required = true, .unique = true, .length = {1, 100}}),
            field(&Indicator::name,      "name",      label("Indicator", "Name"),      {.required = true, .length = {1, 200}}),
            field(&Indicator::unit,      "unit",      label("Indicator", "Unit"),      {.length = {1, 40}}),
            field(&Indicator::direction, "direction", label("Indicator", "Direction"), {.required = true, .range = Range{-1, 1}}),
            field(&Indicator::lowest,    "lowest",    label("Indicator", "Lowest")),
            field(&Indicator::highest,   "highest",   label("Indicator", "Highest")),
            field(&Indicator::source,    "source",    label("Indicator", "Source"),    {.length = {1, 300}}));
        // clang-format on
    }
    friend bool operator==(const Indicator&, const Indicator&) = default;
};

struct IndicatorValue {
    IndicatorValueId id;
    IndicatorId indicator;
    QString region; ///< code in the regions table: "P11"
    int year = 0;
    double value = 0.0;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("indicator_values",
            field(&IndicatorValue::id,        "id",           label("IndicatorValue", "Id"),        {.key = true, .hidden = true}),
            field(&IndicatorValue::indicator, "indicator_id", label("IndicatorValue", "Indicator"), {.required = true, .references = "indicators"}),
            field(&IndicatorValue::region,    "region_code",  label("IndicatorValue", "Region"),    {.required = true, .pattern = "P[0-9]{2}"}),
            field(&IndicatorValue::year,      "year",         label("IndicatorValue", "Year"),      {.required = true, .range = Range{1950, 2100}}),
            field(&IndicatorValue::value,     "value",        label("IndicatorValue", "Value"),     {.required = true}));
        // clang-format on
    }
    friend bool operator==(const IndicatorValue&, const IndicatorValue&) = default;
};

inline QString naturalKeyOf(const Indicator& indicator)
{
    return indicator.code;
}

inline QString naturalKeyOf(const IndicatorValue& value)
{
    return value.indicator.text() + u'/' + value.region + u'/' + QString::number(value.year);
}

} // namespace edupro
