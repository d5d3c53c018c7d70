// SPDX-License-Identifier: GPL-3.0-or-later
// The table of screens to look at, and how each is rendered into pictures.
#pragma once

#include "tests/support/Desk.h"

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace edupro::tests {

/// `make` builds the widget on a fresh desk; it is then shown at 1366 x 768 and pictured once every
/// list has settled.
struct Screen {
    const char* name;
    std::function<std::unique_ptr<QWidget>(Desk& desk)> make;
};

/// Every page and dialog, in the order of the navigation.
std::vector<Screen> screens();

} // namespace edupro::tests
