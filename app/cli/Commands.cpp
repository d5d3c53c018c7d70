// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SchoolCommands.h"

namespace edupro::cli {

const std::vector<Command>& commands()
{
    // clang-format off
    [[maybe_unused]] static const Option store { "store", "FILE", "the school file", true };
    static const Option json  { "json", nullptr, "print one JSON document" };
    static const std::vector<Command> table {
        { "school create", "FILE", "Make a new, empty school file.",
          { { "name", "NAME", "the school's name", true }, { "npsn", "8CHARS", "its national number" }, json }, createSchool },
        { "demo create", "FILE", "Make a synthetic example school: same seed, same school.",
          { { "students", "N", "at school today (600)" }, { "seed", "N", "random seed (1)" }, json }, createDemo },
    };
    // clang-format on
    return table;
}

} // namespace edupro::cli
