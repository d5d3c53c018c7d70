// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ml/tables/NamesTable.h"

#include "tests/support/Catch.h"
#include "tests/support/JsonReader.h"
#include "tests/support/Paths.h"
#include "tests/support/TableCells.h"

#include <filesystem>

using namespace edupro;
using namespace edupro::ml;
using namespace edupro::tests;

namespace {

Table tableOf(std::string_view names, std::string_view data)
{
    const Result<Table> table = readNamesTable(names, data);
    if (!table) FAIL(table.error().detail);
    return *table;
}

/// The key of the refusal, after checking that its detail names the line.
std::string refusal(const std::string& names, const std::string& data, const std::string& place)
{
    const Result<Table> table = readNamesTable(names, data);
    if (table) FAIL("read although it is broken: " << textOf(*table));
    CAPTURE(table.error().detail);
    CHECK_THAT(table.error().detail, ContainsSubstring(place));
    return table.error().key;
}

const std::string names = "yes, no.\nage: continuous.\nkind: a, b c.\n";

} // namespace

TEST_CASE("The .names declare what the .data hold", "[ml]")
{
    const Table table = tableOf(
        "| labour\nyes , no.  | the classes\n\nage#1 \t: continuous.\nid: ignore\n"
        "home  town : New   York,\n   St\\. Ives ,\n U.S.A | a comment\ncode: discrete 3.\n",
        "30,1,New York,x,yes.\n\n| nothing\n.5, 2, St\\. Ives,y, no | "
        "said\n?,3,U.S.A,x,?\n5.,4,?,z,"
        "no.\n");
    CHECK(
        textOf(table) == "age#1=30 0.5 ? 5|home town{New York,St. Ives,U.S.A}=New York St. Ives "
                         "U.S.A ?|code{x,y,z}=x y x z|class{yes,no}=yes no ? no");
    REQUIRE(table.notes.size() == 1);
    CHECK_THAT(table.notes[0], ContainsSubstring("\"id\""));
}

TEST_CASE("Rows of a .data may all be without a class", "[ml]")
{
    const Table table = tableOf(names, "1,a\r\n2,b c\r\n");
    CHECK(textOf(table) == "age=1 2|kind{a,b c}=a b c|class{yes,no}=? ?");
    CHECK(table.notes.size() == 1);
    CHECK(refusal(names, "1,a\n2,a,yes\n", "line 2 of the .data") == "names.ragged");
    CHECK(refusal(names, "1,a,yes\n2,a\n", "line 2 of the .data") == "names.ragged");
}

TEST_CASE("The class of a .names gets a name that no attribute has", "[ml]")
{
    const Table table = tableOf("a,b.\nclass: continuous.\n", "1,a\n");
    CHECK(textOf(table) == "class=1|class_{a,b}=a");
}

TEST_CASE("What is wrong in .names and .data is refused by its line", "[ml]")
{
    CHECK(refusal("", "", "line 1 of the .names") == "names.syntax");
    CHECK(refusal("yes, no.\n", "", "of the .names") == "names.syntax");
    CHECK(refusal("yes, no.\nage continuous.\n", "", "line 2 of the .names") == "names.syntax");
    CHECK(refusal("yes, no.\nage: tall.\n", "", "line 2 of the .names") == "names.syntax");
    CHECK(refusal("yes, no.\nage: discrete 0.\n", "", "line 2 of the .names") == "names.syntax");
    CHECK(refusal("yes, no.\nage: a,\n", "", "of the .names") == "names.syntax");
    CHECK(refusal("yes, no.\nage: a, b: c.\n", "", "line 2 of the .names") == "names.syntax");
    CHECK(refusal("yes, no.\nage: a, , b.\n", "", "line 2 of the .names") == "names.syntax");
    CHECK(refusal("yes, yes.\nage: a, b.\n", "", "line 1 of the .names") == "names.name");
    CHECK(refusal(names + "age: a, b.\n", "", "line 4 of the .names") == "names.name");
    CHECK(refusal(names, "1,a,yes\nx,a,yes\n", "line 2 of the .data") == "names.value");
    CHECK(refusal(names, "1e999,a,yes\n", "line 1 of the .data") == "names.value");
    CHECK(refusal(names, "1,c,yes\n", "line 1 of the .data") == "names.value");
    CHECK(refusal(names, "1,a,maybe\n", "line 1 of the .data") == "names.value");
    CHECK(refusal(names, "1,a,yes,2\n", "line 1 of the .data") == "names.ragged");
    CHECK(refusal(names, "1\n", "line 1 of the .data") == "names.ragged");
    CHECK(refusal(names, "1,a. b,yes\n", "line 1 of the .data") == "names.ragged");
    CHECK(refusal("y,n.\nk: discrete 1.\n", "a,y\nb,y\n", "line 2 of the .data") == "names.value");
}

TEST_CASE("The classic sets in C4.5's own format are read whole", "[ml][golden]")
{
    const std::string folder = sharedPath("/data/c45/quinlan/");
    if (!std::filesystem::exists(folder)) {
        saySkipped("reading the classic .names sets", "no " + folder);
        return;
    }
    const auto [name, rows, columns, classes, gaps] =
        GENERATE(table<std::string, std::size_t, std::size_t, std::size_t, std::size_t>(
            {{"iris", 150, 5, 3, 0},
             {"wine", 178, 14, 3, 0},
             {"glass", 214, 10, 7, 0},
             {"hepatitis", 155, 20, 2, 167}}));
    CAPTURE(name);
    const Table table =
        tableOf(fileText(folder + name + ".names"), fileText(folder + name + ".data"));
    CHECK(table.rows() == rows);
    CHECK(table.columns.size() == columns);
    CHECK(table.columns.back().categories.size() == classes);
    std::size_t missingCells = 0;
    for (const Column& column : table.columns)
        missingCells += static_cast<std::size_t>(
            std::count_if(column.values.begin(), column.values.end(), isMissing));
    CHECK(missingCells == gaps);
}

TEST_CASE("Reading .names and .data can be cancelled", "[ml]")
{
    const Result<Table> table = readNamesTable(names, "1,a,yes\n", [](double) { return false; });
    REQUIRE_FALSE(table.has_value());
    CHECK(table.error().code == ErrorCode::Cancelled);
}
