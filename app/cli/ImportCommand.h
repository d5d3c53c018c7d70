// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing files into a school.
#pragma once

#include "app/cli/Command.h"

namespace edupro::cli {

Done importFile(const Arguments& arguments, Terminal& terminal);

} // namespace edupro::cli
