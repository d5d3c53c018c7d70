// SPDX-License-Identifier: GPL-3.0-or-later
// Another program's hand on a plain school file.
#pragma once

#include "tests/support/Catch.h"

#include <QString>

#include <sqlite3.h>

#include <string>

namespace edupro::tests {

/// Runs SQL on a file as a program does that knows nothing of ours; answers what SQLite complains.
inline std::string foreignly(const QString& path, const char* sql)
{
    sqlite3* file = nullptr;
    REQUIRE(
        sqlite3_open_v2(path.toUtf8().constData(), &file, SQLITE_OPEN_READWRITE, nullptr) ==
        SQLITE_OK);
    char* why = nullptr;
    sqlite3_exec(file, sql, nullptr, nullptr, &why);
    const std::string message = why ? why : "";
    sqlite3_free(why);
    sqlite3_close(file);
    return message;
}

} // namespace edupro::tests
