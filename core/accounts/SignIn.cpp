// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/SignIn.h"

#include "core/accounts/FailedSignIns.h"
#include "core/accounts/KeyMending.h"
#include "core/accounts/Passwords.h"
#include "core/security/Attempt.h"
#include "core/storage/audit/AuditTrail.h"

#include <QFile>

namespace edupro::accounts {

using namespace security;
using storage::AuditAction;
using storage::AuditNote;
using storage::Store;

namespace {

Error wrong()
{
    return {
        .code = ErrorCode::Permission, .key = "key.wrong", .detail = "login or password is wrong"};
}

Error needed(const QString& path)
{
    return {
        .code = ErrorCode::Permission,
        .key = "key.needed",
        .detail = path.toStdString() + ": somebody has to sign in"};
}

/// The failures of everybody else at the school; null without a throttle.
std::shared_ptr<const FailedSignIns> failuresOfOthers(Store& store, const Attempt& attempt)
{
    if (!attempt.throttle()) return nullptr;
    return std::make_shared<const FailedSignIns>(store, attempt.throttle(), attempt.school());
}

/// Who signs in, how, when, and how often it was tried before.
struct Entry {
    User user;
    AuditAction how = AuditAction::SignIn;
    Instant at = 0;
    Failures before{};
    std::shared_ptr<const FailedSignIns> others{};
    bool keysMended = false; ///< by mendKeyFile()
};

Done noteEntry(Store& store, const Entry& entry)
{
    if (entry.others) {
        if (Done noted = entry.others->note(store); !noted) return noted;
    }
    if (entry.before.count > 0) {
        if (Done noted = noteFailures(store, entry.user.id.value, entry.before); !noted)
            return noted;
    }
    return store.note(
        {.action = entry.how,
         .table = QStringLiteral("users"),
         .row = entry.user.id.value,
         .at = entry.at});
}

/// What a crash left open on this computer: only one program has the file.
Done endLostSessions(Store& store, const QString& computer)
{
    auto sessions = store.list<UserSession>(QStringLiteral("computer"), computer);
    if (!sessions) return sessions.error();
    for (UserSession& session : *sessions) {
        if (session.endedAt) continue;
        session.endedAt = store.now();
        session.endedBy = QStringLiteral("lost");
        if (auto saved = store.save(session); !saved) return saved.error();
    }
    return done();
}

/// What a sign-in writes, in the open transaction.
Done writeEntry(Store& store, UserSession session, Entry entry)
{
    const AsProgram program(store); // when it is written late, the store is the person's
    if (Done ended = endLostSessions(store, session.computer); !ended) return ended;
    if (auto saved = store.save(session); !saved) return saved.error();
    if (auto saved = store.save(entry.user); !saved) return saved.error();
    if (entry.keysMended) {
        const AuditNote mended{
            .action = AuditAction::ChangeKeys, .reason = QStringLiteral("older generation")};
        if (Done noted = store.note(mended); !noted) return noted;
    }
    return noteEntry(store, entry);
}

/// The row of a new session, with what else a sign-in writes: now, or once something can be
/// written.
Result<UserSessionId> beginSession(Store& store, const Entry& entry)
{
    const UserSession session{
        .id = UserSessionId{store.newId()},
        .user = entry.user.id,
        .computer = store.device(),
        .startedAt = entry.at};
    Done written = store.writeWhenPossible(
        [&store, session, entry] { return writeEntry(store, session, entry); });
    if (!written) return written.error();
    return session.id;
}

/// Makes an open, still unrestricted store that of a person.
Result<Opened> begin(std::unique_ptr<Store> store, const Entry& entry, const Computer& computer)
{
    store->actAs(entry.user.id.text());
    const Result<UserSessionId> session = beginSession(*store, entry);
    if (!session) return session.error();
    auto time = std::make_shared<Session>(computer.clocks, computer.idleMinutes);
    time->passwordEntered();
    auto person = SignedIn::admit(*store, entry.user, *session, [time] { return time->check(); });
    if (!person) return person.error();
    if (entry.how == AuditAction::Recover) (*person)->beginRecovery();
    const bool mayChoose = !store->whyReadOnly(); // or a new password could not be kept
    return Opened{
        .store = std::move(store),
        .person = *person,
        .session = std::move(time),
        .mustChangePassword = entry.user.mustChangePassword && mayChoose};
}

Result<Opened>
openUnlocked(const QString& path, UnlockedFile unlocked, const Computer& computer, Attempt& attempt)
{
    const SlotKind kind = unlocked.unlocked.kind;
    const UserId id{unlocked.unlocked.user};
    const bool isOlder = unlocked.isOlderGeneration;
    if (isOlder && isSuperseded(keyFileOf(path), unlocked.unlocked.keys.file)) return wrong();
    storage::StoreOptions options = computer.store;
    options.keys = std::make_shared<const SchoolKeys>(std::move(unlocked.unlocked.keys));
    options.keyFile = std::make_shared<KeyFile>(std::move(unlocked.file));
    auto store = Store::openFile(path, std::move(options));
    if (!store) return store.error();
    auto found = (*store)->find<User>(id);
    if (!found) return found.error();
    if (!found->has_value() || (*found)->record.disabled) return wrong();
    Entry entry{
        .user = (*found)->record,
        .how = kind == SlotKind::Recovery ? AuditAction::Recover : AuditAction::SignIn,
        .at = (*store)->now(),
        .before = attempt.succeeded(),
        .others = failuresOfOthers(**store, attempt)};
    if (kind != SlotKind::User) entry.user.mustChangePassword = true;
    if (isOlder) {
        Mended mended = mendKeyFile(keyFileOf(path), *(*store)->keyFile(), (*store)->keys()->file);
        entry.keysMended = mended.isMended;
        (*store)->addNotice(std::move(mended.notice));
    }
    return begin(std::move(store).value(), entry, computer);
}

Result<Opened> signInEncrypted(
    const QString& path,
    const QString& login,
    const std::function<Result<UnlockedFile>()>& unlock,
    const Computer& computer)
{
    const Result<KeyFile> keys = KeyFile::load(keyFileOf(path));
    Attempt attempt(computer.throttle, keys ? keys->file() : QUuid(), login);
    if (Done begun = attempt.begin(); !begun) return begun.error();
    Result<UnlockedFile> unlocked = unlock();
    Result<Opened> opened = unlocked
                                ? openUnlocked(path, std::move(unlocked).value(), computer, attempt)
                                : Result<Opened>(unlocked.error());
    if (!opened) attempt.failed(opened.error());
    return opened;
}

/// Takes as long for a login that does not exist.
Result<User> userWithPassword(Store& store, const QString& login, const SecretBytes& password)
{
    const auto known = userOf(store, login);
    if (!known && known.error().key != "user.unknown") return known.error();
    const User user = known ? *known : User{};
    if (Done right = checkPassword(store, user, password); !right) return right.error();
    return user.disabled ? Result<User>(wrong()) : Result<User>(user);
}

Result<Opened> signInPlain(
    std::unique_ptr<Store> store,
    const QString& login,
    const SecretBytes& password,
    const Computer& computer)
{
    const Result<QUuid> school = storage::fileId(store->connection());
    if (!school) return school.error();
    Attempt attempt(computer.throttle, *school, login);
    if (Done begun = attempt.begin(); !begun) return begun.error();
    const Result<User> user = userWithPassword(*store, login, password);
    if (!user) {
        attempt.failed(user.error());
        return user.error();
    }
    const Entry entry{
        .user = *user,
        .at = store->now(),
        .before = attempt.succeeded(),
        .others = failuresOfOthers(*store, attempt)};
    return begin(std::move(store), entry, computer);
}

} // namespace

bool isEncrypted(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(8) == QByteArray("EDUPRO1\0", 8);
}

Result<Opened> openWithoutSignIn(const QString& path, const Computer& computer)
{
    if (Done ended = storage::endInterruptedSwap(path); !ended) return ended.error();
    if (isEncrypted(path)) return needed(path);
    auto store = Store::openFile(path, computer.store);
    if (!store) return store.error();
    const Result<qint64> people = (*store)->count(entityInfo<User>());
    if (!people) return people.error();
    if (*people > 0) return needed(path);
    return Opened{.store = std::move(store).value()};
}

Result<Opened> signIn(
    const QString& path,
    const QString& typedLogin,
    const SecretBytes& password,
    const Computer& computer)
{
    if (Done ended = storage::endInterruptedSwap(path); !ended) return ended.error();
    const QString login = typedLogin.trimmed().toLower();
    if (isEncrypted(path)) {
        const auto unlock = [&] {
            return unlockKeyFile(keyFileOf(path), login, password, computer.store.clock());
        };
        return signInEncrypted(path, login, unlock, computer);
    }
    auto store = Store::openFile(path, computer.store);
    if (!store) return store.error();
    const Result<qint64> people = (*store)->count(entityInfo<User>());
    if (!people) return people.error();
    if (*people == 0) return Opened{.store = std::move(store).value()};
    return signInPlain(std::move(store).value(), login, password, computer);
}

Result<Opened>
signInWithRecoveryCode(const QString& path, const RecoveryCode& code, const Computer& computer)
{
    if (Done ended = storage::endInterruptedSwap(path); !ended) return ended.error();
    if (!isEncrypted(path)) {
        return Error{
            .code = ErrorCode::NotFound,
            .key = "key.plain",
            .detail = "the file is not encrypted: it has no recovery code"};
    }
    const auto unlock = [&] {
        return unlockKeyFile(keyFileOf(path), code, computer.store.clock());
    };
    return signInEncrypted(path, QStringLiteral("recovery code"), unlock, computer);
}

Done enterAgain(
    Store& store, Session& session, const SecretBytes& password, const Computer& computer)
{
    const auto* person = dynamic_cast<const SignedIn*>(store.access());
    if (!person) return done();
    if (Done lives = session.check(); !lives) return lives;
    const Result<QUuid> school = store.keyFile() ? Result<QUuid>(store.keyFile()->file())
                                                 : storage::fileId(store.connection());
    if (!school) return school.error();
    Attempt attempt(computer.throttle, *school, person->login());
    if (Done begun = attempt.begin(); !begun) return begun;
    if (Done right = checkPassword(store, person->account(), password); !right) {
        attempt.failed(right.error());
        return right;
    }
    session.passwordEntered();
    const Entry entry{
        .user = person->account(),
        .how = AuditAction::Unlock,
        .at = store.now(),
        .before = attempt.succeeded()};
    return store.writeWhenPossible([&store, entry] { return noteEntry(store, entry); });
}

Done signOut(Store& store, Session& running)
{
    const auto* person = dynamic_cast<const SignedIn*>(store.access());
    if (!person) return done();
    running.end();
    const AsProgram program(store);
    auto found = store.find<UserSession>(person->session());
    if (!found) return found.error();
    if (!found->has_value() || (*found)->record.endedAt) return done();
    UserSession session = (*found)->record;
    session.endedAt = store.now();
    session.endedBy = QStringLiteral("sign_out");
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    if (auto saved = store.save(session); !saved) return saved.error();
    const AuditNote note{
        .action = AuditAction::SignOut,
        .table = QStringLiteral("users"),
        .row = session.user.value};
    if (Done noted = store.note(note); !noted) return noted;
    return transaction->commit();
}

} // namespace edupro::accounts
