// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ImportCommand.h"
#include "app/cli/SchoolCommands.h"

namespace edupro::cli {

const std::vector<Command>& commands()
{
    // clang-format off
    static const Option store { "store", "FILE", "the school file", true };
    static const Option json  { "json", nullptr, "print one JSON document" };
    static const std::vector<Command> table {
        { "school create", "FILE", "Make a new, empty school file.",
          { { "name", "NAME", "the school's name", true }, { "npsn", "8CHARS", "its national number" }, json }, createSchool },
        { "demo create", "FILE", "Make a synthetic example school: same seed, same school.",
          { { "students", "N", "at school today (600)" }, { "seed", "N", "random seed (1)" }, json }, createDemo },
        { "import", "KIND CSV", "Import a CSV file; KIND: students, marks, attendance, incomes, achievements or indicators.",
          { store, { "map", "HEADING=FIELD", "take a column for a field (repeatable)" },
            { "dry-run", nullptr, "check only; nothing is stored" }, { "strict", nullptr, "all rows or none" },
            { "rejects", "OUT.csv", "write the rejected rows with the reason beside each" },
            { "year", "YEAR", "of indicators without a year column; the school year of the students' classes" },
            { "codes", "SYSTEM", "whose province codes the file uses: kemendagri or bps" }, json }, importFile },
    };
    // clang-format on
    return table;
}

} // namespace edupro::cli
