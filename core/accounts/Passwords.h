// SPDX-License-Identifier: GPL-3.0-or-later
// Where the passwords of an open school are: in the slots of its key file, or, of a plain file, as
// hashes in a table.
#pragma once

#include "core/accounts/User.h"
#include "core/security/PasswordHash.h"
#include "core/security/PasswordRules.h"
#include "core/storage/Store.h"

#include <functional>

namespace edupro::accounts {

/// Each call derives a key (half a second, 128 MiB at the default cost) and writes at once: the key
/// file has no transactions. Order work so that a crash in between leaves less access, not more.

/// Whose slot of a key file it is, and whether it gets the key of the sealed columns.
security::SlotOwner slotOwner(const User& user);

/// Writes the hash of the person's password into a plain file, in place of any before.
/// `validUntil`: of a one-time password. Errors: Internal `key.memory`, those of the file.
Done saveHash(
    storage::Connection& connection,
    const User& user,
    const security::SecretBytes& password,
    const security::ScryptCost& cost,
    std::optional<Instant> validUntil);

/// Changes the key file as it is on the disk now, and writes it; the store's copy follows. Of an
/// encrypted store. Errors: those of `change`; Corrupt `key.damaged`; Io of the key file.
Done changeKeyFile(storage::Store& store, const std::function<Done(security::KeyFile&)>& change);

/// Gives the person a password in place of any before. Errors: Internal `key.memory`, Io of the
/// key file.
Done setPassword(
    storage::Store& store,
    const User& user,
    const security::SecretBytes& password,
    const security::ScryptCost& cost);

/// Gives the person a random password for one sign-in within seven days. Wipe it after use.
Result<QString>
setOneTimePassword(storage::Store& store, const User& user, const security::ScryptCost& cost);

/// The person can no longer sign in. Fine when there was no password.
Done removePassword(storage::Store& store, const User& user);

/// Whether a password that a person chooses is good enough. Validation `password.weak` with issues
/// of the field "password".
Done checkNewPassword(const security::PasswordOwner& owner, const security::SecretBytes& password);

/// Whether this is the person's password now. Errors: Permission `key.wrong`, `key.expired` (a
/// one-time password after its seven days).
Done checkPassword(storage::Store& store, const User& user, const security::SecretBytes& password);

} // namespace edupro::accounts
