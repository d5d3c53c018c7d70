// SPDX-License-Identifier: GPL-3.0-or-later
// Codes that people copy by hand: Crockford's base 32, without I, L, O and U.
#pragma once

#include "core/security/SecretBytes.h"

#include <QString>

#include <optional>

namespace edupro::security {

/// What was typed, as it was meant: capitals, O as 0, I and L as 1, without hyphens and spaces.
/// Other characters stay as they are.
SecretBytes meantCode(std::span<const unsigned char> typed);

/// The character of a value 0..31.
char crockfordCharacter(unsigned value);
/// The value of a character as meantCode() leaves it; nothing for any other.
std::optional<unsigned> crockfordValue(unsigned char character);

/// 12 random characters in groups of four ("7K2M-9QXT-..."): 60 bits. Wipe it after use.
QString randomOneTimePassword();

} // namespace edupro::security
