// SPDX-License-Identifier: GPL-3.0-or-later
// The one password of a command that opens a school and a backup of it, which may have key files of
// different days.
#pragma once

#include "app/cli/SignedStore.h"
#include "core/storage/backup/Backup.h"

#include <optional>

namespace edupro::cli {

/// Asks for the password at most once.
class BackupKeys {
public:
    explicit BackupKeys(const Arguments& arguments);

    /// A pipe or a file holds the password: nobody has to be asked.
    bool isGiven() const { return m_passwords.isGiven(); }
    /// Opens a key file with the password; where that is not its password, the keys of the opened
    /// school are tried. Valid while this lives.
    storage::KeySource source();
    /// The school, opened by whoever may restore it; none when there is none or it cannot be
    /// opened, which is the usual reason to restore. Errors: `store.in_use`, those of the sign-in,
    /// Permission `access.denied`.
    Result<std::optional<SignedStore>> openSchool(const QString& path);
    /// Of the school that was opened; null: plain, or none.
    const storage::SchoolFile::Keys& ofSchool() const { return m_school; }
    /// Who acts, for the audit.
    const QString& person() const { return m_person; }

private:
    Result<const security::SecretBytes*> password();
    Result<storage::SchoolFile::Keys> unlock(const QByteArray& keyFile);

    PasswordSource m_passwords;
    QString m_login;
    std::optional<security::SecretBytes> m_password;
    storage::SchoolFile::Keys m_school;
    QString m_person;
};

} // namespace edupro::cli
