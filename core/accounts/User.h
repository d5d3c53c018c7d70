// SPDX-License-Identifier: GPL-3.0-or-later
// A person with a login, and one time that the person was signed in.
#pragma once

#include "core/record/Schema.h"
#include "core/security/Permissions.h"

#include <optional>

namespace edupro {

using UserId = Id<struct UserTag>;
using UserSessionId = Id<struct UserSessionTag>;

/// The password is not here: it opens a slot of the key file, or its hash stands in a table of its
/// own (plain files), so that neither the audit nor a later sync ever carries it.
struct User {
    UserId id;
    QString login; ///< small letters, so that nobody has to remember how it was typed
    QString name;
    QString roles; ///< as security::textOf()
    bool mustChangePassword = false;
    bool disabled = false;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("users",
            field(&User::id,                 "id",                   label("User", "Id"),                  {.key = true, .hidden = true}),
            field(&User::login,              "login",                label("User", "Login"),               {.required = true, .unique = true, .length = {3, 40}, .pattern = "[a-z0-9][a-z0-9._-]*"}),
            field(&User::name,               "name",                 label("User", "Name"),                {.required = true, .length = {2, 100}}),
            field(&User::roles,              "roles",                label("User", "Roles"),               {.required = true, .pattern = "(admin|principal|staff|teacher)( (admin|principal|staff|teacher))*"}),
            field(&User::mustChangePassword, "must_change_password", label("User", "Must change password")),
            field(&User::disabled,           "disabled",             label("User", "Disabled")));
        // clang-format on
    }
    friend bool operator==(const User&, const User&) = default;
};

inline security::Roles rolesOf(const User& user)
{
    return security::rolesOf(user.roles);
}

/// Ending a row of somebody else's session is how it is revoked.
struct UserSession {
    UserSessionId id;
    UserId user;
    QString computer;
    Instant startedAt = 0;
    std::optional<qint64> endedAt;
    std::optional<QString> endedBy;

    static constexpr auto schema()
    {
        // clang-format off
        return entity("sessions",
            field(&UserSession::id,        "id",         label("UserSession", "Id"),       {.key = true, .hidden = true}),
            field(&UserSession::user,      "user_id",    label("UserSession", "User"),     {.required = true, .references = "users"}),
            field(&UserSession::computer,  "computer",    label("UserSession", "Computer")),
            field(&UserSession::startedAt, "started_at", label("UserSession", "Started"),  {.required = true, .instant = true}),
            field(&UserSession::endedAt,   "ended_at",   label("UserSession", "Ended"),    {.instant = true}),
            field(&UserSession::endedBy,   "ended_by",   label("UserSession", "Ended by"), {.choices = "sign_out|time|revoked|lost"}));
        // clang-format on
    }
    friend bool operator==(const UserSession&, const UserSession&) = default;
};

} // namespace edupro
