// SPDX-License-Identifier: GPL-3.0-or-later
// What of the terminal differs from system to system.
#pragma once

namespace edupro::cli {

bool inputIsTerminal();
bool errorsAreTerminal();

/// While it lives, what is typed is not shown.
class WithoutEcho {
public:
    WithoutEcho();
    ~WithoutEcho();
    WithoutEcho(const WithoutEcho&) = delete;
    WithoutEcho& operator=(const WithoutEcho&) = delete;

private:
    unsigned long m_before = 0;
    bool m_changed = false;
};

} // namespace edupro::cli
