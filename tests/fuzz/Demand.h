// SPDX-License-Identifier: GPL-3.0-or-later
// How a fuzz target says that a promise was broken.
#pragma once

#include <cstdlib>
#include <iostream>

namespace edupro::tests {

inline void demand(bool held, const char* promise)
{
    if (held) return;
    std::cerr << "broken promise: " << promise << std::endl;
    std::abort();
}

} // namespace edupro::tests
