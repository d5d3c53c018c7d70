// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator does with accounts, and everybody with their own.
#pragma once

#include "core/accounts/Teaching.h"
#include "core/security/PasswordHash.h"
#include "core/security/RecoveryCode.h"
#include "core/storage/Store.h"

namespace edupro::accounts {

struct NewUser {
    QString login; ///< capitals become small letters
    QString name;
    security::Roles roles;
};

/// What is handed over in person. Wipe the password after use.
struct Invitation {
    User user;
    QString password; ///< for one sign-in within seven days
};

/// The administrator of a new school, who has chosen a password. Errors: Conflict `user.exists`
/// when the store has people already; Validation.
Result<User> addFirstAdministrator(
    storage::Store& store,
    const NewUser& user,
    const security::SecretBytes& password,
    const security::ScryptCost& cost = security::affordableCost());

/// Errors: Permission `access.denied`; Validation, Constraint (a login that is taken).
Result<Invitation> addUser(
    storage::Store& store,
    const NewUser& user,
    const security::ScryptCost& cost = security::affordableCost());

/// All people, by login. Errors: Permission; others than administrators and principals get only
/// themselves.
Result<std::vector<User>> listUsers(storage::Store& store);
/// NotFound `user.unknown`.
Result<User> userOf(storage::Store& store, const QString& login);

/// Takes effect at the person's next sign-in; ends the sessions they have. When the new roles read
/// sealed columns and the old did not, or the other way round, the person gets a one-time password
/// (answered, else empty), because the slot of the old one holds what the old roles may.
/// Errors: Constraint `user.last_admin`: somebody has to remain who can administer.
Result<QString> changeRoles(
    storage::Store& store,
    const User& user,
    security::Roles roles,
    const security::ScryptCost& cost = security::affordableCost());

/// Removes the password and ends the sessions; the account stays for the audit. Errors as above.
Done disableUser(storage::Store& store, const User& user);

/// A one-time password in place of the forgotten one; lets a disabled person in again.
Result<Invitation> resetPassword(
    storage::Store& store,
    const User& user,
    const security::ScryptCost& cost = security::affordableCost());

/// The signed-in person's own. `old` is checked again. Errors: Permission `key.wrong`, Validation
/// with issues of the field "password" (see security::passwordIssues()).
Done changeOwnPassword(
    storage::Store& store,
    const security::SecretBytes& old,
    const security::SecretBytes& fresh,
    const security::ScryptCost& cost = security::affordableCost());

/// After a sign-in with the recovery code, which takes the place of the old password.
Done recoverPassword(
    storage::Store& store,
    const security::SecretBytes& fresh,
    const security::ScryptCost& cost = security::affordableCost());

/// A new recovery code in place of the one before; of an encrypted file. Errors: Permission;
/// NotFound `key.plain`.
Result<security::RecoveryCode> renewRecoveryCode(
    storage::Store& store, const security::ScryptCost& cost = security::affordableCost());

/// Sessions that have not ended, newest first.
Result<std::vector<UserSession>> listOpenSessions(storage::Store& store);
/// Ends somebody's session: their next action there is `session.expired`.
Done revokeSession(storage::Store& store, const UserSessionId& session);

} // namespace edupro::accounts
