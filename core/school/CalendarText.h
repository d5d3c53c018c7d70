// SPDX-License-Identifier: GPL-3.0-or-later
// A list of holidays as people paste it: one line for each, a day or a span of days and its name.
#pragma once

#include "core/base/Result.h"
#include "core/school/CalendarDay.h"

#include <vector>

namespace edupro::school {

/// "17/08/2026 Proklamasi Kemerdekaan", "2026-03-20 - 2026-03-24; Libur Idulfitri": the days of
/// every line, in the order of the text; blank lines are left out. Dates as exchange::parseDate()
/// reads them, spans of up to 100 days. Validation with one issue "calendar_line" for each line
/// that cannot be read (limit: its number, from 1; value: the line); "required" when there is none
/// at all.
Result<std::vector<CalendarDay>> calendarFromText(const QString& text, const QString& kind);

} // namespace edupro::school
