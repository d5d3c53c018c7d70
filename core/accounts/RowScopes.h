// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that a person may see and write, as TEMP views of the person's connection (SQLite).
#pragma once

#include "core/security/Permissions.h"
#include "core/storage/Store.h"

#include <vector>

namespace edupro::accounts {

/// Shadows every table that the roles may not read whole: a view of the same name with the rows of
/// the scope (core/accounts/sql/own_<table>), no rows without a scope, and NULL in sealed columns
/// for those who may not read them. The published views are made again over the shadows, so that
/// every named query and every published name answers with the same rows. For tables that may be
/// written in part, temp.writable_<table> has the ids of the rows in the scope.
/// Whatever was set before goes. Internal `accounts.scope` when a scope has no query.
Done setRowScopes(storage::Store& store, const QUuid& user, security::Roles roles);

/// Drops all of them.
Done clearRowScopes(storage::Store& store);

/// "temp.writable_final_marks".
QString writableView(const EntityInfo& entity);

} // namespace edupro::accounts
