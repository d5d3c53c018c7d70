// SPDX-License-Identifier: GPL-3.0-or-later
// The school file of a command, opened as the person who gives it.
#pragma once

#include "app/cli/PasswordSource.h"
#include "core/accounts/SignIn.h"

namespace edupro::cli {

/// A store in use; signs out and closes it when it goes.
class SignedStore {
public:
    explicit SignedStore(accounts::Opened opened)
        : m_opened(std::move(opened))
    {
    }
    ~SignedStore();
    SignedStore(SignedStore&&) = default;
    SignedStore& operator=(SignedStore&&) = delete;

    storage::Store& operator*() const { return *m_opened.store; }
    storage::Store* operator->() const { return m_opened.store.get(); }
    accounts::Opened& opened() { return m_opened; }

private:
    accounts::Opened m_opened;
};

/// What signing in needs of this computer, with the one throttle of the program.
accounts::Computer thisComputer();

/// The login of --user, or "admin".
QString loginOf(const Arguments& arguments);

/// Opens the school file named by --store: signs in with --user and a password from `passwords`
/// when the file has people. A one-time password opens it as well; all but choosing another is
/// refused then.
Result<SignedStore> signInToStore(const Arguments& arguments, PasswordSource& passwords);

/// The same for commands that do something else than choosing a password: Permission
/// `access.password` for a one-time password.
Result<SignedStore> openStore(const Arguments& arguments);

} // namespace edupro::cli
