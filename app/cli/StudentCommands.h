// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about one student as a file, and the erasure of who they are.
#pragma once

#include "app/cli/Command.h"

namespace edupro::cli {

Done writeStudentDossier(const Arguments& arguments, Terminal& terminal);
Done eraseStudent(const Arguments& arguments, Terminal& terminal);

} // namespace edupro::cli
