// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Digests.h"

#include <QCryptographicHash>

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <memory>

namespace edupro::security {

QByteArray sha256(const QByteArray& message)
{
    return QCryptographicHash::hash(message, QCryptographicHash::Sha256);
}

QByteArray hmacSha256(const SecretBytes& key, const QByteArray& message)
{
    QByteArray code(32, Qt::Uninitialized);
    unsigned int size = 0;
    const unsigned char* made = HMAC(
        EVP_sha256(),
        key.data(),
        static_cast<int>(key.size()),
        reinterpret_cast<const unsigned char*>(message.constData()),
        static_cast<std::size_t>(message.size()),
        reinterpret_cast<unsigned char*>(code.data()),
        &size);
    if (!made || size != 32) qFatal("HMAC-SHA-256 failed");
    return code;
}

SecretBytes hkdfSha256(
    const SecretBytes& key, const QByteArray& salt, const QByteArray& purpose, std::size_t size)
{
    const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kind(
        EVP_KDF_fetch(nullptr, "HKDF", nullptr), &EVP_KDF_free);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(
        EVP_KDF_CTX_new(kind.get()), &EVP_KDF_CTX_free);
    char digest[] = "SHA256";
    // The parameters take pointers to what may change, and change nothing.
    const auto octets = [](const char* name, const void* bytes, std::size_t count) {
        return OSSL_PARAM_construct_octet_string(name, const_cast<void*>(bytes), count);
    };
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        octets(OSSL_KDF_PARAM_KEY, key.data(), key.size()),
        octets(OSSL_KDF_PARAM_SALT, salt.constData(), static_cast<std::size_t>(salt.size())),
        octets(OSSL_KDF_PARAM_INFO, purpose.constData(), static_cast<std::size_t>(purpose.size())),
        OSSL_PARAM_construct_end()};
    SecretBytes derived(size);
    if (!context || EVP_KDF_derive(context.get(), derived.data(), size, parameters) != 1)
        qFatal("HKDF-SHA-256 failed");
    return derived;
}

bool equalInConstantTime(const QByteArray& a, const QByteArray& b)
{
    return a.size() == b.size() &&
           CRYPTO_memcmp(a.constData(), b.constData(), static_cast<std::size_t>(a.size())) == 0;
}

} // namespace edupro::security
