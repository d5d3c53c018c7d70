// SPDX-License-Identifier: GPL-3.0-or-later
// The days on which the example school teaches.
#pragma once

#include "core/school/CalendarDay.h"
#include "core/school/Term.h"

#include <QDate>

#include <vector>

namespace edupro::demo {

/// Whether schools are closed nationwide: holidays of fixed date, Islamic ones by the tabular
/// calendar (they may lie a day beside the announced date), Good Friday and Ascension.
bool isPublicHoliday(QDate day);

/// Monday to Friday between the usual first and last lesson of the term, without public holidays,
/// the days around Idul Fitri and a week's break in mid-term; in order. Nothing after `until`.
std::vector<QDate> schoolDays(const Term& term, QDate until);

/// The other days of the term from Monday to Friday, as the school's calendar names them; in order.
std::vector<CalendarDay> daysOff(const Term& term);

} // namespace edupro::demo
