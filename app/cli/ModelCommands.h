// SPDX-License-Identifier: GPL-3.0-or-later
// Training, predicting, explaining and clustering.
#pragma once

#include "app/cli/Command.h"

namespace edupro::cli {

Done trainModel(const Arguments& arguments, Terminal& terminal);
Done predictStudents(const Arguments& arguments, Terminal& terminal);
Done explainStudent(const Arguments& arguments, Terminal& terminal);
Done clusterRegions(const Arguments& arguments, Terminal& terminal);

} // namespace edupro::cli
