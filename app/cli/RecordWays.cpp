// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RecordWays.h"

#include "core/Entities.h"

#include <algorithm>
#include <iterator>

namespace edupro::cli {

namespace {

struct Way {
    const char* table;
    const char* commands;
};

// clang-format off
constexpr Way ways[] = {
    {"users",               "user add, user roles, user disable"},
    {"sessions",            "user sessions, user end"},
    {"attendance_sessions", "import attendance-days"},
    {"attendance_days",     "import attendance-days"},
    {"privacy_requests",    "privacy request, privacy decide"},
    {"erasures",            "student erase"},
    {"breaches",            "privacy breach, privacy told"},
    {"model_versions",      "train"},
    {"predictions",         "predict"},
    {"cluster_assignments", "cluster"},
};
// clang-format on

} // namespace

Values blankRecord(const EntityInfo& entity)
{
    Values blank;
    forEachEntity([&]<class T>() {
        if (&entityInfo<T>() == &entity) blank = valuesOf(T{});
    });
    return blank;
}

const char* commandsOf(const EntityInfo& entity)
{
    const auto* found = std::find_if(std::begin(ways), std::end(ways), [&](const Way& way) {
        return entity.table == QLatin1String(way.table);
    });
    return found == std::end(ways) ? nullptr : found->commands;
}

} // namespace edupro::cli
