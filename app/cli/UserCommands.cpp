// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/UserCommands.h"

#include "app/cli/SignedStore.h"
#include "core/accounts/TeachingActions.h"

#include <QDateTime>
#include <QJsonArray>

namespace edupro::cli {

using security::Roles;

namespace {

Result<Roles> rolesIn(const QString& text)
{
    const Roles roles = security::rolesOf(text);
    if (roles) return roles;
    return Error{
        .code = ErrorCode::Validation,
        .key = "usage",
        .detail = "roles are admin, principal, staff and teacher, separated by commas"};
}

QJsonObject jsonOf(const User& user)
{
    return {
        {QStringLiteral("id"), user.id.text()},
        {QStringLiteral("login"), user.login},
        {QStringLiteral("name"), user.name},
        {QStringLiteral("roles"), QJsonArray::fromStringList(user.roles.split(u' '))},
        {QStringLiteral("must_change_password"), user.mustChangePassword},
        {QStringLiteral("disabled"), user.disabled}};
}

/// The one-time password is shown here and nowhere else.
void handOver(Terminal& terminal, const accounts::Invitation& invitation)
{
    terminal.say(QStringLiteral("One-time password of %1, valid for 7 days: %2")
                     .arg(invitation.user.login, invitation.password));
    QJsonObject document = jsonOf(invitation.user);
    document.insert(QStringLiteral("one_time_password"), invitation.password);
    terminal.give(document);
}

/// The store of the command and the user that its first word names.
struct Chosen {
    SignedStore store;
    User user;
};

Result<Chosen> choose(const Arguments& arguments)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    auto user = accounts::userOf(**store, arguments.word(0));
    if (!user) return user.error();
    return Chosen{.store = std::move(store).value(), .user = *user};
}

void tell(Terminal& terminal, const QString& what, const User& user)
{
    terminal.say(what);
    terminal.give(jsonOf(user));
}

} // namespace

Done addUserCommand(const Arguments& arguments, Terminal& terminal)
{
    const auto roles = rolesIn(arguments.value("roles"));
    if (!roles) return roles.error();
    auto store = openStore(arguments);
    if (!store) return store.error();
    auto added = accounts::addUser(
        **store, {.login = arguments.word(0), .name = arguments.value("name"), .roles = *roles});
    if (!added) return added.error();
    handOver(terminal, *added);
    security::wipe(added->password);
    return done();
}

Done listUsersCommand(const Arguments& arguments, Terminal& terminal)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto users = accounts::listUsers(**store);
    if (!users) return users.error();
    QJsonArray list;
    for (const User& user : *users) {
        const QString state = user.disabled             ? QStringLiteral("disabled")
                              : user.mustChangePassword ? QStringLiteral("to choose a password")
                                                        : QString();
        terminal.say(QStringLiteral("%1  %2  %3  %4")
                         .arg(user.login, -16)
                         .arg(user.name, -30)
                         .arg(user.roles, -20)
                         .arg(state)
                         .trimmed());
        list.append(jsonOf(user));
    }
    terminal.give({{QStringLiteral("users"), list}});
    return done();
}

Done changeRolesCommand(const Arguments& arguments, Terminal& terminal)
{
    const auto roles = rolesIn(arguments.value("roles"));
    if (!roles) return roles.error();
    auto chosen = choose(arguments);
    if (!chosen) return chosen.error();
    auto password = accounts::changeRoles(*chosen->store, chosen->user, *roles);
    if (!password) return password.error();
    chosen->user.roles = security::textOf(*roles);
    if (password->isEmpty()) {
        tell(
            terminal,
            QStringLiteral("%1 is now: %2").arg(chosen->user.login, chosen->user.roles),
            chosen->user);
        return done();
    }
    handOver(terminal, {.user = chosen->user, .password = *password});
    security::wipe(*password);
    return done();
}

Done disableUserCommand(const Arguments& arguments, Terminal& terminal)
{
    auto chosen = choose(arguments);
    if (!chosen) return chosen.error();
    if (Done disabled = accounts::disableUser(*chosen->store, chosen->user); !disabled)
        return disabled;
    chosen->user.disabled = true;
    tell(
        terminal, QStringLiteral("%1 can no longer sign in").arg(chosen->user.login), chosen->user);
    return done();
}

Done resetUserCommand(const Arguments& arguments, Terminal& terminal)
{
    auto chosen = choose(arguments);
    if (!chosen) return chosen.error();
    auto reset = accounts::resetPassword(*chosen->store, chosen->user);
    if (!reset) return reset.error();
    handOver(terminal, *reset);
    security::wipe(reset->password);
    return done();
}

Done teachesCommand(const Arguments& arguments, Terminal& terminal)
{
    auto chosen = choose(arguments);
    if (!chosen) return chosen.error();
    const accounts::Lesson lesson{
        .className = arguments.word(1),
        .subject = arguments.word(2),
        .term = arguments.value("term")};
    const auto saved = accounts::assignTeaching(*chosen->store, chosen->user, lesson);
    if (!saved) return saved.error();
    tell(
        terminal,
        QStringLiteral("%1 teaches %2 in %3")
            .arg(chosen->user.login, lesson.subject, lesson.className),
        chosen->user);
    return done();
}

Done homeroomCommand(const Arguments& arguments, Terminal& terminal)
{
    auto chosen = choose(arguments);
    if (!chosen) return chosen.error();
    const auto saved = accounts::assignHomeroom(*chosen->store, chosen->user, arguments.word(1));
    if (!saved) return saved.error();
    tell(
        terminal,
        QStringLiteral("%1 is responsible for %2").arg(chosen->user.login, arguments.word(1)),
        chosen->user);
    return done();
}

Done listSessionsCommand(const Arguments& arguments, Terminal& terminal)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto sessions = accounts::listOpenSessions(**store);
    if (!sessions) return sessions.error();
    QJsonArray list;
    for (const UserSession& session : *sessions) {
        const QString since =
            QDateTime::fromMSecsSinceEpoch(session.startedAt).toString(Qt::ISODate);
        terminal.say(QStringLiteral("%1  %2  %3").arg(session.id.text(), since, session.computer));
        list.append(QJsonObject{
            {QStringLiteral("id"), session.id.text()},
            {QStringLiteral("user"), session.user.text()},
            {QStringLiteral("computer"), session.computer},
            {QStringLiteral("since"), since}});
    }
    terminal.give({{QStringLiteral("sessions"), list}});
    return done();
}

Done endSessionCommand(const Arguments& arguments, Terminal& terminal)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    const UserSessionId id{QUuid::fromString(arguments.word(0))};
    if (Done ended = accounts::revokeSession(**store, id); !ended) return ended;
    terminal.say(QStringLiteral("The session has ended."));
    terminal.give({{QStringLiteral("ended"), id.text()}});
    return done();
}

Done showRights(const Arguments& /*arguments*/, Terminal& terminal)
{
    const QString text = security::permissionsText();
    terminal.say(text.trimmed());
    QJsonArray rows;
    for (const security::Permission& row : security::permissions()) {
        QJsonObject object{
            {QStringLiteral("object"), security::nameOf(row.object)},
            {QStringLiteral("action"), security::nameOf(row.action)}};
        for (const security::Role role : security::allRoles)
            object.insert(security::nameOf(role), security::nameOf(row.of(role)));
        rows.append(object);
    }
    terminal.give({{QStringLiteral("rights"), rows}});
    return done();
}

Done changePasswordCommand(const Arguments& arguments, Terminal& terminal)
{
    PasswordSource passwords(arguments);
    const QString login = loginOf(arguments);
    const auto old = passwords.next(QStringLiteral("Password of %1").arg(login));
    if (!old) return old.error();
    const accounts::Computer computer = thisComputer();
    auto opened = accounts::signIn(arguments.value("store"), login, *old, computer);
    if (!opened) return opened.error();
    SignedStore store(std::move(opened).value());
    const auto fresh = passwords.chosen(QStringLiteral("New password"));
    if (!fresh) return fresh.error();
    if (Done changed = accounts::changeOwnPassword(*store, *old, *fresh, computer.cost); !changed)
        return changed;
    terminal.say(QStringLiteral("The password of %1 was changed.").arg(login));
    terminal.give({{QStringLiteral("login"), login}});
    return done();
}

Done recoverCommand(const Arguments& arguments, Terminal& terminal)
{
    PasswordSource passwords(arguments);
    const auto code = passwords.recoveryCode();
    if (!code) return code.error();
    const accounts::Computer computer = thisComputer();
    auto opened = accounts::signInWithRecoveryCode(arguments.value("store"), *code, computer);
    if (!opened) return opened.error();
    SignedStore store(std::move(opened).value());
    const auto fresh = passwords.chosen(QStringLiteral("New password"));
    if (!fresh) return fresh.error();
    if (Done set = accounts::recoverPassword(*store, *fresh, computer.cost); !set) return set;
    const auto next = accounts::renewRecoveryCode(*store, computer.cost);
    if (!next) return next.error();
    const QString login = store.opened().person->login();
    QString paper = next->text();
    terminal.say(QStringLiteral("%1 has a new password. The old recovery code opens nothing any "
                                "more; write down the new one: %2")
                     .arg(login, paper));
    terminal.give({{QStringLiteral("login"), login}, {QStringLiteral("recovery_code"), paper}});
    security::wipe(paper);
    return done();
}

} // namespace edupro::cli
