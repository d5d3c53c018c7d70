// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the marks page: nobody in the class, one student, a whole class, refused cells,
// assessments.
#pragma once

#include "tests/screens/Screens.h"

namespace edupro::tests {

std::vector<Screen> gradesScreens();

} // namespace edupro::tests
