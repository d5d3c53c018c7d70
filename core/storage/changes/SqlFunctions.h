// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL functions that the triggers of a school file call. They exist on this program's
// connections only: a foreign tool that writes to a table fails with "no such function" instead of
// writing unseen.
#pragma once

#include "core/base/Result.h"
#include "core/storage/changes/ChangeContext.h"

class QSqlDatabase;

namespace edupro::storage {

/// Registers, on an open SQLite connection:
///   edu_remote()                        the ChangeMode as a number
///   edu_version([seen])                 the next version, above `seen`
///   edu_meta(action, table, id, cols)   the public part of an event; cols: JSON list or NULL
///   edu_values(names, new...)           {"column":[null,new]} of what is not NULL
///   edu_changes(names, old, new...)     {"column":[old,new]} of what differs
///   edu_changed(names, old, new...)     ["column"] of what differs
///   edu_start(file)                     the hash that the chain of a file begins with
///   edu_proof(previous, meta, payload)  salt and hashes of an event that follows `previous`
///   edu_blank(proof)                    the same with its salt wiped
/// `names` are columns separated by commas; a flag's name ends in '?'.
/// `context` must outlive the connection. Errors: those of addFunction().
Done registerChangeFunctions(const QSqlDatabase& database, ChangeContext& context);

} // namespace edupro::storage
