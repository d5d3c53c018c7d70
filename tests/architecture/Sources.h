// SPDX-License-Identifier: GPL-3.0-or-later
// The project's own sources as text, for the tests that read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace edupro::tests {

struct SourceFile {
    std::string path; ///< from the root, with slashes: "core/base/Error.h"
    std::vector<std::string> lines;
};

/// An #include line: the path as written, with its quotes or angle brackets:
/// "\"core/base/Error.h\"",
/// "<QString>".
struct Include {
    std::size_t line; ///< counted from 1
    std::string what;
};

/// All .h and .cpp files under app, core, ui and tests, ordered by path.
std::vector<SourceFile> projectSources();

std::vector<Include> includesOf(const SourceFile& file);

/// The line without its `//` comment and without the contents of "string literals".
std::string codeOf(std::string_view line);

/// Whether `word` stands in `code` as a whole identifier.
bool hasWord(std::string_view code, std::string_view word);

} // namespace edupro::tests
