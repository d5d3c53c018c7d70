// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/UserActions.h"

#include "core/accounts/Passwords.h"
#include "core/accounts/SignedIn.h"
#include "core/school/SchoolActions.h"

#include <algorithm>

namespace edupro::accounts {

using namespace security;
using storage::Store;
using storage::Transaction;

namespace {

User recordOf(const NewUser& wanted)
{
    return {
        .login = wanted.login.trimmed().toLower(),
        .name = wanted.name.simplified(),
        .roles = textOf(wanted.roles)};
}

PasswordOwner ownerOf(Store& store, const QString& login)
{
    const AsProgram program(store);
    const auto school = school::theSchool(store);
    return {.login = login, .school = school ? school->name : QString()};
}

bool administers(const User& user)
{
    return !user.disabled && edupro::rolesOf(user).testFlag(Role::Admin);
}

/// Somebody else is left who can administer.
Done checkAdminRemains(Store& store, const User& without)
{
    const auto users = store.list<User>();
    if (!users) return users.error();
    const bool remains = std::any_of(users->begin(), users->end(), [&](const User& user) {
        return user.id != without.id && administers(user);
    });
    if (remains) return done();
    return Error{
        .code = ErrorCode::Constraint,
        .key = "user.last_admin",
        .detail = "the school needs an administrator; give another person that role first"};
}

/// The account as it stands; NotFound when it went meanwhile.
Result<User> current(Store& store, const UserId& id)
{
    auto found = store.find<User>(id);
    if (!found) return found.error();
    if (found->has_value()) return (*found)->record;
    return Error{
        .code = ErrorCode::NotFound, .key = "user.unknown", .detail = "there is no such user"};
}

Done endSessions(Store& store, const User& user)
{
    auto sessions =
        store.list<UserSession>(QStringLiteral("user_id"), QVariant::fromValue(user.id.value));
    if (!sessions) return sessions.error();
    for (UserSession& session : *sessions) {
        if (session.endedAt) continue;
        session.endedAt = store.now();
        session.endedBy = QStringLiteral("revoked");
        if (auto saved = store.save(session); !saved) return saved.error();
    }
    return done();
}

/// Saves the account and does `work` on its password, both or neither.
template<class R>
Result<R> saveWith(Store& store, User& user, const std::function<Result<R>()>& work)
{
    auto transaction = Transaction::begin(store);
    if (!transaction) return transaction.error();
    if (auto saved = store.save(user); !saved) return saved.error();
    Result<R> result = work();
    if (!result) return result;
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return result;
}

/// Of the person who is signed in.
Result<User> ownAccount(Store& store)
{
    if (!dynamic_cast<SignedIn*>(store.access())) {
        return Error{
            .code = ErrorCode::Permission,
            .key = "session.none",
            .detail = "nobody is signed in; a plain file without users has no passwords"};
    }
    const AsProgram program(store);
    return current(store, UserId{store.access()->user()});
}

Done chooseOwnPassword(Store& store, User user, const SecretBytes& fresh, const ScryptCost& cost)
{
    if (Done good = checkNewPassword(ownerOf(store, user.login), fresh); !good) return good;
    const AsProgram program(store);
    user.mustChangePassword = false;
    const Result<Unit> saved =
        saveWith<Unit>(store, user, [&] { return setPassword(store, user, fresh, cost); });
    if (!saved) return saved;
    return store.note(
        {.action = storage::AuditAction::ChangePassword,
         .table = QStringLiteral("users"),
         .row = user.id.value});
}

} // namespace

Result<User> addFirstAdministrator(
    Store& store, const NewUser& wanted, const SecretBytes& password, const ScryptCost& cost)
{
    if (Done good = checkNewPassword(ownerOf(store, wanted.login), password); !good)
        return good.error();
    const Result<qint64> people = store.count(entityInfo<User>());
    if (!people) return people.error();
    if (*people > 0) {
        return Error{
            .code = ErrorCode::Conflict,
            .key = "user.exists",
            .detail = "the school has an administrator already"};
    }
    User user = recordOf(wanted);
    const Result<Unit> saved =
        saveWith<Unit>(store, user, [&] { return setPassword(store, user, password, cost); });
    if (!saved) return saved.error();
    return user;
}

Result<Invitation> addUser(Store& store, const NewUser& wanted, const ScryptCost& cost)
{
    User user = recordOf(wanted);
    user.mustChangePassword = true;
    Result<QString> password =
        saveWith<QString>(store, user, [&] { return setOneTimePassword(store, user, cost); });
    if (!password) return password.error();
    return Invitation{.user = user, .password = *password};
}

Result<std::vector<User>> listUsers(Store& store)
{
    auto users = store.list<User>();
    if (!users) return users.error();
    std::sort(users->begin(), users->end(), [](const User& a, const User& b) {
        return a.login < b.login;
    });
    return users;
}

Result<User> userOf(Store& store, const QString& login)
{
    auto users = store.list<User>(QStringLiteral("login"), login.trimmed().toLower());
    if (!users) return users.error();
    if (!users->empty()) return users->front();
    return Error{
        .code = ErrorCode::NotFound, .key = "user.unknown", .detail = "there is no such user"};
}

Result<QString> changeRoles(Store& store, const User& user, Roles roles, const ScryptCost& cost)
{
    auto changed = current(store, user.id);
    if (!changed) return changed.error();
    const bool sealedBefore = may(edupro::rolesOf(*changed), Action::Read, Object::Sealed);
    const bool newSlot = store.keyFile() && !changed->disabled &&
                         sealedBefore != may(roles, Action::Read, Object::Sealed);
    if (administers(*changed) && !roles.testFlag(Role::Admin)) {
        if (Done remains = checkAdminRemains(store, *changed); !remains) return remains.error();
    }
    changed->roles = textOf(roles);
    if (newSlot) changed->mustChangePassword = true;
    return saveWith<QString>(store, *changed, [&]() -> Result<QString> {
        if (Done ended = endSessions(store, *changed); !ended) return ended.error();
        if (!newSlot) return QString();
        return setOneTimePassword(store, *changed, cost);
    });
}

Done disableUser(Store& store, const User& user)
{
    auto changed = current(store, user.id);
    if (!changed) return changed.error();
    if (administers(*changed)) {
        if (Done remains = checkAdminRemains(store, *changed); !remains) return remains;
    }
    changed->disabled = true;
    return saveWith<Unit>(store, *changed, [&]() -> Done {
        if (Done ended = endSessions(store, *changed); !ended) return ended;
        return removePassword(store, *changed);
    });
}

Result<Invitation> resetPassword(Store& store, const User& user, const ScryptCost& cost)
{
    auto changed = current(store, user.id);
    if (!changed) return changed.error();
    changed->disabled = false;
    changed->mustChangePassword = true;
    Result<QString> password = saveWith<QString>(store, *changed, [&]() -> Result<QString> {
        if (Done ended = endSessions(store, *changed); !ended) return ended.error();
        return setOneTimePassword(store, *changed, cost);
    });
    if (!password) return password.error();
    return Invitation{.user = *changed, .password = *password};
}

Done changeOwnPassword(
    Store& store, const SecretBytes& old, const SecretBytes& fresh, const ScryptCost& cost)
{
    const auto user = ownAccount(store);
    if (!user) return user.error();
    if (Done right = checkPassword(store, *user, old); !right) return right;
    return chooseOwnPassword(store, *user, fresh, cost);
}

Done recoverPassword(Store& store, const SecretBytes& fresh, const ScryptCost& cost)
{
    const auto user = ownAccount(store);
    if (!user) return user.error();
    auto* person = dynamic_cast<SignedIn*>(store.access());
    if (!person->isRecovering()) {
        return Error{
            .code = ErrorCode::Permission,
            .key = "access.denied",
            .detail = "not allowed: only after a sign-in with the recovery code"};
    }
    if (Done chosen = chooseOwnPassword(store, *user, fresh, cost); !chosen) return chosen;
    person->endRecovery();
    return done();
}

Result<RecoveryCode> renewRecoveryCode(Store& store, const ScryptCost& cost)
{
    if (Done may = store.require(Action::Update, Object::FileKey); !may) return may.error();
    if (!store.keyFile()) {
        return Error{
            .code = ErrorCode::NotFound,
            .key = "key.plain",
            .detail = "the file is not encrypted: it has no recovery code"};
    }
    const QUuid user = store.access() ? store.access()->user() : QUuid();
    std::optional<RecoveryCode> code;
    const Done changed = changeKeyFile(store, [&](KeyFile& file) -> Done {
        auto made = file.renewRecoveryCode(user, *store.keys(), cost);
        if (!made) return made.error();
        code = std::move(made).value();
        return done();
    });
    if (!changed) return changed.error();
    return std::move(*code);
}

Result<std::vector<UserSession>> listOpenSessions(Store& store)
{
    auto sessions = store.list<UserSession>();
    if (!sessions) return sessions;
    std::erase_if(*sessions, [](const UserSession& session) { return session.endedAt; });
    std::sort(sessions->begin(), sessions->end(), [](const auto& a, const auto& b) {
        return a.startedAt > b.startedAt;
    });
    return sessions;
}

Done revokeSession(Store& store, const UserSessionId& id)
{
    auto found = store.find<UserSession>(id);
    if (!found) return found.error();
    if (!found->has_value() || (*found)->record.endedAt) {
        return Error{
            .code = ErrorCode::NotFound,
            .key = "session.none",
            .detail = "there is no such session that still lives"};
    }
    UserSession session = (*found)->record;
    session.endedAt = store.now();
    session.endedBy = QStringLiteral("revoked");
    if (auto saved = store.save(session); !saved) return saved.error();
    return done();
}

} // namespace edupro::accounts
