// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/KeyCommands.h"

#include "app/cli/SignedStore.h"
#include "core/accounts/KeyActions.h"

#include <QJsonArray>

namespace edupro::cli {

using accounts::NewPasswords;
using security::SecretBytes;

namespace {

/// The school, opened by its administrator, whose password is needed once more.
struct Administered {
    accounts::Opened opened;
    SecretBytes password;
};

/// `mayBeNobodys`: a plain file without people asks for the password of its first administrator.
Result<Administered> administer(const Arguments& arguments, bool mayBeNobodys)
{
    const QString path = arguments.value("store");
    const QString login = loginOf(arguments);
    const accounts::Computer computer = thisComputer();
    PasswordSource passwords(arguments);
    auto open = accounts::openWithoutSignIn(path, computer);
    if (open && mayBeNobodys) {
        auto chosen = passwords.chosen(QStringLiteral("New password of %1").arg(login));
        if (!chosen) return chosen.error();
        return Administered{std::move(open).value(), std::move(chosen).value()};
    }
    if (open) return Administered{std::move(open).value(), {}};
    if (open.error().key != "key.needed") return open.error();
    auto password = passwords.next(QStringLiteral("Password of %1").arg(login));
    if (!password) return password.error();
    auto opened = accounts::signIn(path, login, *password, computer);
    if (!opened) return opened.error();
    if (!opened->mustChangePassword)
        return Administered{std::move(opened).value(), std::move(password).value()};
    return Error{
        .code = ErrorCode::Permission,
        .key = "access.password",
        .detail = "the one-time password has to be replaced before anything else"};
}

/// Codes and one-time passwords are shown here and nowhere else.
Done handOver(Terminal& terminal, const QString& what, Result<NewPasswords> made)
{
    if (!made) return made.error();
    terminal.say(what);
    QJsonObject document;
    if (made->recoveryCode) {
        QString code = made->recoveryCode->text();
        terminal.say(QStringLiteral("Recovery code, shown this once: %1").arg(code));
        document.insert(QStringLiteral("recovery_code"), code);
        security::wipe(code);
    }
    QJsonArray invitations;
    for (accounts::Invitation& invitation : made->invitations) {
        const QString login = invitation.user.login;
        terminal.say(QStringLiteral("One-time password of %1, valid for 7 days: %2")
                         .arg(login, invitation.password));
        invitations.append(QJsonObject{
            {QStringLiteral("login"), login},
            {QStringLiteral("one_time_password"), invitation.password}});
        security::wipe(invitation.password);
    }
    document.insert(QStringLiteral("invitations"), invitations);
    terminal.give(document);
    return done();
}

} // namespace

Done rotateKey(const Arguments& arguments, Terminal& terminal)
{
    auto school = administer(arguments, false);
    if (!school) return school.error();
    return handOver(
        terminal,
        QStringLiteral("The school file has a new key. The old recovery code and all other "
                       "passwords open nothing any more."),
        accounts::changeFileKey(std::move(school->opened), school->password, thisComputer()));
}

Done renewCode(const Arguments& arguments, Terminal& terminal)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto code = accounts::renewRecoveryCode(**store);
    if (!code) return code.error();
    QString paper = code->text();
    terminal.say(QStringLiteral("The old recovery code opens nothing any more; write down the new "
                                "one: %1")
                     .arg(paper));
    terminal.give({{QStringLiteral("recovery_code"), paper}});
    security::wipe(paper);
    return done();
}

Done encryptSchoolCommand(const Arguments& arguments, Terminal& terminal)
{
    auto school = administer(arguments, true);
    if (!school) return school.error();
    return handOver(
        terminal,
        QStringLiteral("The school file is encrypted. What the disk keeps of the plain file was "
                       "not wiped."),
        accounts::encryptSchool(
            std::move(school->opened),
            {.login = loginOf(arguments)},
            school->password,
            thisComputer()));
}

Done decryptSchoolCommand(const Arguments& arguments, Terminal& terminal)
{
    auto school = administer(arguments, false);
    if (!school) return school.error();
    return handOver(
        terminal,
        QStringLiteral("The school file is plain: whoever can read the file can read everything."),
        accounts::decryptSchool(std::move(school->opened), school->password, thisComputer()));
}

} // namespace edupro::cli
