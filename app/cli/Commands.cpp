// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ImportCommand.h"
#include "app/cli/ModelCommands.h"
#include "app/cli/ReportCommand.h"
#include "app/cli/SchoolCommands.h"

namespace edupro::cli {

const std::vector<Command>& commands()
{
    // clang-format off
    static const Option store { "store", "FILE", "the school file", true };
    static const Option json  { "json", nullptr, "print one JSON document" };
    static const Option target { "target", "TARGET", "next-term (the default) or status-now" };
    static const Option term  { "term", "CODE", "the term whose figures are used, as 20251 (the newest with marks)" };
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
        { "train", "", "Train the early warning on the terms that are over; accuracy beside its baselines.",
          { store, target, { "without-income", nullptr, "leave the parents' income out" }, json }, trainModel },
        { "predict", "", "Predict every student at school with the model in production.",
          { store, target, term, { "csv", "OUT", "write all rows" }, json }, predictStudents },
        { "explain", "STUDENT", "Why the model says what it says; STUDENT: a NIS or a name.",
          { store, target, term, json }, explainStudent },
        { "cluster", "", "Group the provinces by their indicators.",
          { store, { "k", "N", "number of clusters, 2 to 6 (3)" }, { "seed", "N", "random seed (1)" }, json }, clusterRegions },
        { "report readiness", "", "Write the dashboard as one A4 page.",
          { store, { "pdf", "OUT", "the file to write", true }, term, { "language", "LANG", "id (the default) or en" }, json },
          reportReadiness, true },
    };
    // clang-format on
    return table;
}

} // namespace edupro::cli
