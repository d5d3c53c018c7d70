// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Access.h"

namespace edupro::storage {

using security::Action;
using security::Object;

Error denied(Action action, Object object)
{
    const QString who = security::textOf(security::rolesThatMay(action, object));
    const QString what = QStringLiteral("not allowed: %1 %2; needs %3")
                             .arg(
                                 security::nameOf(action),
                                 security::nameOf(object),
                                 who.isEmpty() ? QStringLiteral("a role that nobody has") : who);
    return {.code = ErrorCode::Permission, .key = "access.denied", .detail = what.toStdString()};
}

Done Access::require(Action action, Object object) const
{
    if (scopeOf(action, object) == security::Scope::None) return denied(action, object);
    return done();
}

Done Access::requireRead(const EntityInfo& entity) const
{
    Object object{};
    if (security::objectOf(entity.table, object)) return require(Action::Read, object);
    return Error{
        .code = ErrorCode::Permission,
        .key = "access.denied",
        .detail = "not allowed: the table " + entity.table.toStdString() + " has no permissions"};
}

} // namespace edupro::storage
