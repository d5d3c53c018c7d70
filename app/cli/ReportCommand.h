// SPDX-License-Identifier: GPL-3.0-or-later
// Reports on paper.
#pragma once

#include "app/cli/Command.h"

namespace edupro::cli {

Done reportReadiness(const Arguments& arguments, Terminal& terminal);

} // namespace edupro::cli
