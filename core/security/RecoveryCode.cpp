// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/RecoveryCode.h"

#include "core/security/Crockford.h"

namespace edupro::security {

namespace {

constexpr std::size_t codeSize = 16;
constexpr unsigned dataCharacters = 26; // 130 bits; the first two are zero
constexpr unsigned allCharacters = dataCharacters + 2;
constexpr unsigned checkPrime = 1021; // the largest below 32 * 32
constexpr unsigned leadingBits = dataCharacters * 5 - codeSize * 8;

/// The five bits that character `index` stands for.
unsigned digitOf(const SecretBytes& bytes, unsigned index)
{
    unsigned digit = 0;
    for (unsigned bit = index * 5; bit < index * 5 + 5; ++bit) {
        digit <<= 1U;
        if (bit < leadingBits) continue;
        const unsigned at = bit - leadingBits;
        digit |= (static_cast<unsigned>(bytes.data()[at / 8]) >> (7U - at % 8)) & 1U;
    }
    return digit;
}

void setDigit(SecretBytes& bytes, unsigned index, unsigned digit)
{
    for (unsigned i = 0; i < 5; ++i) {
        const unsigned bit = index * 5 + i;
        if (bit < leadingBits) continue;
        const unsigned at = bit - leadingBits;
        const unsigned value = (digit >> (4U - i)) & 1U;
        unsigned char& byte = bytes.data()[at / 8];
        byte = static_cast<unsigned char>(byte | (value << (7U - at % 8)));
    }
}

unsigned checkOf(const SecretBytes& bytes)
{
    unsigned remainder = 0;
    for (const unsigned char byte : bytes.bytes())
        remainder = (remainder * 256U + byte) % checkPrime;
    return remainder;
}

Error mistyped(const char* why)
{
    return {
        .code = ErrorCode::Validation,
        .key = "key.code",
        .detail = std::string("the recovery code is mistyped: ") + why};
}

} // namespace

RecoveryCode::RecoveryCode(SecretBytes bytes)
    : m_bytes(std::move(bytes))
{
}

RecoveryCode RecoveryCode::random()
{
    return RecoveryCode(SecretBytes::random(codeSize));
}

Result<RecoveryCode> RecoveryCode::parse(const QString& typed)
{
    const SecretBytes meant = meantCode(SecretBytes::ofPassword(typed).bytes());
    if (meant.size() != allCharacters) return mistyped("it has 28 characters");
    SecretBytes bytes(codeSize);
    unsigned check = 0;
    for (unsigned i = 0; i < allCharacters; ++i) {
        const std::optional<unsigned> digit = crockfordValue(meant.data()[i]);
        if (!digit) return mistyped("it has digits and letters without U only");
        if (i == 0 && *digit >= 32U >> leadingBits) return mistyped("its first character");
        if (i < dataCharacters)
            setDigit(bytes, i, *digit);
        else
            check = check * 32U + *digit;
    }
    if (check != checkOf(bytes)) return mistyped("a character is wrong or two are swapped");
    return RecoveryCode(std::move(bytes));
}

QString RecoveryCode::text() const
{
    const unsigned check = checkOf(m_bytes);
    QString text;
    text.reserve(allCharacters + allCharacters / 4);
    for (unsigned i = 0; i < allCharacters; ++i) {
        if (i > 0 && i % 4 == 0) text += QLatin1Char('-');
        unsigned digit = check % 32U;
        if (i == dataCharacters) digit = check / 32U;
        if (i < dataCharacters) digit = digitOf(m_bytes, i);
        text += QLatin1Char(crockfordCharacter(digit));
    }
    return text;
}

} // namespace edupro::security
