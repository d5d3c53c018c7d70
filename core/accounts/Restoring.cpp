// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/Restoring.h"

#include "core/security/Attempt.h"
#include "core/security/KeyFileFiles.h"
#include "core/security/PasswordHash.h"
#include "core/storage/audit/AuditTrail.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace edupro::accounts {

using namespace security;
using storage::Connection;
using storage::SchoolFile;

namespace {

// Reasons for which a school cannot be opened although the person may open it.
constexpr std::array<std::string_view, 9> reasonsToRestore{
    "store.missing",
    "store.empty",
    "store.foreign",
    "store.damaged",
    "store.wal_damaged",
    "store.swap",
    "key.missing",
    "key.damaged",
    "key.mismatch"};

bool isReasonToRestore(const Error& error)
{
    return std::find(reasonsToRestore.begin(), reasonsToRestore.end(), error.key) !=
           reasonsToRestore.end();
}

Error wrong(const char* detail)
{
    return {.code = ErrorCode::Permission, .key = "key.wrong", .detail = detail};
}

Error notOfItsDay(const char* what)
{
    return {
        .code = ErrorCode::Permission,
        .key = "backup.key",
        .detail = std::string("the backup does not open with this ").append(what)};
}

Done mayRestore(const User& user)
{
    if (!user.disabled && may(rolesOf(user), Action::Update, Object::Backups)) return done();
    return storage::denied(Action::Update, Object::Backups);
}

/// The person of a proven id.
Done checkUser(const std::vector<User>& people, const QUuid& id)
{
    const auto found = std::find_if(
        people.begin(), people.end(), [&id](const User& user) { return user.id.value == id; });
    return found == people.end() ? storage::denied(Action::Update, Object::Backups)
                                 : mayRestore(*found);
}

/// The hash of a plain file's password; empty when there is none, or its time is over.
Result<QString> hashOf(Connection& database, const User& user, Instant now)
{
    const auto hash = database.scalar(
        QStringLiteral("SELECT hash FROM passwords WHERE user_id = ? AND (valid_until IS NULL OR "
                       "valid_until >= ?)"),
        {QVariant::fromValue(user.id.value), static_cast<qlonglong>(now)});
    if (!hash) return hash.error();
    return hash->toString();
}

} // namespace

Restorer::Restorer(
    QString school,
    QString login,
    AskPassword ask,
    Computer computer,
    std::optional<RecoveryCode> code)
    : m_school(std::move(school))
    , m_login(login.trimmed().toLower())
    , m_ask(std::move(ask))
    , m_code(std::move(code))
    , m_computer(std::move(computer))
{
}

Result<const SecretBytes*> Restorer::password()
{
    if (!m_password) {
        auto entered = m_ask(QStringLiteral("Password of %1").arg(m_login));
        if (!entered) return entered.error();
        m_password = std::move(entered).value();
    }
    return &*m_password;
}

Result<std::optional<Opened>> Restorer::signIn()
{
    if (m_code && unlockTodayByCode()) return openUnlocked();
    auto opened = openWithoutSignIn(m_school, m_computer);
    if (!opened && opened.error().key == "key.needed") {
        const auto secret = password();
        if (!secret) return secret.error();
        opened = accounts::signIn(m_school, m_login, **secret, m_computer);
    }
    if (!opened) {
        if (isReasonToRestore(opened.error())) return std::optional<Opened>();
        return opened.error();
    }
    if (Done may = use(*opened->store); !may) {
        (void)signOut(*opened);
        return may.error();
    }
    return std::optional<Opened>(std::move(opened).value());
}

Done Restorer::use(storage::Store& store)
{
    if (Done may = store.require(Action::Update, Object::Backups); !may) return may;
    m_today = store.keys();
    m_triedToday = true;
    if (store.access()) m_user = store.access()->user();
    return done();
}

/// A sign-in by the code would ask for a new password first. The code has proven the person.
Result<std::optional<Opened>> Restorer::openUnlocked()
{
    storage::StoreOptions options = m_computer.store;
    options.keys = m_today;
    options.keyFile = m_keyFile;
    auto store = storage::Store::openFile(m_school, std::move(options));
    if (!store) {
        if (isReasonToRestore(store.error())) return std::optional<Opened>();
        return store.error();
    }
    if (Done may = checkPerson((*store)->connection()); !may) return may.error();
    return std::optional<Opened>(Opened{.store = std::move(store).value()});
}

void Restorer::takeToday(UnlockedFile unlocked)
{
    m_triedToday = true;
    m_today = std::make_shared<const SchoolKeys>(std::move(unlocked.unlocked.keys));
    m_keyFile = std::make_shared<KeyFile>(std::move(unlocked.file));
    m_user = unlocked.unlocked.user;
}

bool Restorer::unlockTodayByCode()
{
    auto unlocked = unlockKeyFile(keyFileOf(m_school), *m_code, m_computer.store.clock());
    if (unlocked) takeToday(std::move(unlocked).value());
    return unlocked.has_value();
}

/// By the key file beside a file that is missing or damaged.
Done Restorer::unlockToday()
{
    if (m_triedToday) return m_waiting;
    m_triedToday = true;
    const QString keyFile = keyFileOf(m_school);
    const auto newest = KeyFile::load(keyFile);
    const auto any = newest ? newest : KeyFile::load(olderGenerationOf(keyFile));
    if (!any || (m_code && unlockTodayByCode())) return done();
    const auto secret = password();
    if (!secret) return done();
    Attempt attempt(m_computer.throttle, any->file(), m_login);
    // Without today's keys its people would be taken for lost.
    if (m_waiting = attempt.begin(); !m_waiting) return m_waiting;
    auto unlocked = unlockKeyFile(keyFile, m_login, **secret, m_computer.store.clock());
    if (!unlocked) {
        attempt.failed(unlocked.error());
        return done();
    }
    attempt.passed();
    takeToday(std::move(unlocked).value());
    return done();
}

Result<Unlocked> Restorer::unlockOfItsDay(const KeyFile& file)
{
    if (m_code) {
        auto unlocked = file.unlockWithRecoveryCode(*m_code, m_computer.store.clock());
        if (unlocked || unlocked.error().key != "key.wrong") return unlocked;
        return notOfItsDay("recovery code; it opens with the code of its day");
    }
    const auto tryIt = [&](const SecretBytes& secret) {
        return unlockAtPace(file, m_login, secret, m_computer.store.clock(), m_computer.throttle);
    };
    const auto secret = password();
    if (!secret) return secret.error();
    // A password that was proven today is no guess.
    auto unlocked =
        m_today ? file.unlock(m_login, **secret, m_computer.store.clock()) : tryIt(**secret);
    if (unlocked || unlocked.error().key != "key.wrong") return unlocked;
    // The person may have chosen another password since.
    const auto former = m_ask(QStringLiteral("Password of %1 on the backup's day").arg(m_login));
    if (former) unlocked = tryIt(*former);
    if (unlocked || unlocked.error().key != "key.wrong") return unlocked;
    return notOfItsDay("password; it opens with the passwords of its day");
}

Result<SchoolFile::Keys> Restorer::keysFor(const QByteArray& bytes)
{
    const auto file = KeyFile::parse(bytes);
    if (!file) return file.error();
    if (Done may = unlockToday(); !may) return may.error();
    if (m_today && file->isAuthentic(m_today->file)) {
        m_openedBy = OpenedBy::Today;
        return m_today;
    }
    if (m_ofItsDay && file->isAuthentic(m_ofItsDay->file)) {
        m_openedBy = OpenedBy::ItsDay;
        return m_ofItsDay;
    }
    auto unlocked = unlockOfItsDay(*file);
    if (!unlocked) return unlocked.error();
    const Result<KeyFile> beside = KeyFile::load(keyFileOf(m_school));
    if (!m_today && beside && beside->isAuthentic(unlocked->keys.file)) {
        return wrong("the school still has the file key of the backup: its password of today "
                     "counts, not the "
                     "one of the backup's day");
    }
    if (m_user.isNull()) m_user = unlocked->user;
    m_openedBy = OpenedBy::ItsDay;
    m_ofItsDay = std::make_shared<const SchoolKeys>(std::move(unlocked->keys));
    return m_ofItsDay;
}

storage::KeySource Restorer::keys()
{
    return [this](const QByteArray& keyFile) {
        return keysFor(keyFile);
    };
}

storage::RestoreOptions Restorer::options()
{
    (void)unlockToday(); // permit() says why it may not go on
    return {
        .keys = keys(),
        .currentKeys = m_today,
        .now = m_computer.store.clock(),
        .entities = m_computer.store.entities,
        .people = {
            .permit =
                [this](Connection* replaced, Connection& restored) {
                    return permit(replaced, restored);
                },
            .keep = keepTodaysPeople}};
}

Result<QString> Restorer::permit(Connection* replaced, Connection& restored)
{
    if (!m_waiting) return m_waiting.error();
    const auto people = peopleIn(restored);
    if (!people) return people.error();
    m_peopleOfBackup.clear();
    std::copy_if(
        people->begin(), people->end(), std::back_inserter(m_peopleOfBackup), [](const User& user) {
            return !user.disabled;
        });
    if (Done may = checkPerson(replaced ? *replaced : restored); !may) return may.error();
    return m_user.isNull() ? m_computer.store.actor : m_user.toString(QUuid::WithoutBraces);
}

Done Restorer::checkPerson(Connection& database)
{
    const auto people = peopleIn(database);
    if (!people) return people.error();
    if (people->empty()) return done(); // a plain file without people is everybody's
    if (!m_user.isNull()) return checkUser(*people, m_user);
    const auto found = std::find_if(
        people->begin(), people->end(), [this](const User& user) { return user.login == m_login; });
    const User user = found == people->end() ? User{} : *found;
    const Result<QUuid> school = storage::fileId(database);
    if (!school) return school.error();
    Attempt attempt(m_computer.throttle, *school, m_login);
    if (Done begun = attempt.begin(); !begun) return begun;
    if (Done right = checkHash(database, user); !right) {
        attempt.failed(right.error());
        return right;
    }
    attempt.passed();
    m_user = user.id.value;
    return mayRestore(user);
}

/// Takes as long for somebody who is not known.
Done Restorer::checkHash(Connection& database, const User& user)
{
    const auto secret = password();
    if (!secret) return secret.error();
    const Result<QString> hash = hashOf(database, user, m_computer.store.clock());
    if (!hash) return hash.error();
    if (hash->isEmpty()) {
        if (Done spent = spendTimeOfPassword(**secret, m_computer.cost); !spent) return spent;
        return wrong("login or password is wrong");
    }
    const Result<bool> right = isPassword(**secret, *hash);
    if (!right) return right.error();
    return *right ? done() : Done(wrong("login or password is wrong"));
}

storage::PeopleHooks hooksOf(const QUuid& user, const QString& actor)
{
    const auto permit = [user,
                         actor](Connection* replaced, Connection& restored) -> Result<QString> {
        const auto people = peopleIn(replaced ? *replaced : restored);
        if (!people) return people.error();
        if (people->empty()) return actor; // everybody's
        if (Done may = checkUser(*people, user); !may) return may.error();
        return user.toString(QUuid::WithoutBraces);
    };
    return {.permit = permit, .keep = keepTodaysPeople};
}

} // namespace edupro::accounts
