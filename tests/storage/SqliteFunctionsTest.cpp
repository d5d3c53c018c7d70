// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqliteFunctions.h"

#include "tests/support/Catch.h"

#include <QSqlDatabase>

using namespace edupro;
using namespace edupro::storage;

namespace {

void nothing(sqlite3_context*, int, sqlite3_value**)
{
}

void countForgotten(void* held)
{
    ++*static_cast<int*>(held);
}

} // namespace

TEST_CASE("Functions go to no driver but SQLite's, and what they hold is let go", "[storage]")
{
    int forgotten = 0;
    const SqlFunction function{.name = "edu_nothing", .arguments = 0, .body = guarded<nothing>};
    const Done added = addFunction(QSqlDatabase(), function, &forgotten, countForgotten);
    REQUIRE_FALSE(added.has_value());
    CHECK(added.error().key == "store.functions");
    CHECK(forgotten == 1);
}
