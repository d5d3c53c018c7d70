// SPDX-License-Identifier: GPL-3.0-or-later
// Who works with the window, and what they may do.
#pragma once

#include "core/security/Permissions.h"

#include <QUuid>

namespace edupro::ui {

/// Without an id nobody has signed in: a plain file without users, where everything is allowed.
struct Person {
    QUuid id;
    QString login;
    QString name;
    security::Roles roles = security::everyone;

    bool isSignedIn() const { return !id.isNull(); }
    /// On some rows at least. The core decides again at each action.
    bool may(security::Action action, security::Object object) const
    {
        return !isSignedIn() || security::may(roles, action, object);
    }
    friend bool operator==(const Person&, const Person&) = default;
};

/// "Administrator", in the language of the window.
QString roleWord(security::Role role);
/// "Administrator, teacher"; empty for none.
QString roleWords(security::Roles roles);

} // namespace edupro::ui
