// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard and the early warning, of the example school and of an empty one.
#pragma once

#include "tests/screens/Screens.h"

namespace edupro::tests {

std::vector<Screen> boardScreens();

} // namespace edupro::tests
