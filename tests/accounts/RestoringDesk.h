// SPDX-License-Identifier: GPL-3.0-or-later
// A desk at which an encrypted school is backed up and restored.
#pragma once

#include "core/accounts/KeyActions.h"
#include "core/accounts/Restoring.h"
#include "core/storage/backup/BackupFolder.h"
#include "core/storage/backup/Contents.h"
#include "tests/support/FileBytes.h"
#include "tests/support/ProtectedSchool.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace edupro::tests {

using namespace accounts;
using security::keyFileOf;
using security::Role;
using security::Roles;
using security::SecretBytes;
using storage::PeopleOf;
using storage::Restored;

inline constexpr Instant hour = 60LL * 60 * 1000;

inline SecretBytes secret(const QString& text)
{
    return SecretBytes::ofPassword(text);
}

/// An encrypted school with Dewi, its administrator, at a desk.
struct RestoringDesk {
    RestoringDesk() { QStandardPaths::setTestModeEnabled(true); }

    Opened enter(const QString& login = "dewi", const QString& password = goodPassword) const
    {
        return enterAt(school.path, login, password);
    }
    Opened enterAt(const QString& path, const QString& login, const QString& password) const
    {
        auto opened = accounts::signIn(path, login, secret(password), computer.computer);
        if (!opened)
            FAIL(login.toStdString() << ": " << opened.error().key << " " << opened.error().detail);
        return std::move(opened).value();
    }
    std::string fateOf(const QString& login, const QString& password) const
    {
        auto opened = accounts::signIn(school.path, login, secret(password), computer.computer);
        if (!opened) return opened.error().key;
        REQUIRE(signOut(*opened).has_value());
        return "enters";
    }
    /// Adds a person, whose password is then passwordOf().
    void add(const QString& login, Roles roles) const
    {
        Opened desk = enter();
        auto invited = addUser(
            *desk.store, {.login = login, .name = "Orang", .roles = roles}, computer.computer.cost);
        if (!invited) FAIL(invited.error().detail);
        REQUIRE(signOut(desk).has_value());
        desk.store.reset();
        Opened own = enter(login, invited->password);
        const Done chosen = changeOwnPassword(
            *own.store,
            secret(invited->password),
            secret(passwordOf(login)),
            computer.computer.cost);
        if (!chosen) FAIL(chosen.error().detail);
        REQUIRE(signOut(own).has_value());
    }
    static QString passwordOf(const QString& login)
    {
        return QStringLiteral("kuda-laut-%1").arg(qHash(login) % 90'000 + 10'000);
    }

    QString backUp() const
    {
        Opened desk = enter();
        const auto made =
            storage::createBackup(*desk.store, {.folder = computer.folder.filePath("backups")});
        if (!made) FAIL(made.error().key << ": " << made.error().detail);
        REQUIRE(signOut(desk).has_value());
        return made->path;
    }
    void change(const std::function<Done(Opened&)>& work) const
    {
        Opened desk = enter();
        if (Done worked = work(desk); !worked) FAIL(worked.error().key << worked.error().detail);
        REQUIRE(signOut(desk).has_value());
    }
    void rotate() const
    {
        auto rotated = changeFileKey(enter(), secret(goodPassword), computer.computer);
        if (!rotated) FAIL(rotated.error().detail);
    }
    User user(Opened& desk, const QString& login) const
    {
        const auto found = userOf(*desk.store, login);
        if (!found) FAIL(login.toStdString() << ": " << found.error().detail);
        return *found;
    }
    /// Restores as somebody at the command line does; the passwords are asked for in this order.
    Result<Restored> restore(
        const QString& backup,
        const QString& login,
        const QStringList& passwords,
        const std::function<void(storage::RestoreOptions&)>& adjust = {});
    Restored mustRestore(
        const QString& backup,
        const QStringList& passwords = {goodPassword},
        const std::function<void(storage::RestoreOptions&)>& adjust = {})
    {
        const auto restored = restore(backup, "dewi", passwords, adjust);
        if (!restored) FAIL(restored.error().key << ": " << restored.error().detail);
        return *restored;
    }
    void removeSchool(bool withKeys) const
    {
        REQUIRE(QFile::remove(school.path));
        if (!withKeys) return;
        REQUIRE(QFile::remove(keyFileOf(school.path)));
        QFile::remove(keyFileOf(school.path) + ".old");
    }
    QByteArray bytes() const { return bytesOf(school.path); }

    TestComputer computer;
    ProtectedSchool school{computer};
    Instant before = hour; ///< passes before each restore
    QString code;          ///< given with each restore; empty: none
    Restorer::OpenedBy openedBy = Restorer::OpenedBy::Nothing;
    QStringList people;
};

} // namespace edupro::tests
