// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Crockford.h"

#include <algorithm>
#include <string_view>

namespace edupro::security {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t oneTimeCharacters = 12;
constexpr std::size_t groupSize = 4;

unsigned char meantCharacter(unsigned char typed)
{
    const bool isSmall = typed >= 'a' && typed <= 'z';
    const auto capital = static_cast<unsigned char>(isSmall ? typed - 'a' + 'A' : typed);
    if (capital == 'O') return '0';
    return capital == 'I' || capital == 'L' ? '1' : capital;
}

} // namespace

SecretBytes meantCode(std::span<const unsigned char> typed)
{
    const auto isSeparator = [](unsigned char c) {
        return c == '-' || c == ' ' || c == '\t';
    };
    const auto kept = typed.size() - static_cast<std::size_t>(
                                         std::count_if(typed.begin(), typed.end(), isSeparator));
    SecretBytes meant(kept);
    std::size_t at = 0;
    for (const unsigned char character : typed) {
        if (!isSeparator(character)) meant.data()[at++] = meantCharacter(character);
    }
    return meant;
}

char crockfordCharacter(unsigned value)
{
    return alphabet[value];
}

std::optional<unsigned> crockfordValue(unsigned char character)
{
    const std::size_t at = alphabet.find(static_cast<char>(character));
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<unsigned>(at);
}

QString randomOneTimePassword()
{
    const SecretBytes random = SecretBytes::random(oneTimeCharacters);
    QString text;
    text.reserve(static_cast<qsizetype>(oneTimeCharacters + oneTimeCharacters / groupSize));
    for (std::size_t i = 0; i < oneTimeCharacters; ++i) {
        if (i > 0 && i % groupSize == 0) text += QLatin1Char('-');
        text += QLatin1Char(crockfordCharacter(random.data()[i] % 32U));
    }
    return text;
}

} // namespace edupro::security
