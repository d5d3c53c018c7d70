// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SignedStore.h"

namespace edupro::cli {

namespace {

/// What stands in the way of writing, and what opening found.
void sayNotices(storage::Store& store)
{
    Terminal terminal(false);
    if (const auto& why = store.whyReadOnly())
        terminal.note(QStringLiteral("only for reading: ") + QString::fromStdString(why->detail));
    for (const Error& notice : store.takeNotices())
        terminal.note(QString::fromStdString(notice.detail));
}

} // namespace

SignedStore::~SignedStore()
{
    // A session that cannot be ended is found lost at the next sign-in.
    if (m_opened.store) (void)accounts::signOut(m_opened);
}

accounts::Computer thisComputer()
{
    static const auto throttle = std::make_shared<security::Throttle>();
    return {.store = storeOptions(), .throttle = throttle};
}

QString loginOf(const Arguments& arguments)
{
    return arguments.has("user") ? arguments.value("user") : QStringLiteral("admin");
}

Result<SignedStore> signInToStore(const Arguments& arguments, PasswordSource& passwords)
{
    const QString path = arguments.value("store");
    const accounts::Computer computer = thisComputer();
    auto open = accounts::openWithoutSignIn(path, computer);
    if (open) {
        sayNotices(*open->store);
        return SignedStore(std::move(open).value());
    }
    if (open.error().key != "key.needed") return open.error();
    const QString login = loginOf(arguments);
    const auto password = passwords.next(QStringLiteral("Password of %1").arg(login));
    if (!password) return password.error();
    auto opened = accounts::signIn(path, login, *password, computer);
    if (!opened) return opened.error();
    sayNotices(*opened->store);
    return SignedStore(std::move(opened).value());
}

Result<SignedStore> openStore(const Arguments& arguments)
{
    PasswordSource passwords(arguments);
    auto store = signInToStore(arguments, passwords);
    if (!store || !store->opened().mustChangePassword) return store;
    return Error{
        .code = ErrorCode::Permission,
        .key = "access.password",
        .detail = "the one-time password has to be replaced before anything else"};
}

} // namespace edupro::cli
