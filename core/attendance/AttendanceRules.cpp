// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/AttendanceRules.h"

#include "core/school/DatedRules.h"
#include "core/school/SchoolActions.h"

#include <cmath>

namespace edupro::attendance {

Result<AttendanceRules> rulesOn(storage::Store& store, QDate day)
{
    const auto thresholds = school::thresholdsOn(store, day);
    if (!thresholds) return thresholds.error();
    const auto minimum = school::ruleOn(store, school::rules::minimumAttendance, day);
    if (!minimum) return minimum.error();
    const auto consecutive = school::ruleOn(store, school::rules::consecutiveAbsences, day);
    if (!consecutive) return consecutive.error();
    return AttendanceRules{
        .high = thresholds->attendanceHigh,
        .medium = thresholds->attendanceMedium,
        .minimum = *minimum,
        .consecutive = static_cast<int>(std::lround(*consecutive))};
}

} // namespace edupro::attendance
