// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that work on the rows of any table by its description.
#pragma once

#include "app/cli/Command.h"

namespace edupro::cli {

Done listRecords(const Arguments& arguments, Terminal& terminal);
Done showRecord(const Arguments& arguments, Terminal& terminal);
Done addRecord(const Arguments& arguments, Terminal& terminal);
Done setRecord(const Arguments& arguments, Terminal& terminal);
Done removeRecord(const Arguments& arguments, Terminal& terminal);
Done bringBackRecord(const Arguments& arguments, Terminal& terminal);

} // namespace edupro::cli
