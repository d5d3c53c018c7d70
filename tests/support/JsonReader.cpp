// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/JsonReader.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace edupro::tests {

namespace {

class JsonReader {
public:
    explicit JsonReader(const std::string& text)
        : m_text(text)
    {
    }

    Json value()
    {
        Json json;
        switch (look()) {
        case '{':
            readObject(json);
            break;
        case '[':
            readList(json);
            break;
        case '"':
            json.kind = Json::Kind::Text;
            json.text = readText();
            break;
        case 't':
            literal("true"), json.kind = Json::Kind::Flag, json.flag = true;
            break;
        case 'f':
            literal("false"), json.kind = Json::Kind::Flag;
            break;
        case 'n':
            literal("null");
            break;
        default:
            readNumber(json);
        }
        return json;
    }

private:
    char look()
    {
        while (m_at < m_text.size() &&
               std::string(" \t\r\n").find(m_text[m_at]) != std::string::npos)
            ++m_at;
        if (m_at == m_text.size()) throw std::runtime_error("JSON ends early");
        return m_text[m_at];
    }
    void expect(char c)
    {
        if (look() != c) throw std::runtime_error(std::string("JSON lacks ") + c);
        ++m_at;
    }
    bool accept(char c)
    {
        if (look() != c) return false;
        ++m_at;
        return true;
    }
    void literal(const std::string& word)
    {
        if (m_text.compare(m_at, word.size(), word) != 0) throw std::runtime_error("JSON word");
        m_at += word.size();
    }
    void readObject(Json& json)
    {
        json.kind = Json::Kind::Object;
        expect('{');
        while (!accept('}')) {
            look();
            const std::string name = readText();
            expect(':');
            json.object[name] = value();
            (void)accept(',');
        }
    }
    void readList(Json& json)
    {
        json.kind = Json::Kind::List;
        expect('[');
        while (!accept(']')) {
            json.list.push_back(value());
            (void)accept(',');
        }
    }
    std::string readText()
    {
        expect('"');
        std::string text;
        while (m_text.at(m_at) != '"') {
            char c = m_text[m_at++];
            if (c == '\\') {
                c = m_text.at(m_at++);
                if (c == 'n') c = '\n';
                if (c == 't') c = '\t';
                if (c == 'u') throw std::runtime_error("JSON \\u is not used in the golden files");
            }
            text += c;
        }
        ++m_at;
        return text;
    }
    void readNumber(Json& json)
    {
        char* end = nullptr;
        json.kind = Json::Kind::Number;
        json.number = std::strtod(m_text.c_str() + m_at, &end);
        if (end == m_text.c_str() + m_at) throw std::runtime_error("JSON number");
        m_at = static_cast<std::size_t>(end - m_text.c_str());
    }

    const std::string& m_text;
    std::size_t m_at = 0;
};

} // namespace

Json jsonFrom(const std::string& text)
{
    return JsonReader(text).value();
}

std::string fileText(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Json readJson(const std::string& path)
{
    return jsonFrom(fileText(path));
}

} // namespace edupro::tests
