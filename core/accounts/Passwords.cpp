// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/Passwords.h"

#include "core/security/Crockford.h"

namespace edupro::accounts {

using namespace security;
using storage::Store;

namespace {

SlotOwner ownerOf(const User& user)
{
    return {
        .user = user.id.value,
        .login = user.login,
        .readsSealed = may(rolesOf(user), Action::Read, Object::Sealed)};
}

/// Writes the key file; what was changed in it is taken back when that fails.
Done saveKeyFile(Store& store, const KeyFile& before)
{
    Done saved = store.keyFile()->save(keyFileOf(store.path()), store.keys()->file);
    if (!saved) *store.keyFile() = before;
    return saved;
}

Done saveHash(
    Store& store,
    const User& user,
    const SecretBytes& password,
    const ScryptCost& cost,
    const QVariant& validUntil)
{
    const Result<QString> hash = hashPassword(password, cost);
    if (!hash) return hash.error();
    const Result<qint64> ran = store.connection().run(
        QStringLiteral("INSERT INTO passwords (user_id, hash, valid_until) VALUES (?, ?, ?) ON "
                       "CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, valid_until = "
                       "excluded.valid_until"),
        {QVariant::fromValue(user.id.value), *hash, validUntil});
    return ran ? done() : Done(ran.error());
}

Error wrong()
{
    return {
        .code = ErrorCode::Permission, .key = "key.wrong", .detail = "login or password is wrong"};
}

} // namespace

Done setPassword(
    Store& store, const User& user, const SecretBytes& password, const ScryptCost& cost)
{
    KeyFile* file = store.keyFile();
    if (!file) return saveHash(store, user, password, cost, {});
    const KeyFile before = *file;
    if (Done set = file->setPassword(ownerOf(user), password, *store.keys(), cost); !set)
        return set;
    return saveKeyFile(store, before);
}

Result<QString> setOneTimePassword(Store& store, const User& user, const ScryptCost& cost)
{
    if (KeyFile* file = store.keyFile()) {
        const KeyFile before = *file;
        Result<QString> invited = file->invite(ownerOf(user), *store.keys(), cost, store.now());
        if (!invited) return invited;
        if (Done saved = saveKeyFile(store, before); !saved) return saved.error();
        return invited;
    }
    QString password = randomOneTimePassword();
    const Done saved = saveHash(
        store,
        user,
        SecretBytes::ofPassword(password),
        cost,
        static_cast<qlonglong>(store.now() + inviteLasts));
    if (saved) return password;
    wipe(password);
    return saved.error();
}

Done removePassword(Store& store, const User& user)
{
    if (KeyFile* file = store.keyFile()) {
        const KeyFile before = *file;
        if (!file->removeLogin(user.login)) return done();
        return saveKeyFile(store, before);
    }
    const Result<qint64> ran = store.connection().run(
        QStringLiteral("DELETE FROM passwords WHERE user_id = ?"),
        {QVariant::fromValue(user.id.value)});
    return ran ? done() : Done(ran.error());
}

Done checkNewPassword(const PasswordOwner& owner, const SecretBytes& password)
{
    QString text = QString::fromUtf8(
        reinterpret_cast<const char*>(password.data()), static_cast<qsizetype>(password.size()));
    const std::vector<Issue> issues = passwordIssues(text, owner);
    wipe(text);
    if (issues.empty()) return done();
    return Error{
        .code = ErrorCode::Validation,
        .key = "password.weak",
        .detail = "the new password is too easy to guess",
        .issues = issues};
}

Done checkPassword(Store& store, const User& user, const SecretBytes& password)
{
    if (const KeyFile* file = store.keyFile()) {
        const Result<Unlocked> unlocked = file->unlock(user.login, password, store.now());
        if (!unlocked) return unlocked.error();
        return unlocked->user == user.id.value ? done() : Done(wrong());
    }
    QString hash;
    Instant validUntil = 0;
    const Done read = store.connection().read(
        QStringLiteral("SELECT hash, valid_until FROM passwords WHERE user_id = ?"),
        {QVariant::fromValue(user.id.value)},
        [&](const auto& row) {
            hash = row.value(0).toString();
            validUntil = row.value(1).toLongLong();
            return false;
        });
    if (!read) return read;
    if (hash.isEmpty()) {
        if (Done spent = spendTimeOfPassword(password, {}); !spent) return spent;
        return wrong();
    }
    const Result<bool> right = isPassword(password, hash);
    if (!right) return right.error();
    if (!*right) return wrong();
    if (validUntil == 0 || store.now() <= validUntil) return done();
    return Error{
        .code = ErrorCode::Permission,
        .key = "key.expired",
        .detail = "the one-time password was valid for seven days"};
}

} // namespace edupro::accounts
