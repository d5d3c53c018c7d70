// SPDX-License-Identifier: GPL-3.0-or-later
// What a file of achievements looks like and how its rows become achievements.
#pragma once

#include "core/exchange/Importer.h"

#include <memory>

namespace edupro::achievements {

/// Fields: nis, title, level, date (required), rank. Levels in Indonesian or English.
std::unique_ptr<exchange::RowImport> achievementImport();

} // namespace edupro::achievements
