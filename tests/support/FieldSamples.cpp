// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FieldSamples.h"

#include "tests/support/Catch.h"

#include <QMap>

#include <algorithm>

namespace edupro::tests {

namespace {

QString latin(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

struct PatternSamples {
    QStringList good;
    QStringList bad;
};

/// Of every pattern that a description uses; a new one needs a row.
const QMap<QString, PatternSamples>& patternSamples()
{
    // clang-format off
    static const QMap<QString, PatternSamples> samples{
        {"[0-9]{2}",           {{"00", "14", "99"}, {"1", "140", "1a", "१४"}}},
        {"[0-9]{10}",          {{"0000000000", "0123456789"}, {"012345678", "01234567890", "012345678x", "01234 6789"}}},
        {"[0-9]{16}",          {{"0000000000000001", "3273015708130077"}, {"327301570813007", "32730157081300771"}}},
        {"[0-9]{18}",          {{"198001012005011001"}, {"19800101200501100", "1980010120050110011", "19800101 200501100"}}},
        {"[0-9]{4}[12]",       {{"20251", "20252"}, {"20253", "2025", "202511", "2025/1"}}},
        {"[0-9A-Z][0-9]{7}",   {{"12345678", "P2345678"}, {"1234567", "123456789", "p2345678", "PP345678"}}},
        {"P[0-9]{2}",          {{"P35"}, {"35", "P3", "p35", "P355"}}},
        {"[a-z0-9][a-z0-9._-]*", {{"guru1", "a.b-c_d"}, {".guru", "Guru", "gu ru"}}},
        {"(admin|principal|staff|teacher)( (admin|principal|staff|teacher))*", {{"admin", "staff teacher"}, {"boss", "admin,staff"}}},
    };
    // clang-format on
    return samples;
}

void addPatterns(std::vector<FieldSample>& samples, std::string_view pattern)
{
    const auto found = patternSamples().constFind(latin(pattern));
    if (found == patternSamples().constEnd())
        FAIL("no samples for the pattern " << pattern << "; add a row");
    for (const QString& text : found->good)
        samples.push_back({text, {}});
    for (const QString& text : found->bad)
        samples.push_back({text, "pattern"});
}

void addTexts(std::vector<FieldSample>& samples, const FieldRules& rules)
{
    if (!rules.choices.empty()) {
        for (const QString& choice : latin(rules.choices).split(u'|')) {
            samples.push_back({choice, {}});
            samples.push_back({choice + u'?', "choice"});
        }
        return;
    }
    if (!rules.pattern.empty()) {
        addPatterns(samples, rules.pattern);
        return;
    }
    const int shortest = std::max(1, rules.length.min);
    const int longest = rules.length.max > 0 ? rules.length.max : 10'000;
    samples.push_back({QString(shortest, u'a'), {}});
    samples.push_back({QString(longest, u'a'), {}});
    samples.push_back({QString(longest + 1, u'a'), "length"});
    if (shortest > 1) samples.push_back({QString(shortest - 1, u'a'), "length"});
    // One character that takes two units of UTF-16, and one that is written as two characters.
    if (longest < 1'000)
        samples.push_back({QString::fromUcs4(U"\U0001F393").repeated(longest), {}});
    samples.push_back(
        {QStringLiteral("ab").leftJustified(shortest, u'e') + QChar(0x200B), "characters"});
    samples.push_back({QString(QChar(0x202E)) + QString(shortest, u'a'), "characters"});
}

void addNumbers(std::vector<FieldSample>& samples, const FieldInfo& field)
{
    for (const char* text : {"x", "1e3", "--1", "1.2.3", "0x10", "nan"})
        samples.push_back({QString::fromLatin1(text), "number"});
    if (field.type == FieldType::Integer) samples.push_back({QStringLiteral("1,5"), "number"});
    if (!field.rules.range) {
        samples.push_back({QStringLiteral("7"), {}});
        return;
    }
    const Range range = *field.rules.range;
    const auto text = [](double value) {
        return QString::number(value, 'f', 0);
    };
    samples.push_back({text(range.min), {}});
    samples.push_back({text(range.max), {}});
    // One more is the same number where doubles are far apart.
    const double step = std::max(1.0, range.max / 1e6);
    samples.push_back({text(range.min - step), "range"});
    samples.push_back({text(range.max + step), "range"});
    if (field.type != FieldType::Real || step > 1.0) return;
    samples.push_back({text(range.max) + QStringLiteral(",5"), "range"});
    samples.push_back({text(range.max) + QStringLiteral(".5"), "range"});
    samples.push_back({text(range.max - 1) + QStringLiteral(",5"), {}});
}

void addDates(std::vector<FieldSample>& samples, const FieldRules& rules, QDate today)
{
    const auto text = [](QDate day) {
        return day.toString(Qt::ISODate);
    };
    samples.push_back({text(today.addDays(-1)), {}});
    samples.push_back({QStringLiteral("2012-02-29"), {}});
    samples.push_back({text(today), rules.past ? "past" : ""});
    samples.push_back({text(today.addDays(1)), rules.past ? "past" : ""});
    for (const char* bad : {"2011-02-29", "2010-13-01", "2010", "yesterday"})
        samples.push_back({QString::fromLatin1(bad), "date"});
}

} // namespace

std::vector<FieldSample> samplesOf(const FieldInfo& field, QDate today)
{
    std::vector<FieldSample> samples;
    switch (field.type) {
    case FieldType::Text:
        addTexts(samples, field.rules);
        break;
    case FieldType::Json:
        samples = {{QStringLiteral("{}"), {}}, {QStringLiteral("{"), "json"}};
        break;
    case FieldType::Integer:
    case FieldType::Moment:
    case FieldType::Real:
        addNumbers(samples, field);
        break;
    case FieldType::Flag:
        samples = {
            {QStringLiteral("true"), {}},
            {QStringLiteral("0"), {}},
            {QStringLiteral("yes"), "flag"}};
        break;
    case FieldType::Date:
        addDates(samples, field.rules, today);
        break;
    case FieldType::Uuid:
        break;
    }
    samples.push_back({QString(), field.rules.required ? "required" : ""});
    samples.push_back({QStringLiteral("   "), field.rules.required ? "required" : ""});
    return samples;
}

} // namespace edupro::tests
