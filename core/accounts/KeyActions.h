// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator does with the encryption of a whole school.
#pragma once

#include "core/accounts/SignIn.h"
#include "core/base/Progress.h"

namespace edupro::accounts {

/// Nobody's password but the administrator's own is known, so all others get one-time passwords.
struct NewPasswords {
    std::vector<Invitation> invitations;                ///< by login; wipe the passwords after use
    std::optional<security::RecoveryCode> recoveryCode; ///< of an encrypted school
};

/// Each takes the opened school, closes it, and leaves it closed: sign in again with `password`,
/// which is the administrator's own. The other files of the school, backups above all, stay as they
/// are and open with the keys of their day. A crash leaves the school as it was or as it is to be
/// (see storage::convertSchool()). Errors: Permission `access.denied`, `key.wrong`; those of
/// convertSchool(). On a lane: copies the whole file, and half a second per person.

/// A new key for the file, for when somebody who knew a password is to be kept out of later copies.
/// The key of sealed columns stays: the audit holds old values under it and is never rewritten.
/// NotFound `key.plain` for a plain file.
Result<NewPasswords> changeFileKey(
    Opened opened,
    const security::SecretBytes& password,
    const Computer& computer,
    const Progress& progress = noProgress());

/// Of a plain school. Without people in it `administrator` becomes the first, with `password`
/// (Validation `password.weak`). Events of the audit that hold readable values of sealed fields are
/// blanked. Conflict `key.encrypted`.
Result<NewPasswords> encryptSchool(
    Opened opened,
    const FirstAdministrator& administrator,
    const security::SecretBytes& password,
    const Computer& computer,
    const Progress& progress = noProgress());

/// From then on everybody who can read the file can read everything in it. NotFound `key.plain`.
Result<NewPasswords> decryptSchool(
    Opened opened,
    const security::SecretBytes& password,
    const Computer& computer,
    const Progress& progress = noProgress());

} // namespace edupro::accounts
