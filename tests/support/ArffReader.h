// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the ARFF files of the classic data sets, without Qt. For tests: throws on nonsense.
#pragma once

#include "core/ml/Dataset.h"
#include "tests/support/JsonReader.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace edupro::tests {

/// The next word of an ARFF line: a quoted text, or what stands before a blank or one of `ends`.
inline std::string arffWord(const std::string& line, std::size_t& at, const std::string& ends)
{
    const std::string blanks = " \t\r";
    while (at < line.size() && blanks.find(line[at]) != std::string::npos)
        ++at;
    std::string word;
    if (at < line.size() && (line[at] == '\'' || line[at] == '"')) {
        const char quote = line[at++];
        while (at < line.size() && line[at] != quote) {
            if (line[at] == '\\') ++at;
            word += line[at++];
        }
        ++at;
    } else {
        while (at < line.size() && (blanks + ends).find(line[at]) == std::string::npos)
            word += line[at++];
    }
    while (at < line.size() && blanks.find(line[at]) != std::string::npos)
        ++at;
    return word;
}

inline ml::Column arffAttribute(const std::string& line, std::size_t at)
{
    ml::Column column;
    column.name = arffWord(line, at, "{");
    if (at >= line.size() || line[at] != '{') return column; // real, integer [1,10], numeric
    column.kind = ml::ColumnKind::Nominal;
    ++at;
    while (at < line.size() && line[at] != '}') {
        column.categories.push_back(arffWord(line, at, ",}"));
        if (at < line.size() && line[at] == ',') ++at;
    }
    return column;
}

inline double arffValue(const ml::Column& column, const std::string& word)
{
    if (word == "?") return ml::missing;
    if (!column.isNominal()) return std::stod(word);
    const auto place = std::find(column.categories.begin(), column.categories.end(), word);
    if (place == column.categories.end()) throw std::runtime_error("ARFF category " + word);
    return static_cast<double>(place - column.categories.begin());
}

/// The class is the last attribute.
inline ml::Dataset readArff(const std::string& path)
{
    std::istringstream lines(fileText(path));
    std::vector<ml::Column> columns;
    std::string line;
    bool inData = false;
    while (std::getline(lines, line)) {
        std::size_t at = 0;
        if (line.find_first_not_of(" \t\r") == std::string::npos || line[0] == '%') continue;
        if (!inData) {
            std::string keyword = arffWord(line, at, "");
            std::transform(keyword.begin(), keyword.end(), keyword.begin(), [](char c) {
                return static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
            });
            if (keyword == "@attribute") columns.push_back(arffAttribute(line, at));
            inData = keyword == "@data";
            continue;
        }
        for (ml::Column& column : columns) {
            column.values.push_back(arffValue(column, arffWord(line, at, ",")));
            if (at < line.size() && line[at] == ',') ++at;
        }
    }
    if (columns.empty()) throw std::runtime_error("no ARFF at " + path);
    ml::Dataset data;
    data.target = columns.back();
    columns.pop_back();
    data.columns = std::move(columns);
    return data;
}

} // namespace edupro::tests
