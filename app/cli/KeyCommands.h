// SPDX-License-Identifier: GPL-3.0-or-later
// The encryption of a school file on the command line.
#pragma once

#include "app/cli/Command.h"

namespace edupro::cli {

Done rotateKey(const Arguments& arguments, Terminal& terminal);
Done renewCode(const Arguments& arguments, Terminal& terminal);
Done encryptSchoolCommand(const Arguments& arguments, Terminal& terminal);
Done decryptSchoolCommand(const Arguments& arguments, Terminal& terminal);

} // namespace edupro::cli
