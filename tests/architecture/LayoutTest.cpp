// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/support/Paths.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

using namespace edupro::tests;

namespace {

const std::set<std::string> agreed = {
    "CMakeLists.txt",
    "CMakePresets.json",
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "app",
    "core",
    "ui",
    "resources",
    "translations",
    "installer",
    "tests"};

// What .gitignore names at the top level ("/build/"): there on a working machine, not in the
// project.
std::set<std::string> ignoredAtTop(const std::filesystem::path& root)
{
    std::set<std::string> names;
    std::ifstream in(root / ".gitignore");
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with('/')) continue;
        if (line.ends_with('/')) line.pop_back();
        names.insert(line.substr(1));
    }
    return names;
}

} // namespace

TEST_CASE("The top level holds the agreed folders and documents and nothing else", "[architecture]")
{
    const std::filesystem::path root = sourcePath("");
    const std::set<std::string> ignored = ignoredAtTop(root);
    CHECK(ignored.contains("build"));
    for (const auto& entry : std::filesystem::directory_iterator(root)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with('.') || ignored.contains(name)) continue;
        INFO(name);
        CHECK(agreed.contains(name));
    }
}
