// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the golden JSON files without Qt. For tests: trusts its input and throws on nonsense.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace edupro::tests {

struct Json {
    enum class Kind { Null, Flag, Number, Text, List, Object };
    Kind kind = Kind::Null;
    bool flag = false;
    double number = 0.0;
    std::string text{};
    std::vector<Json> list{};
    std::map<std::string, Json> object{};

    bool has(const std::string& name) const { return object.count(name) != 0; }
    const Json& operator[](const std::string& name) const { return object.at(name); }
    const Json& operator[](std::size_t index) const { return list.at(index); }
    std::size_t size() const { return list.size(); }
    std::size_t count() const { return static_cast<std::size_t>(number); }

    std::vector<double> numbers() const
    {
        std::vector<double> values;
        for (const Json& item : list)
            values.push_back(item.number);
        return values;
    }
    std::vector<std::size_t> counts() const
    {
        std::vector<std::size_t> values;
        for (const Json& item : list)
            values.push_back(item.count());
        return values;
    }
};

/// The document `text` holds. Throws std::runtime_error on nonsense.
Json jsonFrom(const std::string& text);

/// The whole file, or an empty text when there is none.
std::string fileText(const std::string& path);

Json readJson(const std::string& path);

} // namespace edupro::tests
