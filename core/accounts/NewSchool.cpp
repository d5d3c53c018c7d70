// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/SignIn.h"
#include "core/security/KeyFileFiles.h"

#include <QFile>
#include <QFileInfo>

namespace edupro::accounts {

using namespace security;
using storage::Store;

namespace {

Done checkNothingIsThere(const QString& path)
{
    if (QFileInfo::exists(path)) {
        return Error{
            .code = ErrorCode::Io,
            .key = "store.exists",
            .detail = path.toStdString() + ": a file of that name is there"};
    }
    if (QFileInfo::exists(keyFileOf(path))) {
        return Error{
            .code = ErrorCode::Io,
            .key = "key.exists",
            .detail = keyFileOf(path).toStdString() +
                      ": a key file is there that may open a copy of another school"};
    }
    return done();
}

/// Removes what was begun unless it was kept.
class Unfinished {
public:
    explicit Unfinished(QString path)
        : m_path(std::move(path))
    {
    }
    ~Unfinished()
    {
        if (m_kept) return;
        QFile::remove(m_path);
        QFile::remove(keyFileOf(m_path));
        QFile::remove(olderGenerationOf(keyFileOf(m_path)));
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    void keep() { m_kept = true; }

private:
    QString m_path;
    bool m_kept = false;
};

/// Makes the file, gives it its administrator and closes it.
Done makeWithAdministrator(
    const MakeSchoolFile& make,
    const storage::StoreOptions& options,
    const FirstAdministrator& administrator,
    const SecretBytes& password,
    const Computer& computer)
{
    auto store = make(options);
    if (!store) return store.error();
    const NewUser first{
        .login = administrator.login, .name = administrator.name, .roles = Role::Admin};
    auto user = addFirstAdministrator(**store, first, password, computer.cost);
    return user ? done() : Done(user.error());
}

/// Makes the file, signs its administrator in and hands both to `finish`; removes the file when one
/// of them fails.
template<class R>
R createSchool(
    const QString& path,
    const MakeSchoolFile& make,
    const storage::StoreOptions& options,
    const FirstAdministrator& administrator,
    const SecretBytes& password,
    const Computer& computer,
    const std::function<R(Opened)>& finish)
{
    if (Done free = checkNothingIsThere(path); !free) return free.error();
    Unfinished unfinished(path);
    if (Done made = makeWithAdministrator(make, options, administrator, password, computer); !made)
        return made.error();
    auto opened = signIn(path, administrator.login, password, computer);
    if (!opened) return opened.error();
    R finished = finish(std::move(opened).value());
    if (finished) unfinished.keep();
    return finished;
}

} // namespace

Result<NewProtectedSchool> createProtectedSchool(
    const QString& path,
    const MakeSchoolFile& make,
    const FirstAdministrator& administrator,
    const SecretBytes& password,
    const Computer& computer)
{
    storage::StoreOptions options = computer.store;
    options.keys = std::make_shared<const SchoolKeys>(SchoolKeys::random());
    options.keyFile = std::make_shared<KeyFile>(QUuid::createUuid());
    const auto addCode = [&](Opened opened) -> Result<NewProtectedSchool> {
        auto code = renewRecoveryCode(*opened.store, computer.cost);
        if (!code) return code.error();
        return NewProtectedSchool{
            .opened = std::move(opened), .recoveryCode = std::move(code).value()};
    };
    return createSchool<Result<NewProtectedSchool>>(
        path, make, options, administrator, password, computer, addCode);
}

Result<Opened> createPlainSchool(
    const QString& path,
    const MakeSchoolFile& make,
    const FirstAdministrator& administrator,
    const SecretBytes& password,
    const Computer& computer)
{
    return createSchool<Result<Opened>>(
        path, make, computer.store, administrator, password, computer, [](Opened opened) {
            return Result<Opened>(std::move(opened));
        });
}

} // namespace edupro::accounts
