// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's SELECT on a school file.
#pragma once

#include "app/cli/Command.h"

namespace edupro::cli {

Done askBySql(const Arguments& arguments, Terminal& terminal);

} // namespace edupro::cli
