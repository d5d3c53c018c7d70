// SPDX-License-Identifier: GPL-3.0-or-later
// The code on paper that opens a school when every password is forgotten.
#pragma once

#include "core/base/Result.h"
#include "core/security/SecretBytes.h"

#include <QString>

namespace edupro::security {

/// 128 random bits, written as 26 characters of Crockford's base 32 and two check characters, in
/// seven groups of four. The check (the number modulo the prime 1021) finds every single wrong
/// character and every two neighbours swapped.
class RecoveryCode {
public:
    static RecoveryCode random();
    /// Takes small letters, O for 0, I and L for 1, missing or other hyphens and spaces. Errors:
    /// Validation `key.code` (a wrong length, character or check: a typing mistake, not a wrong
    /// code).
    static Result<RecoveryCode> parse(const QString& typed);

    /// "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX". Wipe it after use.
    QString text() const;
    /// The 16 bytes, as the key derivation takes them.
    const SecretBytes& bytes() const { return m_bytes; }

private:
    explicit RecoveryCode(SecretBytes bytes);

    SecretBytes m_bytes;
};

} // namespace edupro::security
