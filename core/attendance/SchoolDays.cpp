// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/SchoolDays.h"

namespace edupro::attendance {

Result<std::vector<SchoolDay>> schoolDays(storage::Store&, QDate first, QDate last)
{
    std::vector<SchoolDay> days;
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        const bool isFree = day.dayOfWeek() >= Qt::Saturday;
        days.push_back(
            {.day = day, .kind = isFree ? DayKind::Weekend : DayKind::School, .name = {}});
    }
    return days;
}

Result<AttendanceRules> rulesOn(storage::Store& store, QDate day)
{
    const auto thresholds = school::thresholdsOn(store, day);
    if (!thresholds) return thresholds.error();
    return AttendanceRules{
        .high = thresholds->attendanceHigh,
        .medium = thresholds->attendanceMedium,
        .minimum = thresholds->attendanceMedium,
        .consecutive = 3};
}

} // namespace edupro::attendance
