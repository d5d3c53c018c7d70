// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Tokens.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace edupro::ui {

namespace {

// clang-format off
constexpr std::array<const char*, tokenCount> names = {
    "page", "panel", "line", "hover",
    "ink", "inkSoft", "inkFaint",
    "accent", "accentHover", "onAccent", "accentInk", "accentSoft",
    "risk", "riskSoft", "watch", "watchSoft", "fine", "fineSoft",
    "chartFine", "chartWatch", "chartRisk", "chartNeutral", "chartGrid",
    "nav", "navInk", "navStrong", "navActive", "navLine", "navAccent",
};
// clang-format on

Error faulty(const QString& where)
{
    return {
        .code = ErrorCode::Corrupt,
        .key = "theme.tokens",
        .detail = "tokens.json: missing or malformed: " + where.toStdString()};
}

std::optional<Token> tokenNamed(const QString& name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Token>(found - names.begin());
}

Done readScheme(
    const QJsonObject& root, const QString& scheme, std::array<QColor, tokenCount>& into)
{
    const QJsonObject colors = root[scheme].toObject();
    for (std::size_t i = 0; i < tokenCount; ++i) {
        into[i] = QColor(colors[names[i]].toString());
        if (!into[i].isValid()) return faulty(scheme + '.' + names[i]);
    }
    return done();
}

Done readPairs(const QJsonObject& textOn, std::vector<TextOnGround>& into)
{
    for (auto row = textOn.begin(); row != textOn.end(); ++row) {
        const auto text = tokenNamed(row.key());
        if (!text) return faulty("textOn." + row.key());
        for (const QJsonValue& name : row.value().toArray()) {
            const auto ground = tokenNamed(name.toString());
            if (!ground) return faulty("textOn." + row.key() + '.' + name.toString());
            into.push_back({*text, *ground});
        }
    }
    return done();
}

} // namespace

const char* tokenName(Token token)
{
    return names[static_cast<std::size_t>(token)];
}

Result<Tokens> parseTokens(const QByteArray& json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    Tokens tokens;
    if (const Done light = readScheme(root, "light", tokens.colors[0]); !light)
        return light.error();
    if (const Done dark = readScheme(root, "dark", tokens.colors[1]); !dark) return dark.error();

    constexpr std::array sizeNames = {"small", "body", "title", "display"};
    for (std::size_t i = 0; i < sizeNames.size(); ++i) {
        tokens.fontSizes[i] = root["fontSizes"][sizeNames[i]].toInt();
        if (tokens.fontSizes[i] <= 0) return faulty(QString("fontSizes.") + sizeNames[i]);
    }
    for (const QJsonValue& family : root["fontFamilies"].toArray())
        tokens.fontFamilies << family.toString();
    if (tokens.fontFamilies.isEmpty()) return faulty("fontFamilies");
    tokens.radius = root["radius"].toInt(-1);
    if (tokens.radius < 0) return faulty("radius");
    if (const Done pairs = readPairs(root["textOn"].toObject(), tokens.textOn); !pairs)
        return pairs.error();
    return tokens;
}

} // namespace edupro::ui
