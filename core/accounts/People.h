// SPDX-License-Identifier: GPL-3.0-or-later
// The people with a login, as lists show them, and their names for those who only know ids.
#pragma once

#include "core/accounts/User.h"
#include "core/storage/Store.h"

#include <QHash>

#include <vector>

namespace edupro::accounts {

struct PersonRow {
    UserId id;
    QString login;
    QString name;
    QString roles;
    bool mustChangePassword = false;
    bool disabled = false;
    std::optional<qint64> lastSignIn;
    qint64 running = 0; ///< sessions

    static constexpr auto schema()
    {
        return entity(
            "list_people",
            field(&PersonRow::id, "id"),
            field(&PersonRow::login, "login"),
            field(&PersonRow::name, "name"),
            field(&PersonRow::roles, "roles"),
            field(&PersonRow::mustChangePassword, "must_change_password"),
            field(&PersonRow::disabled, "disabled"),
            field(&PersonRow::lastSignIn, "last_sign_in", {}, {.instant = true}),
            field(&PersonRow::running, "running"));
    }
};

/// Those whom the asking person may see; disabled ones last.
Result<std::vector<PersonRow>> listPeople(storage::Store& store);

/// Names by id, as the audit writes ids.
Result<QHash<QString, QString>> personNames(storage::Store& store);

} // namespace edupro::accounts
