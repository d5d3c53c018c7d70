// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at the audit of a school: is it whole, and who did what.
#pragma once

#include "app/cli/Command.h"

namespace edupro::cli {

/// Goes on with a file that is older than what was seen of it.
Done acceptOlderCopy(const Arguments& arguments, Terminal& terminal);
Done verifyAuditCommand(const Arguments& arguments, Terminal& terminal);
Done listAudit(const Arguments& arguments, Terminal& terminal);

} // namespace edupro::cli
