// SPDX-License-Identifier: GPL-3.0-or-later
// Small secrets in sealed boxes: AES-256-GCM (NIST SP 800-38D) with a random nonce.
#pragma once

#include "core/security/SecretBytes.h"

#include <QByteArray>

#include <optional>
#include <span>

namespace edupro::security {

inline constexpr int nonceSize = 12;
inline constexpr int tagSize = 16;

/// What may be read by everybody: without the key it says only how long the secret is.
struct Box {
    QByteArray nonce;  ///< 12 random bytes, never used twice with a key
    QByteArray sealed; ///< the encrypted bytes, then the tag of 16

    friend bool operator==(const Box&, const Box&) = default;
};

/// Encrypts `secret` under the 32 bytes of `key`; `bound` must be the same when the box is opened,
/// but is not in it. At most 2^32 boxes per key (SP 800-38D, 8.3). Ends the program when the cipher
/// library fails, as there is nothing that could be written instead.
Box closeBox(
    const SecretBytes& key, std::span<const unsigned char> secret, const QByteArray& bound);

/// The secret; nothing when key, box or `bound` is not the one it was closed with.
std::optional<SecretBytes> openBox(const SecretBytes& key, const Box& box, const QByteArray& bound);

} // namespace edupro::security
