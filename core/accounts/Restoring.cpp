// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/Restoring.h"

#include "core/security/PasswordHash.h"

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

Restorer::Restorer(QString school, QString login, AskPassword ask, Computer computer)
    : m_school(std::move(school))
    , m_login(login.trimmed().toLower())
    , m_ask(std::move(ask))
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

/// By the key file beside a file that is missing or damaged.
void Restorer::unlockToday()
{
    m_triedToday = true;
    if (!KeyFile::load(keyFileOf(m_school)) &&
        !KeyFile::load(keyFileOf(m_school) + QStringLiteral(".old")))
        return;
    const auto secret = password();
    if (!secret) return;
    auto unlocked = unlockKeyFile(keyFileOf(m_school), m_login, **secret, m_computer.store.clock());
    if (!unlocked) return;
    m_today = std::make_shared<const SchoolKeys>(std::move(unlocked->unlocked.keys));
    m_user = unlocked->unlocked.user;
}

Result<Unlocked> Restorer::unlockOfItsDay(const KeyFile& file)
{
    const auto secret = password();
    if (!secret) return secret.error();
    auto unlocked = file.unlock(m_login, **secret, m_computer.store.clock());
    if (unlocked || unlocked.error().key != "key.wrong") return unlocked;
    // The person may have chosen another password since.
    const auto former = m_ask(QStringLiteral("Password of %1 on the backup's day").arg(m_login));
    if (former) unlocked = file.unlock(m_login, *former, m_computer.store.clock());
    if (unlocked || unlocked.error().key != "key.wrong") return unlocked;
    return Error{
        .code = ErrorCode::Permission,
        .key = "backup.key",
        .detail = "the backup does not open with this password; it opens with the passwords of its "
                  "day"};
}

Result<SchoolFile::Keys> Restorer::keysFor(const QByteArray& bytes)
{
    const auto file = KeyFile::parse(bytes);
    if (!file) return file.error();
    if (!m_triedToday) unlockToday();
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
    if (!m_triedToday) unlockToday();
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
    const auto secret = password();
    if (!secret) return secret.error();
    const Result<QString> hash =
        found == people->end() ? QString() : hashOf(database, *found, m_computer.store.clock());
    if (!hash) return hash.error();
    if (hash->isEmpty()) {
        if (Done spent = spendTimeOfPassword(**secret, m_computer.cost); !spent) return spent;
        return wrong("login or password is wrong");
    }
    const Result<bool> right = isPassword(**secret, *hash);
    if (!right) return right.error();
    if (!*right) return wrong("login or password is wrong");
    m_user = found->id.value;
    return mayRestore(*found);
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
