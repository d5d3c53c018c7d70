// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/SecretBox.h"

#include "core/security/SchoolKeys.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

namespace edupro::security {

namespace {

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* unsignedBytes(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* unsignedBytes(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

void demand(bool worked)
{
    if (!worked) qFatal("the cipher library failed");
}

} // namespace

Box closeBox(const SecretBytes& key, std::span<const unsigned char> secret, const QByteArray& bound)
{
    const int size = static_cast<int>(secret.size());
    Box box{
        .nonce = QByteArray(nonceSize, Qt::Uninitialized),
        .sealed = QByteArray(size + tagSize, Qt::Uninitialized)};
    unsigned char* out = unsignedBytes(box.sealed);
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int written = 0;
    demand(key.size() == keySize && context);
    demand(RAND_bytes(unsignedBytes(box.nonce), nonceSize) == 1);
    demand(
        EVP_EncryptInit_ex(
            context.get(), EVP_aes_256_gcm(), nullptr, key.data(), unsignedBytes(box.nonce)) == 1);
    demand(
        EVP_EncryptUpdate(
            context.get(),
            nullptr,
            &written,
            unsignedBytes(bound),
            static_cast<int>(bound.size())) == 1);
    demand(EVP_EncryptUpdate(context.get(), out, &written, secret.data(), size) == 1);
    demand(EVP_EncryptFinal_ex(context.get(), out + size, &written) == 1);
    demand(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, tagSize, out + size) == 1);
    return box;
}

std::optional<SecretBytes> openBox(const SecretBytes& key, const Box& box, const QByteArray& bound)
{
    if (key.size() != keySize || box.nonce.size() != nonceSize || box.sealed.size() < tagSize)
        return std::nullopt;
    const int size = static_cast<int>(box.sealed.size()) - tagSize;
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    demand(context != nullptr);
    SecretBytes secret(static_cast<std::size_t>(size));
    QByteArray tag = box.sealed.right(tagSize);
    int written = 0;
    demand(
        EVP_DecryptInit_ex(
            context.get(), EVP_aes_256_gcm(), nullptr, key.data(), unsignedBytes(box.nonce)) == 1);
    demand(
        EVP_DecryptUpdate(
            context.get(),
            nullptr,
            &written,
            unsignedBytes(bound),
            static_cast<int>(bound.size())) == 1);
    demand(
        EVP_DecryptUpdate(
            context.get(), secret.data(), &written, unsignedBytes(box.sealed), size) == 1);
    demand(
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, tagSize, unsignedBytes(tag)) ==
        1);
    unsigned char nothing[1];
    if (EVP_DecryptFinal_ex(context.get(), nothing, &written) != 1) return std::nullopt;
    return secret;
}

} // namespace edupro::security
