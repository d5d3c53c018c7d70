// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords of plain school files, as hashes in PHC form ($scrypt$ln=17,r=8,p=1$salt$hash).
#pragma once

#include "core/base/Result.h"
#include "core/security/Scrypt.h"

#include <QString>

namespace edupro::security {

/// A new hash with a random salt. Errors: Internal `key.memory`.
Result<QString> hashPassword(const SecretBytes& password, const ScryptCost& cost);

/// Whether `password` is the one that was hashed. Errors: Corrupt `key.damaged` for a text that is
/// no such hash or has a cost that is not acceptable; Internal `key.memory`.
Result<bool> isPassword(const SecretBytes& password, const QString& hash);

/// Takes the time of isPassword() and answers nothing: for a login that does not exist.
Done spendTimeOfPassword(const SecretBytes& password, const ScryptCost& cost);

} // namespace edupro::security
