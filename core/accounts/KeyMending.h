// SPDX-License-Identifier: GPL-3.0-or-later
// A key file whose newest generation is lost or damaged, and the one before that opened the school.
#pragma once

#include "core/security/KeyFile.h"

namespace edupro::accounts {

/// Whether the newest generation, as it lies there, is whole for this school: then it has taken the
/// slot of whoever opened the one before, and a crash kept that from going, too.
bool isSuperseded(const QString& keyFile, const security::SecretBytes& fileKey);

/// What became of it.
struct Mended {
    bool isMended = false; ///< `opened` lies in the newest one's place now
    Error notice;          ///< Corrupt `key.older_generation`, in any case
};

/// Puts the generation that opened the school in the newest one's place, unless that is another
/// school's key file or cannot be replaced.
Mended mendKeyFile(
    const QString& keyFile, security::KeyFile& opened, const security::SecretBytes& fileKey);

} // namespace edupro::accounts
