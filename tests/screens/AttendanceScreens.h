// SPDX-License-Identifier: GPL-3.0-or-later
// The attendance page, as a teacher meets it.
#pragma once

#include "tests/screens/Screens.h"

namespace edupro::tests {

std::vector<Screen> attendanceScreens();

} // namespace edupro::tests
