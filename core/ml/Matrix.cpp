// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ml/Matrix.h"

#include <cmath>
#include <string>

namespace edupro::ml {

Done checkForClustering(const Matrix& data)
{
    const auto refuse = [](const char* key, std::string detail) {
        return Error{ErrorCode::Validation, key, std::move(detail)};
    };
    if (data.rows == 0 || data.columns == 0) {
        return refuse("cluster.empty", "there is nothing to cluster");
    }
    if (data.values.size() / data.columns != data.rows || data.values.size() % data.columns != 0) {
        return refuse("cluster.ragged", "the values do not fill the rows and columns");
    }
    constexpr double largest = 1e100;
    for (std::size_t i = 0; i < data.values.size(); ++i) {
        if (std::abs(data.values[i]) <= largest) continue;
        const std::string place = "row " + std::to_string(i / data.columns + 1) + ", column " +
                                  std::to_string(i % data.columns + 1);
        if (std::isnan(data.values[i])) {
            return refuse("cluster.missing", "no value in " + place);
        }
        return refuse("cluster.too_large", "infinite or beyond 1e100 in " + place);
    }
    return done();
}

} // namespace edupro::ml
