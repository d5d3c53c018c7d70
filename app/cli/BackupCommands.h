// SPDX-License-Identifier: GPL-3.0-or-later
// Making, checking, listing and restoring backups, and examining a school file.
#pragma once

#include "app/cli/Command.h"

namespace edupro::cli {

Done createBackup(const Arguments& arguments, Terminal& terminal);
Done verifyBackup(const Arguments& arguments, Terminal& terminal);
Done listBackups(const Arguments& arguments, Terminal& terminal);
Done restoreBackup(const Arguments& arguments, Terminal& terminal);
Done examineFile(const Arguments& arguments, Terminal& terminal);

} // namespace edupro::cli
