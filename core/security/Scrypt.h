// SPDX-License-Identifier: GPL-3.0-or-later
// Keys from passwords, dear enough that guessing does not pay: scrypt (RFC 7914).
#pragma once

#include "core/base/Result.h"
#include "core/security/SecretBytes.h"

#include <QByteArray>

#include <cstdint>

namespace edupro::security {

/// What one derivation costs: 128 * r * n bytes of memory, and time in proportion to n * r * p.
struct ScryptCost {
    std::uint64_t n = 131'072; ///< a power of two
    std::uint32_t r = 8;
    std::uint32_t p = 1;

    friend bool operator==(const ScryptCost&, const ScryptCost&) = default;
};

inline constexpr int saltSize = 16;

/// What is taken from a file: neither so cheap that it protects nothing nor so dear that a forged
/// file stops the computer. 2^15 <= n <= 2^20, r = 8, 1 <= p <= 4.
bool isAcceptable(const ScryptCost& cost);

/// The cost for a new password on a computer with that much free memory (OWASP Password Storage:
/// the three are worth the same to a guesser). Below 2 GiB 2^16/p=2, below 1 GiB 2^15/p=3;
/// negative means unknown.
ScryptCost costFor(qint64 freeBytes);
/// That of this computer, now.
ScryptCost affordableCost();

QByteArray randomSalt();

/// `size` bytes from a password and a salt. Errors: Internal `key.memory` when the memory is not to
/// be had or the cost is not one of RFC 7914.
Result<SecretBytes> scrypt(
    const SecretBytes& password,
    const QByteArray& salt,
    const ScryptCost& cost,
    std::size_t size = 32);

} // namespace edupro::security
