// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a school file as a person: by password or recovery code, or without either where there
// is nobody to ask for.
#pragma once

#include "core/accounts/SignedIn.h"
#include "core/accounts/UserActions.h"
#include "core/school/SchoolActions.h"
#include "core/security/Session.h"
#include "core/security/Throttle.h"

namespace edupro::accounts {

/// What signing in needs of this computer.
struct Computer {
    /// Clock, device and entities; keys and person come with the sign-in. `actor` is who acts on a
    /// file without users.
    storage::StoreOptions store;
    security::ScryptCost cost = security::affordableCost(); ///< of passwords that are set
    /// Shared by all sign-ins of the program; null: no throttle (tests).
    std::shared_ptr<security::Throttle> throttle = nullptr;
    security::SessionClocks clocks{};
    int idleMinutes = security::Session::usualIdle;
};

/// A school that is open for somebody.
struct Opened {
    std::unique_ptr<storage::Store> store;
    std::shared_ptr<SignedIn> person; ///< null: a plain file without users, whoever opens it may do
                                      ///< everything
    /// The person's time, running; for the window, which locks its screen by it. Null like
    /// `person`.
    std::shared_ptr<security::Session> session;
    /// Everything but changeOwnPassword() is refused (Permission `access.password`) until then.
    bool mustChangePassword = false;
};

/// Whether a file is an encrypted school; false for all others, and for what cannot be read.
bool isEncrypted(const QString& path);

/// Opens a plain file without users. Errors: Permission `key.needed` when somebody has to sign in;
/// those of Store::openFile().
Result<Opened> openWithoutSignIn(const QString& path, const Computer& computer);

/// Failures are counted and slow down the next attempts; they become events of the audit, of an
/// encrypted file at the next sign-in. Errors: Permission `key.wrong` (login, password, or a
/// disabled account: the message does not tell which), `key.wait`, `key.expired`; Io `key.missing`;
/// Corrupt `key.damaged`; those of Store::openFile(). A plain file without users asks for nobody's
/// password: it opens. Half a second and 128 MiB: on the storage lane.
Result<Opened> signIn(
    const QString& path,
    const QString& login,
    const security::SecretBytes& password,
    const Computer& computer);

/// As the administrator for whom the code was made, with a password to be chosen at once. Errors
/// as signIn(); NotFound `key.plain` for a plain file.
Result<Opened> signInWithRecoveryCode(
    const QString& path, const security::RecoveryCode& code, const Computer& computer);

/// For a locked screen or a session that is about to end: the password again, in the store that is
/// open, whose session goes on. Fine without a person. Errors as signIn(); Permission
/// `session.expired` when it has ended, so that the store is to be closed.
Done enterAgain(
    storage::Store& store,
    security::Session& session,
    const security::SecretBytes& password,
    const Computer& computer);

inline Done
enterAgain(Opened& opened, const security::SecretBytes& password, const Computer& computer)
{
    return opened.person ? enterAgain(*opened.store, *opened.session, password, computer) : done();
}

/// Ends the person's session in the file; the store is closed by its owner. Fine without one.
Done signOut(storage::Store& store, security::Session& session);
inline Done signOut(Opened& opened)
{
    return opened.person ? signOut(*opened.store, *opened.session) : done();
}

/// Who is to administer a new school.
struct FirstAdministrator {
    QString login = QStringLiteral("admin");
    QString name = QStringLiteral("Administrator");
};

struct NewProtectedSchool {
    Opened opened; ///< signed in as the administrator
    security::RecoveryCode recoveryCode;
};

/// Makes the file of a new school at `path` with these options: an empty one
/// (school::createSchoolFile) or the example.
using MakeSchoolFile =
    std::function<Result<std::unique_ptr<storage::Store>>(const storage::StoreOptions&)>;

/// A new encrypted file with the school, its first administrator and a recovery code. Errors: Io
/// `store.exists`, `key.exists` (a key file without its school is there: it may open a copy of
/// that), those of `make`; Validation. No file of it remains when it fails.
Result<NewProtectedSchool> createProtectedSchool(
    const QString& path,
    const MakeSchoolFile& make,
    const FirstAdministrator& administrator,
    const security::SecretBytes& password,
    const Computer& computer);

/// The same as a plain file: what is in it can be read without a password by other programs.
Result<Opened> createPlainSchool(
    const QString& path,
    const MakeSchoolFile& make,
    const FirstAdministrator& administrator,
    const security::SecretBytes& password,
    const Computer& computer);

} // namespace edupro::accounts
