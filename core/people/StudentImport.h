// SPDX-License-Identifier: GPL-3.0-or-later
// What a file of students looks like and how its rows become students in their classes.
#pragma once

#include "core/exchange/Importer.h"

#include <memory>

namespace edupro::people {

/// Fields: nis, name (required), class, academic_year, birth_date, gender, address, nisn, nik,
/// family_card_number, health_notes, status. A
/// student with a known NIS is updated by the cells that are filled in; empty cells change nothing.
/// Classes belong to `schoolYear` (its first year) where the row does not name one; without both,
/// to the school year of today.
std::unique_ptr<exchange::RowImport> studentImport(std::optional<int> schoolYear = {});

} // namespace edupro::people
