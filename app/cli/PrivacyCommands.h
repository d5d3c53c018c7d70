// SPDX-License-Identifier: GPL-3.0-or-later
// Requests about personal data, breaches, and what is kept too long.
#pragma once

#include "app/cli/Command.h"

namespace edupro::cli {

Done listPrivacyRequests(const Arguments& arguments, Terminal& terminal);
Done receivePrivacyRequest(const Arguments& arguments, Terminal& terminal);
Done decidePrivacyRequest(const Arguments& arguments, Terminal& terminal);
Done listRetention(const Arguments& arguments, Terminal& terminal);
Done listBreaches(const Arguments& arguments, Terminal& terminal);
Done reportBreach(const Arguments& arguments, Terminal& terminal);
Done stepBreach(const Arguments& arguments, Terminal& terminal);

} // namespace edupro::cli
