// SPDX-License-Identifier: GPL-3.0-or-later
// The table of error keys and what the user reads for each.
#pragma once

#include <span>

namespace edupro::ui {

/// Source texts of the context "ErrorText"; to be translated by whoever shows them.
struct KeyWords {
    const char* key;
    const char* what;
    const char* advice;
};

std::span<const KeyWords> errorTexts();

} // namespace edupro::ui
