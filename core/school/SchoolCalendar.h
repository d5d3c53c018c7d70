// SPDX-License-Identifier: GPL-3.0-or-later
// Which days are school days, and why the others are not: week, holidays and terms together.
#pragma once

#include "core/school/CalendarDay.h"
#include "core/storage/Store.h"

namespace edupro::school {

enum class DayKind {
    School,  ///< a day like any other
    Event,   ///< school, and the calendar names the day
    Extra,   ///< school on a day that the week leaves free
    Weekend, ///< Sunday; Saturday, too, in a week of five days
    Holiday, ///< free by the calendar
    Break,   ///< in no term
};

struct SchoolDay {
    QDate day;
    DayKind kind = DayKind::School;
    QString name; ///< as the calendar names the day; mostly empty

    bool isSchoolDay() const { return kind <= DayKind::Extra; }
};

/// Every day of [from, to], in order; none when `to` is before `from`. What the calendar calls a
/// holiday is one wherever it lies; a day in no term is Break; `extra` goes before the week. A
/// constant number of indexed queries.
Result<std::vector<SchoolDay>> schoolCalendar(storage::Store& store, QDate from, QDate to);

/// The one day.
Result<SchoolDay> schoolDayOn(storage::Store& store, QDate day);

/// How many days of [from, to] are school days.
Result<int> countSchoolDays(storage::Store& store, QDate from, QDate to);

} // namespace edupro::school
