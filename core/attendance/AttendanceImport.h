// SPDX-License-Identifier: GPL-3.0-or-later
// What a file of attendance totals looks like and how its rows become totals per student and term.
#pragma once

#include "core/exchange/Importer.h"

#include <memory>

namespace edupro::attendance {

/// Fields: nis, term (required), effective_days or present, sick, excused, absent. An empty cell
/// among the days missed is zero; without effective days they are the sum of all days.
std::unique_ptr<exchange::RowImport> attendanceImport();

} // namespace edupro::attendance
