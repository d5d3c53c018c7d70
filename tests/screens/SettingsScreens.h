// SPDX-License-Identifier: GPL-3.0-or-later
// The settings page of a school that is new and of one that is set up.
#pragma once

#include "tests/screens/Screens.h"

namespace edupro::tests {

std::vector<Screen> settingsScreens();

} // namespace edupro::tests
