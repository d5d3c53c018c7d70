// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/FileKeys.h"

#include "core/security/Digests.h"

namespace edupro::storage::encrypted {

FileKeys FileKeys::derive(const security::SecretBytes& fileKey, const Salt& salt)
{
    const QByteArray saltBytes(
        reinterpret_cast<const char*>(salt.data()), static_cast<qsizetype>(salt.size()));
    return {
        .salt = salt,
        .page = security::hkdfSha256(fileKey, saltBytes, QByteArrayLiteral("edupro/page/v1"), 32),
        .frameHeader =
            security::hkdfSha256(fileKey, saltBytes, QByteArrayLiteral("edupro/walhdr/v1"), 64)};
}

} // namespace edupro::storage::encrypted
