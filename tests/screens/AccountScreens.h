// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-in, first run, users, audit and history, as a person meets them.
#pragma once

#include "tests/screens/Screens.h"

namespace edupro::tests {

std::vector<Screen> accountScreens();

} // namespace edupro::tests
