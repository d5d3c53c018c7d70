// SPDX-License-Identifier: GPL-3.0-or-later
// What the person of an open store may do; asked by Store before every read and write.
#pragma once

#include "core/base/Result.h"
#include "core/record/Schema.h"
#include "core/security/Permissions.h"

#include <QString>
#include <QUuid>

namespace edupro::storage {

class Store;

/// The signed-in person. A store without one is unrestricted: a plain file without users (the
/// laboratory), and the program's own work. On the store's thread.
/// Rows outside a person's scope are hidden by TEMP views of the connection that shadow the tables
/// (SQLite); the store's writes, and what it reads to prepare them, go to the tables themselves.
class Access {
public:
    virtual ~Access() = default;

    /// Whose id is written as "by".
    virtual QUuid user() const = 0;
    virtual QString login() const = 0;
    virtual security::Roles roles() const = 0;
    /// Asked at the beginning of each action: a read, a write outside of a transaction, a
    /// transaction. Errors: Permission `session.expired`, `session.locked`.
    virtual Done checkSession(Store& store) = 0;
    /// Asked inside the transaction before a row is written. `before`: the row as it stands, null
    /// for a new one; `after`: as it will be, null for marking as deleted. `reason`: of the action,
    /// may be empty. Errors: Permission `access.denied`, `access.reason` (allowed with a reason
    /// only), `access.locked_term`.
    virtual Done checkWrite(
        Store& store,
        const EntityInfo& entity,
        const Values* before,
        const Values* after,
        const QString& reason) = 0;
    /// Asked after the row was written, still inside; an error undoes the row.
    virtual Done checkWritten(Store& store, const EntityInfo& entity, const QUuid& id) = 0;

    security::Scope scopeOf(security::Action action, security::Object object) const
    {
        return security::scopeOf(roles(), action, object);
    }
    /// Permission `access.denied` when no role of the person gives the action on any row.
    Done require(security::Action action, security::Object object) const;
    /// The same for reading an entity's table; a table without an object is refused.
    Done requireRead(const EntityInfo& entity) const;
};

/// Permission `access.denied`: "<action> of <object>" and the roles that may.
Error denied(security::Action action, security::Object object);

} // namespace edupro::storage
