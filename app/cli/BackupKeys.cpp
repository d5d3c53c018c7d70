// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BackupKeys.h"

#include "core/security/KeyFile.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace edupro::cli {

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

} // namespace

BackupKeys::BackupKeys(const Arguments& arguments)
    : m_passwords(arguments)
    , m_login(loginOf(arguments))
    , m_person(storeOptions().actor)
{
}

Result<const security::SecretBytes*> BackupKeys::password()
{
    if (!m_password) {
        auto entered = m_passwords.next(QStringLiteral("Password of %1").arg(m_login));
        if (!entered) return entered.error();
        m_password = std::move(entered).value();
    }
    return &*m_password;
}

Result<storage::SchoolFile::Keys> BackupKeys::unlock(const QByteArray& keyFile)
{
    const auto file = security::KeyFile::parse(keyFile);
    if (!file) return file.error();
    const auto secret = password();
    if (!secret) return secret.error();
    auto unlocked = file->unlock(m_login, **secret, systemClock()());
    if (unlocked) return std::make_shared<const security::SchoolKeys>(std::move(unlocked->keys));
    if (m_school && unlocked.error().key == "key.wrong") return m_school;
    return unlocked.error();
}

storage::KeySource BackupKeys::source()
{
    return [this](const QByteArray& keyFile) {
        return unlock(keyFile);
    };
}

Result<std::optional<SignedStore>> BackupKeys::openSchool(const QString& path)
{
    const accounts::Computer computer = thisComputer();
    auto opened = accounts::openWithoutSignIn(path, computer);
    if (!opened && opened.error().key == "key.needed") {
        const auto secret = password();
        if (!secret) return secret.error();
        opened = accounts::signIn(path, m_login, **secret, computer);
    }
    if (!opened) {
        if (isReasonToRestore(opened.error())) return std::optional<SignedStore>();
        return opened.error();
    }
    std::optional<SignedStore> store(std::in_place, std::move(opened).value());
    const Done may = (*store)->require(security::Action::Update, security::Object::Backups);
    if (!may) return may.error();
    m_school = (*store)->keys();
    if (store->opened().person)
        m_person = store->opened().person->user().toString(QUuid::WithoutBraces);
    return store;
}

} // namespace edupro::cli
