// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accounts/RestoringDesk.h"

namespace edupro::tests {

Result<Restored> RestoringDesk::restore(
    const QString& backup,
    const QString& login,
    const QStringList& passwords,
    const std::function<void(storage::RestoreOptions&)>& adjust)
{
    qsizetype next = 0;
    const auto ask = [&](const QString&) -> Result<SecretBytes> {
        if (next < passwords.size()) return secret(passwords[next++]);
        return Error{.code = ErrorCode::Validation, .key = "password.none", .detail = ""};
    };
    computer.pass(before);
    std::optional<security::RecoveryCode> typed;
    if (!code.isEmpty()) {
        auto parsed = security::RecoveryCode::parse(code);
        REQUIRE(parsed.has_value());
        typed = std::move(parsed).value();
    }
    Restorer restorer(school.path, login, ask, computer.computer, std::move(typed));
    {
        auto current = restorer.signIn();
        if (!current) return current.error();
        if (*current) REQUIRE(signOut(**current).has_value());
    }
    storage::RestoreOptions options = restorer.options();
    if (adjust) adjust(options);
    auto restored = storage::restoreBackup(backup, school.path, options);
    openedBy = restorer.openedBy();
    people.clear();
    for (const User& user : restorer.peopleOfBackup())
        people.append(user.login + ' ' + user.roles);
    return restored;
}

} // namespace edupro::tests
