// SPDX-License-Identifier: GPL-3.0-or-later
// What a file of daily attendance looks like and how its rows become lists.
#pragma once

#include "core/exchange/Importer.h"

#include <memory>

namespace edupro::attendance {

/// Fields: nis, date, attendance (required; see entryOfCode()), note. A row begins the list of the
/// student's class on that day, which is submitted: whoever has no row in it was present. A list
/// that was submitted before takes no other entries (rule "submitted").
std::unique_ptr<exchange::RowImport> dayImport();

} // namespace edupro::attendance
