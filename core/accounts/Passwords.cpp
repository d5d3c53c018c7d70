// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/Passwords.h"

#include "core/security/Crockford.h"

namespace edupro::accounts {

using namespace security;
using storage::Store;

namespace {

Error wrong()
{
    return {
        .code = ErrorCode::Permission, .key = "key.wrong", .detail = "login or password is wrong"};
}

} // namespace

SlotOwner slotOwner(const User& user)
{
    return {
        .user = user.id.value,
        .login = user.login,
        .readsSealed = may(rolesOf(user), Action::Read, Object::Sealed)};
}

Done saveHash(
    storage::Connection& connection,
    const User& user,
    const SecretBytes& password,
    const ScryptCost& cost,
    std::optional<Instant> validUntil)
{
    const Result<QString> hash = hashPassword(password, cost);
    if (!hash) return hash.error();
    const Result<qint64> ran = connection.run(
        QStringLiteral("INSERT INTO passwords (user_id, hash, valid_until) VALUES (?, ?, ?) ON "
                       "CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, valid_until = "
                       "excluded.valid_until"),
        {QVariant::fromValue(user.id.value),
         *hash,
         validUntil ? QVariant(static_cast<qlonglong>(*validUntil)) : QVariant()});
    return ran ? done() : Done(ran.error());
}

Done changeKeyFile(Store& store, const std::function<Done(KeyFile&)>& change)
{
    const QString path = keyFileOf(store.path());
    const SecretBytes& key = store.keys()->file;
    KeyFile changed = *store.keyFile();
    // The file on the disk may know more (erasures, anchors); a new school has none yet.
    Result<KeyFile> stored = KeyFile::load(path);
    if (!stored && (stored.error().key != "key.missing" || changed.generation() > 0))
        return stored.error();
    if (stored) {
        if (!stored->isAuthentic(key)) {
            return Error{
                .code = ErrorCode::Corrupt,
                .key = "key.damaged",
                .detail =
                    path.toStdString() + ": was changed by somebody without the school's key"};
        }
        changed = std::move(stored).value();
    }
    if (Done made = change(changed); !made) return made;
    if (Done saved = changed.save(path, key); !saved) return saved;
    *store.keyFile() = std::move(changed);
    return done();
}

Done setPassword(
    Store& store, const User& user, const SecretBytes& password, const ScryptCost& cost)
{
    if (!store.keyFile()) return saveHash(store.connection(), user, password, cost, {});
    return changeKeyFile(store, [&](KeyFile& file) {
        return file.setPassword(slotOwner(user), password, *store.keys(), cost);
    });
}

Result<QString> setOneTimePassword(Store& store, const User& user, const ScryptCost& cost)
{
    if (store.keyFile()) {
        QString invited;
        const Done changed = changeKeyFile(store, [&](KeyFile& file) -> Done {
            auto made = file.invite(slotOwner(user), *store.keys(), cost, store.now());
            if (!made) return made.error();
            invited = std::move(made).value();
            return done();
        });
        if (changed) return invited;
        wipe(invited);
        return changed.error();
    }
    QString password = randomOneTimePassword();
    const Done saved = saveHash(
        store.connection(),
        user,
        SecretBytes::ofPassword(password),
        cost,
        store.now() + inviteLasts);
    if (saved) return password;
    wipe(password);
    return saved.error();
}

Done removePassword(Store& store, const User& user)
{
    if (store.keyFile()) {
        return changeKeyFile(store, [&](KeyFile& file) {
            file.removeLogin(user.login);
            return done();
        });
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
