// SPDX-License-Identifier: GPL-3.0-or-later
// The school's calendar and rules as attendance needs them.
#pragma once

#include "core/school/SchoolActions.h"

#include <vector>

namespace edupro::attendance {

enum class DayKind { School, Event, Extra, Weekend, Holiday, Break };

struct SchoolDay {
    QDate day;
    DayKind kind = DayKind::School;
    QString name; ///< as the calendar names the day; mostly empty

    bool isSchoolDay() const { return kind <= DayKind::Extra; }
};

/// What judges attendance on a day.
struct AttendanceRules {
    double high = 0.0;    ///< category Tinggi from here on, percent
    double medium = 0.0;  ///< category Sedang from here on, percent
    double minimum = 0.0; ///< percent that a student has to reach by the end of the term
    int consecutive = 0;  ///< days absent in a row that are to be told

    friend bool operator==(const AttendanceRules&, const AttendanceRules&) = default;
};

/// Every day of [first, last], in order.
Result<std::vector<SchoolDay>> schoolDays(storage::Store& store, QDate first, QDate last);

/// NotFound `setting.missing` when one has no value on that day.
Result<AttendanceRules> rulesOn(storage::Store& store, QDate day);

} // namespace edupro::attendance
