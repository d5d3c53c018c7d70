// SPDX-License-Identifier: GPL-3.0-or-later
// The students page, the import and the welcome page, as a person meets them.
#pragma once

#include "tests/screens/Screens.h"

#include <QTest>

namespace edupro::tests {

/// Waits for it, but goes on without: the picture then shows what is wrong.
template<class Held>
void waitFor(Held held)
{
    [[maybe_unused]] const bool waited = QTest::qWaitFor(held, 120'000);
}

std::vector<Screen> studentScreens();
std::vector<Screen> importScreens();
std::vector<Screen> welcomeScreens();

} // namespace edupro::tests
