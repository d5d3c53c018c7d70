// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Person.h"

#include <QCoreApplication>
#include <QStringList>

namespace edupro::ui {

using security::Role;

QString roleWord(Role role)
{
    switch (role) {
    case Role::Admin:
        return QCoreApplication::translate("Role", "Administrator");
    case Role::Principal:
        return QCoreApplication::translate("Role", "Principal");
    case Role::Teacher:
        return QCoreApplication::translate("Role", "Teacher");
    case Role::Staff:
        return QCoreApplication::translate("Role", "Office staff");
    }
    return {};
}

QString roleWords(security::Roles roles)
{
    QStringList words;
    for (const Role role : security::allRoles) {
        if (roles.testFlag(role)) words << roleWord(role);
    }
    return words.join(QStringLiteral(", "));
}

} // namespace edupro::ui
