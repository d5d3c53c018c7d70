// SPDX-License-Identifier: GPL-3.0-or-later
// The indicators a person can choose from.
#pragma once

#include "core/storage/Store.h"

#include <QString>

#include <vector>

namespace edupro::regions {

struct ListedIndicator {
    QString code;
    QString name;
    int direction = 0;
    int year = 0;         ///< the newest with a value
    qint64 provinces = 0; ///< with a value in that year

    static constexpr auto schema()
    {
        return entity(
            "list_indicators",
            field(&ListedIndicator::code, "code"),
            field(&ListedIndicator::name, "name"),
            field(&ListedIndicator::direction, "direction"),
            field(&ListedIndicator::year, "year"),
            field(&ListedIndicator::provinces, "provinces"));
    }
    friend bool operator==(const ListedIndicator&, const ListedIndicator&) = default;
};

/// Those that have values, in the order of their codes.
Result<std::vector<ListedIndicator>> listIndicators(storage::Store& store);

} // namespace edupro::regions
