// SPDX-License-Identifier: GPL-3.0-or-later
// Matrices for clustering tests: written out, read from plain CSV, or generated.
#pragma once

#include "core/ml/Matrix.h"
#include "tests/support/JsonReader.h"

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

namespace edupro::tests {

inline ml::Matrix aMatrix(const std::vector<std::vector<double>>& rows)
{
    ml::Matrix matrix(rows.size(), rows.empty() ? 0 : rows.front().size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        std::copy(rows[row].begin(), rows[row].end(), matrix.row(row).begin());
    return matrix;
}

inline std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream in(line);
    std::string cell;
    while (std::getline(in, cell, ','))
        cells.push_back(cell.substr(0, cell.find('\r')));
    return cells;
}

/// The named columns of a CSV file without quotes, of the rows where `filterColumn` is `filter`
/// (all rows when it is empty).
inline ml::Matrix readColumns(
    const std::string& path,
    const std::vector<std::string>& names,
    const std::string& filterColumn = {},
    const std::string& filter = {})
{
    std::istringstream lines(fileText(path));
    std::string line;
    std::getline(lines, line);
    const std::vector<std::string> heading = cellsOf(line);
    const auto indexOf = [&heading](const std::string& name) {
        const auto place = std::find(heading.begin(), heading.end(), name);
        if (place == heading.end()) throw std::runtime_error("no column " + name);
        return static_cast<std::size_t>(place - heading.begin());
    };
    std::vector<std::vector<double>> rows;
    while (std::getline(lines, line)) {
        const std::vector<std::string> cells = cellsOf(line);
        if (!filterColumn.empty() && cells[indexOf(filterColumn)] != filter) continue;
        std::vector<double> row;
        for (const std::string& name : names)
            row.push_back(std::stod(cells[indexOf(name)]));
        rows.push_back(row);
    }
    return aMatrix(rows);
}

/// The generated set blobs6(n, seed) of the golden files: five groups in six columns.
inline ml::Matrix blobs6(std::size_t n, std::uint64_t seed)
{
    const auto uniform = [seed](std::uint64_t i) {
        std::uint64_t z = seed + (i + 1) * 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
    };
    ml::Matrix matrix(n, 6);
    for (std::size_t row = 0; row < n; ++row) {
        const std::uint64_t first = 13 * row;
        const int group = static_cast<int>(uniform(first + 12) * 5.0);
        for (int j = 0; j < 6; ++j) {
            const auto pair = first + static_cast<std::uint64_t>(2 * j);
            const double spread = 1.5 * (uniform(pair) + uniform(pair + 1) - 1.0);
            matrix.row(row)[static_cast<std::size_t>(j)] =
                static_cast<double>((7 * group + 3 * j) % 11 - 5) + spread;
        }
    }
    return matrix;
}

} // namespace edupro::tests
