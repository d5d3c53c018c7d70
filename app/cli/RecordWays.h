// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows of a table are written: by their description, or by a command of their own.
#pragma once

#include "core/record/Schema.h"

namespace edupro::cli {

/// A new row before anything is typed: its members' defaults.
Values blankRecord(const EntityInfo& entity);

/// The commands that write a table whose rows are more than their values (a login has a password,
/// a list is taken of a class); null for tables that are written by their description.
const char* commandsOf(const EntityInfo& entity);

} // namespace edupro::cli
