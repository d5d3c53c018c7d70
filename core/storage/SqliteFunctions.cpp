// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqliteFunctions.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

namespace edupro::storage {

sqlite3* sqliteHandleOf(const QSqlDatabase& database)
{
    const QVariant handle = database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0) return nullptr;
    return *static_cast<sqlite3* const*>(handle.constData());
}

Done addFunction(
    const QSqlDatabase& database, const SqlFunction& function, void* held, void (*forget)(void*))
{
    sqlite3* sqlite = sqliteHandleOf(database);
    if (!sqlite) forget(held);
    const int answer = !sqlite ? SQLITE_MISUSE
                               : sqlite3_create_function_v2(
                                     sqlite,
                                     function.name,
                                     function.arguments,
                                     function.flags,
                                     held,
                                     function.body,
                                     nullptr,
                                     nullptr,
                                     forget);
    if (answer == SQLITE_OK) return done();
    const bool noMemory = answer == SQLITE_NOMEM;
    return Error{
        .code = noMemory ? ErrorCode::Io : ErrorCode::Internal,
        .key = noMemory ? "store.memory" : "store.functions",
        .detail = std::string("cannot register ") + function.name + " with the database driver"};
}

} // namespace edupro::storage
