// SPDX-License-Identifier: GPL-3.0-or-later
// The school file, its backups and keys, as an administrator meets them.
#pragma once

#include "tests/screens/Screens.h"

namespace edupro::tests {

std::vector<Screen> dataScreens();

} // namespace edupro::tests
