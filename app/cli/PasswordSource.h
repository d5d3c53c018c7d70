// SPDX-License-Identifier: GPL-3.0-or-later
// Where the command line takes passwords from: a pipe, a file or a prompt, never an argument, which
// other users of the computer could read.
#pragma once

#include "app/cli/Command.h"
#include "core/security/RecoveryCode.h"

namespace edupro::cli {

/// Standard input (--password-stdin), else the file named by EDUPRO_PASSWORD_FILE, else a prompt
/// without echo when standard input is a terminal. A pipe or file holds one password a line.
class PasswordSource {
public:
    explicit PasswordSource(const Arguments& arguments);

    /// A pipe or a file was named: nobody has to be asked.
    bool isGiven() const { return m_kind == Kind::Input || m_kind == Kind::File; }
    /// The next password, as the key derivation takes it. `prompt`: "Password of admin". Errors:
    /// Validation `password.none` (no source, or no further line), `password.long` (over 1000
    /// bytes), Io `password.file`.
    Result<security::SecretBytes> next(const QString& prompt);
    /// A password that is being chosen: a prompt asks for it twice. Validation `password.differs`.
    Result<security::SecretBytes> chosen(const QString& prompt);

    /// The next line as a recovery code. Errors besides: Validation `key.code`.
    Result<security::RecoveryCode> recoveryCode();

private:
    enum class Kind { None, Input, File, Prompt };
    Result<security::SecretBytes> nextLine();

    Kind m_kind = Kind::None;
    QString m_file;
    int m_line = 0; ///< lines of the file that were used
};

} // namespace edupro::cli
