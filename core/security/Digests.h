// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256, HMAC-SHA-256 (RFC 2104) and HKDF-SHA-256 (RFC 5869).
#pragma once

#include "core/security/SecretBytes.h"

#include <QByteArray>

namespace edupro::security {

QByteArray sha256(const QByteArray& message);

/// 32 bytes that only a holder of `key` can make.
QByteArray hmacSha256(const SecretBytes& key, const QByteArray& message);

/// `size` bytes (1..8160) derived from `key`; `purpose` is HKDF's info. Another salt or purpose
/// gives an unrelated key.
SecretBytes hkdfSha256(
    const SecretBytes& key, const QByteArray& salt, const QByteArray& purpose, std::size_t size);

/// Compares in a time that depends on the sizes only.
bool equalInConstantTime(const QByteArray& a, const QByteArray& b);

} // namespace edupro::security
