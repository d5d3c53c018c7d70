// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Seal.h"

#include "core/security/Digests.h"
#include "core/security/SchoolKeys.h"
#include "core/security/SecretBox.h"

namespace edupro::security {

namespace {

constexpr QStringView sealedPrefix = u"s1:";
constexpr qsizetype indexSize = 8;

QByteArray boundTo(const SealedPlace& place)
{
    return (place.table + u'|' + place.row + u'|' + place.column).toUtf8();
}

} // namespace

bool isSealed(QStringView text)
{
    return text.startsWith(sealedPrefix);
}

QString sealValue(const SecretBytes& sealKey, const SealedPlace& place, const QByteArray& value)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(value.constData());
    const Box box =
        closeBox(sealKey, {bytes, static_cast<std::size_t>(value.size())}, boundTo(place));
    return sealedPrefix.toString() + QString::fromLatin1((box.nonce + box.sealed).toBase64());
}

std::optional<QByteArray>
openValue(const SecretBytes& sealKey, const SealedPlace& place, QStringView text)
{
    if (sealKey.size() != keySize || !isSealed(text)) return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(
        text.sliced(sealedPrefix.size()).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() < nonceSize + tagSize) return std::nullopt;
    const Box box{
        .nonce = decoded.decoded.first(nonceSize), .sealed = decoded.decoded.sliced(nonceSize)};
    const std::optional<SecretBytes> value = openBox(sealKey, box, boundTo(place));
    if (!value) return std::nullopt;
    return QByteArray(
        reinterpret_cast<const char*>(value->data()), static_cast<qsizetype>(value->size()));
}

QByteArray sealedIndex(const SecretBytes& sealKey, const QString& column, const QByteArray& value)
{
    const QByteArray message = "ix|" + column.toUtf8() + '|' + value;
    return hmacSha256(sealKey, message).first(indexSize);
}

} // namespace edupro::security
