// SPDX-License-Identifier: GPL-3.0-or-later
// The theme's vocabulary: named colours of a light and a dark scheme, text sizes and radius, read
// from one file.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QColor>
#include <QStringList>

#include <array>
#include <cstdint>
#include <vector>

namespace edupro::ui {

/// Every colour a widget or chart may use. Risk, Watch and Fine mean *at risk, watch, fine* only.
enum class Token : std::uint8_t {
    // clang-format off
    Page, Panel, Line, Hover,
    Ink, InkSoft, InkFaint,                                ///< InkFaint is for icons and disabled text only
    Accent, AccentHover, OnAccent, AccentInk, AccentSoft,  ///< AccentInk: links; AccentSoft: selection
    Risk, RiskSoft, Watch, WatchSoft, Fine, FineSoft,      ///< text and its soft ground
    ChartFine, ChartWatch, ChartRisk, ChartNeutral, ChartGrid,
    Nav, NavInk, NavStrong, NavActive, NavLine, NavAccent,
    // clang-format on
};
inline constexpr std::size_t tokenCount = static_cast<std::size_t>(Token::NavAccent) + 1;

/// The name of a token in tokens.json and style.qss ("accentSoft").
const char* tokenName(Token token);

enum class Scheme : std::uint8_t { Light, Dark };
enum class TextSize : std::uint8_t { Small, Body, Title, Display };

/// A text colour and a ground on which it is used; must contrast by 4.5 : 1 in both schemes.
struct TextOnGround {
    Token text;
    Token ground;
};

struct Tokens {
    std::array<std::array<QColor, tokenCount>, 2> colors; ///< by Scheme, then Token
    std::array<int, 4> fontSizes{}; ///< device-independent pixels, by TextSize
    QStringList fontFamilies;       ///< in order of preference
    int radius = 0;                 ///< device-independent pixels
    std::vector<TextOnGround> textOn;

    QColor color(Scheme scheme, Token token) const
    {
        return colors[static_cast<std::size_t>(scheme)][static_cast<std::size_t>(token)];
    }
    int fontSize(TextSize size) const { return fontSizes[static_cast<std::size_t>(size)]; }
};

/// Reads tokens.json. Corrupt ("theme.tokens") names the first missing or malformed entry.
Result<Tokens> parseTokens(const QByteArray& json);

} // namespace edupro::ui
