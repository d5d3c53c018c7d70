// SPDX-License-Identifier: GPL-3.0-or-later
// SQL functions of this program on an open SQLite connection of Qt's.
#pragma once

#include "core/base/Result.h"

#include <sqlite3.h>

class QSqlDatabase;

namespace edupro::storage {

/// The handle behind a connection; null when its driver is not SQLite's.
sqlite3* sqliteHandleOf(const QSqlDatabase& database);

struct SqlFunction {
    using Body = void (*)(sqlite3_context* call, int count, sqlite3_value** arguments);

    const char* name;
    int arguments; ///< -1: any number
    Body body;
    int flags = SQLITE_UTF8;
};

/// Makes `function` known to the connection. `held` is what sqlite3_user_data() gives it, and goes
/// to `forget` when SQLite forgets the function, also when it could not be added. Errors: Io
/// `store.memory`; Internal `store.functions` when the driver's SQLite is not the program's.
Done addFunction(
    const QSqlDatabase& database, const SqlFunction& function, void* held, void (*forget)(void*));

/// A function's body as SQLite may call it: no exception may cross its C frames.
template<SqlFunction::Body body>
void guarded(sqlite3_context* call, int count, sqlite3_value** arguments)
{
    try {
        body(call, count, arguments);
    } catch (...) {
        sqlite3_result_error_nomem(call);
    }
}

} // namespace edupro::storage
