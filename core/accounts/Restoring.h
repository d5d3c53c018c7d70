// SPDX-License-Identifier: GPL-3.0-or-later
// Who restores a school file from a backup, with which passwords, and what becomes of its people.
#pragma once

#include "core/accounts/SignIn.h"
#include "core/storage/backup/Restore.h"

#include <optional>

namespace edupro::accounts {

/// Asks somebody for a password; `what`: "Password of dewi". Errors: `password.none`, Cancelled.
using AskPassword = std::function<Result<security::SecretBytes>(const QString& what)>;

/// One person who restores: may do it as administrator of the file that is replaced or, where that
/// cannot be opened, of the backup. What proves the person is a session of that file, or passwords:
/// today's, and the one of the backup's day for a backup made under an older file key. A backup of
/// today's file key does not open with a password that is valid no more. Passwords are tried at the
/// pace of sign-ins (Permission `key.wait`).
/// What it hands out refers to it: it outlives the restore. One thread at a time.
class Restorer {
public:
    /// Which key opened the backup last.
    enum class OpenedBy {
        Nothing, ///< it is plain, or was not opened
        Today,   ///< the school has the same file key now
        ItsDay,  ///< another file key: passwords and recovery code of the backup's day
    };

    /// `code`: the recovery code of today or of the backup's day. Where it is today's, nobody is
    /// asked for a password; where it is the backup's and the file that is replaced can be opened,
    /// today's password is.
    Restorer(
        QString school,
        QString login,
        AskPassword ask,
        Computer computer,
        std::optional<security::RecoveryCode> code = {});

    /// Signs in to the file that is to be replaced. None when there is none or it cannot be opened,
    /// the usual reason to restore: the right is then a matter of the backup. Sign out and close it
    /// before restoring. Errors: those of the sign-in; Permission `access.denied`.
    Result<std::optional<Opened>> signIn();
    /// For whoever has that file open. Permission `access.denied`, `session.expired`.
    Done use(storage::Store& store);

    /// Opens key files in backups. Errors besides those of KeyFile::unlock(): Permission
    /// `backup.key` when none of the passwords is one of the backup's day.
    storage::KeySource keys();
    /// With the keys, the person and the right; erasures and what else is wished for is up to the
    /// caller.
    storage::RestoreOptions options();

    OpenedBy openedBy() const { return m_openedBy; }
    /// After a restore: the people of the backup who could sign in on its day.
    const std::vector<User>& peopleOfBackup() const { return m_peopleOfBackup; }

private:
    Result<const security::SecretBytes*> password();
    Result<std::optional<Opened>> openUnlocked();
    Result<security::Unlocked> unlockOfItsDay(const security::KeyFile& file);
    void takeToday(security::UnlockedFile unlocked);
    bool unlockTodayByCode();
    Done unlockToday();
    Result<storage::SchoolFile::Keys> keysFor(const QByteArray& keyFile);
    Result<QString> permit(storage::Connection* replaced, storage::Connection& restored);
    Done checkPerson(storage::Connection& database);
    Done checkHash(storage::Connection& database, const User& user);

    QString m_school;
    QString m_login;
    AskPassword m_ask;
    std::optional<security::RecoveryCode> m_code;
    Computer m_computer;
    std::optional<security::SecretBytes> m_password;
    storage::SchoolFile::Keys m_today; ///< of the school as it is; null: plain, or not opened
    std::shared_ptr<security::KeyFile> m_keyFile; ///< that gave them
    storage::SchoolFile::Keys m_ofItsDay; ///< of a backup that was opened with the keys of its day
    bool m_triedToday = false;
    Done m_waiting = done(); ///< `key.wait` of the attempt at today's key file
    QUuid m_user; ///< whom a key or a session has proven; null: a password of a plain file will
    OpenedBy m_openedBy = OpenedBy::Nothing;
    std::vector<User> m_peopleOfBackup;
};

/// For a program that knows the person by a session of the school and has all keys: `user` has to
/// be an administrator of the file that is replaced, or of the backup where that cannot be opened.
/// Null: only files without people may be restored, by `actor`.
storage::PeopleHooks hooksOf(const QUuid& user, const QString& actor);

/// Writes the people of `today` over those of `restored`: names, roles, who is disabled and, of
/// plain files, the hashes of passwords; whom today's file does not know is disabled. False when it
/// has no people. For storage::PeopleHooks::keep.
Result<bool> keepTodaysPeople(storage::Connection& today, storage::Connection& restored);

/// All rows of people of a file, whether or not its version knows any.
Result<std::vector<User>> peopleIn(storage::Connection& connection);

} // namespace edupro::accounts
