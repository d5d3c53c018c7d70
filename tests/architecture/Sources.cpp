// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/Sources.h"

#include "tests/support/Paths.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>

namespace edupro::tests {

namespace {

SourceFile read(const std::filesystem::path& root, const std::filesystem::path& path)
{
    SourceFile file{.path = path.lexically_relative(root).generic_string()};
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);)
        file.lines.push_back(line);
    return file;
}

bool isIdentifier(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

} // namespace

std::vector<SourceFile> projectSources()
{
    const std::filesystem::path root = sourcePath("");
    std::vector<SourceFile> files;
    for (const char* top : {"app", "core", "ui", "tests"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
            const auto extension = entry.path().extension();
            if (entry.is_regular_file() && (extension == ".h" || extension == ".cpp")) {
                files.push_back(read(root, entry.path()));
            }
        }
    }
    std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) {
        return a.path < b.path;
    });
    return files;
}

std::vector<Include> includesOf(const SourceFile& file)
{
    std::vector<Include> includes;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string& line = file.lines[i];
        const std::size_t hash = line.find_first_not_of(" \t");
        if (hash == std::string::npos || line.compare(hash, 8, "#include") != 0) continue;
        const std::size_t open = line.find_first_of("\"<", hash);
        if (open == std::string::npos) continue;
        const std::size_t close = line.find(line[open] == '<' ? '>' : '"', open + 1);
        if (close == std::string::npos) continue;
        includes.push_back({.line = i + 1, .what = line.substr(open, close - open + 1)});
    }
    return includes;
}

std::string codeOf(std::string_view line)
{
    std::string code;
    bool inText = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (inText && c == '\\') {
            ++i;
        } else if (c == '"' && (i == 0 || line[i - 1] != '\'')) {
            inText = !inText;
            code += c;
        } else if (!inText) {
            if (c == '/' && i + 1 < line.size() && line[i + 1] == '/') break;
            code += c;
        }
    }
    return code;
}

bool hasWord(std::string_view code, std::string_view word)
{
    for (std::size_t at = code.find(word); at != std::string_view::npos;
         at = code.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isIdentifier(code[at - 1])) &&
            (end == code.size() || !isIdentifier(code[end])))
            return true;
    }
    return false;
}

} // namespace edupro::tests
