// SPDX-License-Identifier: GPL-3.0-or-later
// The dated rules that judge attendance.
#pragma once

#include "core/storage/Store.h"

namespace edupro::attendance {

/// What judges attendance on a day.
struct AttendanceRules {
    double high = 0.0;    ///< category Tinggi from here on, percent
    double medium = 0.0;  ///< category Sedang from here on, percent
    double minimum = 0.0; ///< percent that a student has to reach by the end of the term
    int consecutive = 0;  ///< days absent in a row that are to be told

    friend bool operator==(const AttendanceRules&, const AttendanceRules&) = default;
};

/// NotFound `setting.missing` when one has no value on that day.
Result<AttendanceRules> rulesOn(storage::Store& store, QDate day);

} // namespace edupro::attendance
