// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/KeyActions.h"

#include "core/accounts/Passwords.h"
#include "core/security/Crockford.h"
#include "core/storage/changes/ChangeContext.h"
#include "core/storage/Conversion.h"
#include "core/storage/Resealing.h"

namespace edupro::accounts {

using namespace security;
using storage::Connection;
using storage::Conversion;
using storage::SealedCells;
using storage::Store;

namespace {

/// What is read from the school before it is closed.
struct Plan {
    QString path;
    storage::SchoolFile::Keys from;
    KeyFile keyFile{QUuid()}; ///< of an encrypted school
    User administrator;
    std::vector<User> others; ///< who may sign in, besides
};

Error error(ErrorCode code, const char* key, const char* detail)
{
    return {.code = code, .key = key, .detail = detail};
}

Result<Plan> planOf(Opened& opened, const SecretBytes& password, const char* why)
{
    Store& store = *opened.store;
    if (Done may = store.require(Action::Update, Object::FileKey); !may) return may.error();
    const auto users = store.list<User>();
    if (!users) return users.error();
    Plan plan{.path = store.path(), .from = store.keys()};
    if (store.keyFile()) plan.keyFile = *store.keyFile();
    for (const User& user : *users) {
        const bool isOwn = opened.person && opened.person->account().id == user.id;
        if (isOwn)
            plan.administrator = user;
        else if (!user.disabled)
            plan.others.push_back(user);
    }
    if (opened.person) {
        const Done right = checkPassword(store, plan.administrator, password);
        if (!right) return right.error();
    }
    const storage::AuditNote note{
        .action = storage::AuditAction::ChangeKeys, .reason = QString::fromLatin1(why)};
    if (Done noted = store.note(note); !noted) return noted.error();
    return plan;
}

Done close(Opened& opened)
{
    const Done ended = signOut(opened);
    opened.store.reset();
    return ended;
}

/// Slots for everybody under `keys`, in place of all that there were.
Result<NewPasswords>
giveSlots(Plan& plan, const SchoolKeys& keys, const SecretBytes& password, const Computer& computer)
{
    NewPasswords passwords;
    plan.keyFile.dropSlots();
    const User& administrator = plan.administrator;
    if (Done set =
            plan.keyFile.setPassword(slotOwner(administrator), password, keys, computer.cost);
        !set)
        return set.error();
    for (const User& user : plan.others) {
        auto oneTime =
            plan.keyFile.invite(slotOwner(user), keys, computer.cost, computer.store.clock());
        if (!oneTime) return oneTime.error();
        passwords.invitations.push_back({.user = user, .password = std::move(oneTime).value()});
    }
    auto code = plan.keyFile.renewRecoveryCode(administrator.id.value, keys, computer.cost);
    if (!code) return code.error();
    passwords.recoveryCode = std::move(code).value();
    return passwords;
}

/// The slots become hashes in the file that is to be plain.
Done giveHashes(
    Connection& copy,
    const Plan& plan,
    const SecretBytes& password,
    const Computer& computer,
    NewPasswords& passwords)
{
    if (Done empty = copy.execute(QStringLiteral("DELETE FROM passwords")); !empty) return empty;
    if (Done set = saveHash(copy, plan.administrator, password, computer.cost, {}); !set)
        return set;
    const Instant until = computer.store.clock() + inviteLasts;
    for (const User& user : plan.others) {
        QString oneTime = randomOneTimePassword();
        const SecretBytes typed = SecretBytes::ofPassword(oneTime);
        if (Done set = saveHash(copy, user, typed, computer.cost, until); !set) return set;
        const storage::InMode quietly(*copy.changes(), storage::ChangeMode::Remote);
        const auto marked = copy.run(
            QStringLiteral("UPDATE users SET must_change_password = TRUE WHERE id = ?"),
            {QVariant::fromValue(user.id.value)});
        if (!marked) return marked.error();
        passwords.invitations.push_back({.user = user, .password = oneTime});
    }
    return done();
}

std::function<Done(const QString&)> savedBy(KeyFile& file, const SchoolKeys& keys)
{
    return [&file, &keys](const QString& path) {
        return file.save(path, keys.file);
    };
}

} // namespace

Result<NewPasswords> changeFileKey(
    Opened opened, const SecretBytes& password, const Computer& computer, const Progress& progress)
{
    if (!opened.store->keys())
        return error(ErrorCode::NotFound, "key.plain", "the file is not encrypted");
    auto plan = planOf(opened, password, "new file key");
    if (!plan) return plan.error();
    if (Done closed = close(opened); !closed) return closed.error();
    auto keys = std::make_shared<SchoolKeys>(plan->from->copy());
    keys->file = SecretBytes::random(keySize);
    auto passwords = giveSlots(*plan, *keys, password, computer);
    if (!passwords) return passwords;
    const Conversion conversion{
        .from = plan->from, .to = keys, .writeKeys = savedBy(plan->keyFile, *keys)};
    const Done converted = storage::convertSchool(plan->path, conversion, progress);
    if (!converted) return converted.error();
    return passwords;
}

Result<NewPasswords> encryptSchool(
    Opened opened,
    const FirstAdministrator& administrator,
    const SecretBytes& password,
    const Computer& computer,
    const Progress& progress)
{
    if (opened.store->keys())
        return error(ErrorCode::Conflict, "key.encrypted", "the file is encrypted already");
    auto plan = planOf(opened, password, "encrypted");
    if (!plan) return plan.error();
    if (!opened.person) {
        const NewUser first{
            .login = administrator.login, .name = administrator.name, .roles = Role::Admin};
        auto added = addFirstAdministrator(*opened.store, first, password, computer.cost);
        if (!added) return added.error();
        plan->administrator = *added;
    }
    if (Done closed = close(opened); !closed) return closed.error();
    auto keys = std::make_shared<const SchoolKeys>(SchoolKeys::random());
    plan->keyFile = KeyFile(QUuid::createUuid());
    auto passwords = giveSlots(*plan, *keys, password, computer);
    if (!passwords) return passwords;
    Conversion conversion{.to = keys, .writeKeys = savedBy(plan->keyFile, *keys)};
    conversion.adapt = [&](Connection& copy) {
        const auto resealed =
            storage::resealCells(copy, computer.store.entities, SealedCells(), SealedCells(keys));
        if (!resealed) return Done(resealed.error());
        return copy.execute(QStringLiteral("DELETE FROM passwords"));
    };
    const Done converted = storage::convertSchool(plan->path, conversion, progress);
    if (!converted) return converted.error();
    return passwords;
}

Result<NewPasswords> decryptSchool(
    Opened opened, const SecretBytes& password, const Computer& computer, const Progress& progress)
{
    if (!opened.store->keys())
        return error(ErrorCode::NotFound, "key.plain", "the file is not encrypted");
    auto plan = planOf(opened, password, "made plain");
    if (!plan) return plan.error();
    if (Done closed = close(opened); !closed) return closed.error();
    NewPasswords passwords;
    Conversion conversion{.from = plan->from};
    conversion.adapt = [&](Connection& copy) {
        const auto resealed = storage::resealCells(
            copy, computer.store.entities, SealedCells(plan->from), SealedCells());
        if (!resealed) return Done(resealed.error());
        return giveHashes(copy, *plan, password, computer, passwords);
    };
    const Done converted = storage::convertSchool(plan->path, conversion, progress);
    if (!converted) return converted.error();
    return passwords;
}

} // namespace edupro::accounts
