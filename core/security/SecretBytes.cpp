// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/SecretBytes.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace edupro::security {

namespace {

/// Keys are small; what does not fit comes from the ordinary heap and is wiped all the same.
constexpr std::size_t secureHeap = 64 * 1024;
constexpr std::size_t smallestBlock = 32;

void prepareSecureHeap()
{
    static std::once_flag once;
    std::call_once(once, [] { CRYPTO_secure_malloc_init(secureHeap, smallestBlock); });
}

} // namespace

SecretBytes::SecretBytes(std::size_t size)
    : m_size(size)
{
    prepareSecureHeap();
    if (size > 0) m_bytes = static_cast<unsigned char*>(OPENSSL_secure_zalloc(size));
    if (size > 0 && !m_bytes) qFatal("no memory for a key");
}

SecretBytes::SecretBytes(std::span<const unsigned char> bytes)
    : SecretBytes(bytes.size())
{
    std::copy(bytes.begin(), bytes.end(), m_bytes);
}

SecretBytes::~SecretBytes()
{
    wipe();
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this == &other) return *this;
    wipe();
    m_bytes = std::exchange(other.m_bytes, nullptr);
    m_size = std::exchange(other.m_size, 0);
    return *this;
}

SecretBytes SecretBytes::random(std::size_t size)
{
    SecretBytes secret(size);
    if (RAND_priv_bytes(secret.m_bytes, static_cast<int>(size)) != 1)
        qFatal("the system gives no random numbers");
    return secret;
}

SecretBytes SecretBytes::ofPassword(const QString& text)
{
    QString composed = text.normalized(QString::NormalizationForm_C);
    QByteArray utf8 = composed.toUtf8();
    SecretBytes secret(std::span<const unsigned char>(
        reinterpret_cast<const unsigned char*>(utf8.constData()),
        static_cast<std::size_t>(utf8.size())));
    security::wipe(utf8);
    // A text that was composed already shares the caller's buffer, which is the caller's to wipe.
    if (composed.constData() != text.constData()) security::wipe(composed);
    return secret;
}

bool SecretBytes::equals(const SecretBytes& other) const
{
    return m_size == other.m_size && CRYPTO_memcmp(m_bytes, other.m_bytes, m_size) == 0;
}

void SecretBytes::wipe()
{
    if (m_bytes) OPENSSL_secure_clear_free(m_bytes, m_size);
    m_bytes = nullptr;
    m_size = 0;
}

void wipe(QString& text)
{
    // const_cast: data() would copy a shared buffer and leave the original as it is.
    auto* characters = const_cast<QChar*>(text.constData());
    if (!text.isEmpty())
        OPENSSL_cleanse(characters, static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text = QString();
}

void wipe(QByteArray& bytes)
{
    auto* characters = const_cast<char*>(bytes.constData());
    if (!bytes.isEmpty()) OPENSSL_cleanse(characters, static_cast<std::size_t>(bytes.size()));
    bytes = QByteArray();
}

} // namespace edupro::security
