// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/SignIn.h"

#include "core/accounts/Passwords.h"
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

/// One attempt at a password, counted as failed unless it is told otherwise.
class Attempt {
public:
    Attempt(const Computer& computer, const QUuid& school, QString login)
        : m_throttle(computer.throttle.get())
        , m_school(school.toString(QUuid::WithoutBraces))
        , m_login(std::move(login))
    {
    }
    Done begin() { return m_throttle ? m_throttle->begin(m_school, m_login) : done(); }
    Failures succeeded()
    {
        return m_throttle ? m_throttle->succeeded(m_school, m_login) : Failures{};
    }
    /// Only a wrong password counts.
    void failed(const Error& error)
    {
        if (m_throttle && error.key != "key.wrong") m_throttle->withdraw(m_school, m_login);
    }

private:
    Throttle* m_throttle;
    QString m_school;
    QString m_login;
};

/// Who signs in, how, and how often it was tried before.
struct Entry {
    User user;
    AuditAction how = AuditAction::SignIn;
    Failures before{};
};

Done noteEntry(Store& store, const Entry& entry)
{
    if (entry.before.count > 0) {
        const AuditNote failed{
            .action = AuditAction::SignInFailed,
            .table = QStringLiteral("users"),
            .row = entry.user.id.value,
            .details = {{QStringLiteral("count"), entry.before.count}},
            .at = entry.before.last,
            .by = QString()};
        if (Done noted = store.note(failed); !noted) return noted;
    }
    return store.note(
        {.action = entry.how, .table = QStringLiteral("users"), .row = entry.user.id.value});
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

/// The row of a new session, with what else a sign-in writes.
Result<UserSessionId> writeSession(Store& store, Entry entry)
{
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    UserSession session{
        .user = entry.user.id, .computer = store.device(), .startedAt = store.now()};
    if (Done ended = endLostSessions(store, session.computer); !ended) return ended.error();
    if (auto saved = store.save(session); !saved) return saved.error();
    if (auto saved = store.save(entry.user); !saved) return saved.error();
    if (Done noted = noteEntry(store, entry); !noted) return noted.error();
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return session.id;
}

/// Makes an open, still unrestricted store that of a person.
Result<Opened> begin(std::unique_ptr<Store> store, const Entry& entry, const Computer& computer)
{
    store->actAs(entry.user.id.text());
    const Result<UserSessionId> session = writeSession(*store, entry);
    if (!session) return session.error();
    auto time = std::make_shared<Session>(computer.clocks, computer.idleMinutes);
    time->passwordEntered();
    auto person = SignedIn::admit(*store, entry.user, *session, [time] { return time->check(); });
    if (!person) return person.error();
    if (entry.how == AuditAction::Recover) (*person)->beginRecovery();
    return Opened{
        .store = std::move(store),
        .person = *person,
        .session = std::move(time),
        .mustChangePassword = entry.user.mustChangePassword};
}

Result<Opened>
openUnlocked(const QString& path, UnlockedFile unlocked, const Computer& computer, Attempt& attempt)
{
    const SlotKind kind = unlocked.unlocked.kind;
    const UserId id{unlocked.unlocked.user};
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
        .before = attempt.succeeded()};
    if (kind != SlotKind::User) entry.user.mustChangePassword = true;
    return begin(std::move(store).value(), entry, computer);
}

Result<Opened> signInEncrypted(
    const QString& path,
    const QString& login,
    const std::function<Result<UnlockedFile>()>& unlock,
    const Computer& computer)
{
    const Result<KeyFile> keys = KeyFile::load(keyFileOf(path));
    Attempt attempt(computer, keys ? keys->file() : QUuid(), login);
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
    Attempt attempt(computer, *school, login);
    if (Done begun = attempt.begin(); !begun) return begun.error();
    const Result<User> user = userWithPassword(*store, login, password);
    if (!user) {
        attempt.failed(user.error());
        return user.error();
    }
    return begin(std::move(store), {.user = *user, .before = attempt.succeeded()}, computer);
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
    Attempt attempt(computer, *school, person->login());
    if (Done begun = attempt.begin(); !begun) return begun;
    if (Done right = checkPassword(store, person->account(), password); !right) {
        attempt.failed(right.error());
        return right;
    }
    session.passwordEntered();
    return noteEntry(
        store,
        {.user = person->account(), .how = AuditAction::Unlock, .before = attempt.succeeded()});
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
