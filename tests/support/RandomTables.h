// SPDX-License-Identifier: GPL-3.0-or-later
// Random feature tables with gaps, ties and noise, for property and differential tests.
#pragma once

#include "core/base/Random.h"
#include "core/ml/Dataset.h"

#include <cmath>
#include <string>

namespace edupro::tests {

struct TableShape {
    std::size_t rows = 100;
    std::size_t numeric = 2;
    std::size_t nominal = 2;
    std::size_t classes = 2;
    double missing = 0.1;       ///< share of unknown values
    double signal = 0.6;        ///< share of values that follow the class
    std::size_t categories = 4; ///< of each nominal column
    double coarseness = 1.0;    ///< numbers are multiples of this: many ties
    bool weighted = false;      ///< weights 0.5, 1, 1.5, 2
};

/// "v7". Appends, because GCC 12 takes the sum of a literal and a text for an overflow at -O3.
inline std::string numbered(const char* prefix, std::size_t number)
{
    std::string text(prefix);
    text += std::to_string(number);
    return text;
}

inline ml::Dataset aRandomTable(const TableShape& shape, Random& random)
{
    const auto draw = [&random](std::size_t bound) {
        return static_cast<double>(random.below(bound));
    };
    ml::Dataset data;
    data.target = ml::nominalColumn("class", {}, {});
    for (std::size_t i = 0; i < shape.classes; ++i)
        data.target.categories.push_back(numbered("c", i));
    for (std::size_t row = 0; row < shape.rows; ++row)
        data.target.values.push_back(draw(shape.classes));

    for (std::size_t i = 0; i < shape.numeric; ++i) {
        std::vector<double> values;
        for (const double label : data.target.values) {
            const double centre = random.chance(shape.signal) ? 10.0 * label : 10.0 * draw(3);
            const double value = random.normal(centre, 6.0);
            const double coarse = std::round(value / shape.coarseness) * shape.coarseness;
            values.push_back(random.chance(shape.missing) ? ml::missing : coarse);
        }
        data.columns.push_back(ml::numericColumn(numbered("n", i), values));
    }
    std::vector<std::string> categories;
    for (std::size_t i = 0; i < shape.categories; ++i)
        categories.push_back(numbered("v", i));
    for (std::size_t i = 0; i < shape.nominal; ++i) {
        std::vector<double> values;
        for (const double label : data.target.values) {
            const double followed = std::fmod(label, static_cast<double>(shape.categories));
            const double value = random.chance(shape.signal) ? followed : draw(shape.categories);
            values.push_back(random.chance(shape.missing) ? ml::missing : value);
        }
        data.columns.push_back(ml::nominalColumn(numbered("k", i), categories, values));
    }
    for (std::size_t row = 0; shape.weighted && row < shape.rows; ++row)
        data.weights.push_back(0.5 * (1.0 + draw(4)));
    return data;
}

} // namespace edupro::tests
