// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/Sources.h"
#include "tests/support/Catch.h"

#include <set>
#include <string>

using namespace edupro::tests;

namespace {

constexpr std::size_t longestSource = 400;
constexpr std::size_t longestHeader = 150;

// Tables of data: long because there is much of one kind, not because there are many ideas.
const std::set<std::string> tables = {};

// Headers of templates, whose code has nowhere else to stand: held to the bound of sources.
const std::set<std::string> templates = {"core/record/Schema.h", "core/storage/Store.h"};

bool isTooLong(const SourceFile& file)
{
    if (tables.contains(file.path)) return false;
    const bool declares = file.path.ends_with(".h") && !templates.contains(file.path);
    return file.lines.size() > (declares ? longestHeader : longestSource);
}

} // namespace

TEST_CASE("No source has outgrown its idea", "[architecture]")
{
    std::set<std::string> present;
    for (const SourceFile& file : projectSources()) {
        present.insert(file.path);
        if (isTooLong(file)) FAIL_CHECK(file.path << " has " << file.lines.size() << " lines");
    }
    for (const auto& exempt : {tables, templates}) {
        for (const std::string& path : exempt) {
            INFO("exempt, but no longer there: " << path);
            CHECK(present.contains(path));
        }
    }
}

TEST_CASE("A source one line too long is found", "[architecture]")
{
    CHECK_FALSE(isTooLong({.path = "core/a/A.cpp", .lines = std::vector<std::string>(400)}));
    CHECK(isTooLong({.path = "core/a/A.cpp", .lines = std::vector<std::string>(401)}));
    CHECK_FALSE(isTooLong({.path = "core/a/A.h", .lines = std::vector<std::string>(150)}));
    CHECK(isTooLong({.path = "core/a/A.h", .lines = std::vector<std::string>(151)}));
}
