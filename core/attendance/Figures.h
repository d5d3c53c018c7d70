// SPDX-License-Identifier: GPL-3.0-or-later
// A student's attendance in figures: pure functions over the days that were recorded.
#pragma once

#include "core/attendance/AttendanceTotal.h"
#include "core/attendance/DayList.h"

#include <span>

namespace edupro::attendance {

/// Days of one student with a record. What was not recorded is in no figure: not recorded is not
/// present.
struct Figures {
    int effective = 0; ///< days with a record
    int present = 0;   ///< late or away early counts as present
    int sick = 0;
    int excused = 0;
    int absent = 0; ///< without a reason (alpa)
    int late = 0;
    int leftEarly = 0;
    /// Days in a row up to the last record. Days without a record, and so weekends and holidays,
    /// do not break a run.
    int absentRun = 0;        ///< absent without a reason
    int awayRun = 0;          ///< sick, excused or absent
    int longestAbsentRun = 0; ///< of the whole span
    bool fromTotal = false;   ///< of a term's total, which knows no days

    int missed() const { return sick + excused + absent; }
    /// 100 x present / effective; none without a record.
    std::optional<double> percent() const;
    friend bool operator==(const Figures&, const Figures&) = default;
};

/// `entries`: the student's, one for each recorded day, oldest first.
Figures figuresOf(std::span<const ListEntry> entries);
Figures figuresOf(const AttendanceTotal& total);

/// "Tinggi", "Sedang" or "Rendah"; empty without a record.
QString categoryOf(const Figures& figures, const AttendanceRules& rules);

/// How many of the `remaining` school days the student may still miss and reach `minimum` percent
/// by the end; negative: so many days are wanting even if none is missed, so it cannot be reached.
int daysToSpare(const Figures& figures, int remaining, double minimum);

} // namespace edupro::attendance
