// SPDX-License-Identifier: GPL-3.0-or-later
// Personal data: requests, retention, breaches, erasures, masked fields, as a person meets them.
#pragma once

#include "tests/screens/Screens.h"

namespace edupro::tests {

std::vector<Screen> privacyScreens();

} // namespace edupro::tests
