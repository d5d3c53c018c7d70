// SPDX-License-Identifier: GPL-3.0-or-later
// Making school files.
#pragma once

#include "app/cli/Command.h"

namespace edupro::cli {

Done createSchool(const Arguments& arguments, Terminal& terminal);
Done createDemo(const Arguments& arguments, Terminal& terminal);

} // namespace edupro::cli
