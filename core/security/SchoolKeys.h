// SPDX-License-Identifier: GPL-3.0-or-later
// The two secrets of a school: the key of its file and the key of its sealed columns.
#pragma once

#include "core/security/SecretBytes.h"

namespace edupro::security {

inline constexpr std::size_t keySize = 32;

struct SchoolKeys {
    SecretBytes file; ///< 32 bytes; encrypts every page of the school file (DEK)
    SecretBytes seal; ///< 32 bytes, or empty for people who may not read sealed columns (SK)

    static SchoolKeys random()
    {
        return {SecretBytes::random(keySize), SecretBytes::random(keySize)};
    }
    SchoolKeys copy() const { return {file.copy(), seal.copy()}; }
};

} // namespace edupro::security
