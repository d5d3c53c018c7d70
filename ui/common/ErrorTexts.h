// SPDX-License-Identifier: GPL-3.0-or-later
// The table of error keys and what the user reads for each.
#pragma once

#include <span>
#include <vector>

namespace edupro::ui {

/// Source texts of the context "ErrorText"; to be translated by whoever shows them.
struct KeyWords {
    const char* key;
    const char* what;
    const char* advice;
};

/// The file, its log, backups and the server.
std::span<const KeyWords> storeErrorTexts();
/// People, passwords, keys, rights and personal data.
std::span<const KeyWords> accountErrorTexts();
/// What the pages work with: students, imports, models, clusters.
std::span<const KeyWords> featureErrorTexts();

/// All of them.
const std::vector<KeyWords>& errorTexts();

} // namespace edupro::ui
