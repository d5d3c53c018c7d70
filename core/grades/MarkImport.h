// SPDX-License-Identifier: GPL-3.0-or-later
// What a file of final marks looks like and how its rows become marks.
#pragma once

#include "core/exchange/Importer.h"

#include <memory>

namespace edupro::grades {

/// Fields, all required: nis (of a student in the store), term, subject, mark. Terms and subjects
/// that are not there are made.
std::unique_ptr<exchange::RowImport> markImport();

} // namespace edupro::grades
