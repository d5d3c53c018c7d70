// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/PasswordHash.h"

#include <QRegularExpression>

#include <bit>
#include <optional>

namespace edupro::security {

namespace {

constexpr auto withoutPadding = QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals;
constexpr std::size_t hashSize = 32;

struct Parts {
    ScryptCost cost;
    QByteArray salt;
    QByteArray hash;
};

std::optional<QByteArray> bytesOf(const QString& text)
{
    const QByteArray encoded = text.toLatin1();
    QByteArray bytes = QByteArray::fromBase64(encoded, withoutPadding);
    if (bytes.toBase64(withoutPadding) != encoded) return std::nullopt;
    return bytes;
}

std::optional<Parts> partsOf(const QString& text)
{
    static const QRegularExpression form(QStringLiteral(
        R"(\A\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{1,86})\$([A-Za-z0-9+/]{43})\z)"));
    const QRegularExpressionMatch match = form.match(text);
    const uint exponent = match.captured(1).toUInt();
    if (!match.hasMatch() || exponent > 32) return std::nullopt;
    const ScryptCost cost{
        .n = 1ULL << exponent, .r = match.captured(2).toUInt(), .p = match.captured(3).toUInt()};
    const auto salt = bytesOf(match.captured(4));
    const auto hash = bytesOf(match.captured(5));
    if (!isAcceptable(cost) || !salt || !hash) return std::nullopt;
    return Parts{.cost = cost, .salt = *salt, .hash = *hash};
}

} // namespace

Result<QString> hashPassword(const SecretBytes& password, const ScryptCost& cost)
{
    const QByteArray salt = randomSalt();
    const auto derived = scrypt(password, salt, cost, hashSize);
    if (!derived) return derived.error();
    const QByteArray hash(
        reinterpret_cast<const char*>(derived->data()), static_cast<qsizetype>(derived->size()));
    return QStringLiteral("$scrypt$ln=%1,r=%2,p=%3$%4$%5")
        .arg(std::countr_zero(cost.n))
        .arg(cost.r)
        .arg(cost.p)
        .arg(
            QString::fromLatin1(salt.toBase64(withoutPadding)),
            QString::fromLatin1(hash.toBase64(withoutPadding)));
}

Result<bool> isPassword(const SecretBytes& password, const QString& hash)
{
    const std::optional<Parts> parts = partsOf(hash);
    if (!parts) {
        return Error{
            .code = ErrorCode::Corrupt,
            .key = "key.damaged",
            .detail = "the stored hash of a password cannot be read; set a new password"};
    }
    const auto derived = scrypt(password, parts->salt, parts->cost, hashSize);
    if (!derived) return derived.error();
    const auto* stored = reinterpret_cast<const unsigned char*>(parts->hash.constData());
    return derived->equals(SecretBytes({stored, hashSize}));
}

Done spendTimeOfPassword(const SecretBytes& password, const ScryptCost& cost)
{
    const auto derived = scrypt(password, QByteArray(saltSize, '\0'), cost, hashSize);
    if (!derived) return derived.error();
    return done();
}

} // namespace edupro::security
