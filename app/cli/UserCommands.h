// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts, what teachers teach, passwords and rights on the command line.
#pragma once

#include "app/cli/Command.h"

namespace edupro::cli {

Done addUserCommand(const Arguments& arguments, Terminal& terminal);
Done listUsersCommand(const Arguments& arguments, Terminal& terminal);
Done changeRolesCommand(const Arguments& arguments, Terminal& terminal);
Done disableUserCommand(const Arguments& arguments, Terminal& terminal);
Done resetUserCommand(const Arguments& arguments, Terminal& terminal);
Done teachesCommand(const Arguments& arguments, Terminal& terminal);
Done homeroomCommand(const Arguments& arguments, Terminal& terminal);
Done listSessionsCommand(const Arguments& arguments, Terminal& terminal);
Done endSessionCommand(const Arguments& arguments, Terminal& terminal);
Done showRights(const Arguments& arguments, Terminal& terminal);
Done changePasswordCommand(const Arguments& arguments, Terminal& terminal);
Done recoverCommand(const Arguments& arguments, Terminal& terminal);

} // namespace edupro::cli
