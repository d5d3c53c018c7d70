// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Scrypt.h"

#include "core/security/Platform.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <bit>

namespace edupro::security {

namespace {

constexpr qint64 gibibyte = 1024LL * 1024 * 1024;

/// What the derivation allocates (RFC 7914, 6), with room for the library's own accounts.
std::uint64_t memoryOf(const ScryptCost& cost)
{
    return 128ULL * cost.r * (cost.n + cost.p + 2) + 65'536;
}

} // namespace

bool isAcceptable(const ScryptCost& cost)
{
    return std::has_single_bit(cost.n) && cost.n >= (1ULL << 15U) && cost.n <= (1ULL << 20U) &&
           cost.r == 8 && cost.p >= 1 && cost.p <= 4;
}

ScryptCost costFor(qint64 freeBytes)
{
    if (freeBytes >= 0 && freeBytes < gibibyte) return {.n = 1ULL << 15U, .p = 3};
    if (freeBytes >= 0 && freeBytes < 2 * gibibyte) return {.n = 1ULL << 16U, .p = 2};
    return {};
}

ScryptCost affordableCost()
{
    return costFor(freeMemory());
}

QByteArray randomSalt()
{
    QByteArray salt(saltSize, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(salt.data()), saltSize) != 1)
        qFatal("the system gives no random numbers");
    return salt;
}

Result<SecretBytes> scrypt(
    const SecretBytes& password, const QByteArray& salt, const ScryptCost& cost, std::size_t size)
{
    SecretBytes derived(size);
    // Not null for an empty password: the library would then only check the cost.
    const char* text = password.isEmpty() ? "" : reinterpret_cast<const char*>(password.data());
    const int worked = EVP_PBE_scrypt(
        text,
        password.size(),
        reinterpret_cast<const unsigned char*>(salt.constData()),
        static_cast<std::size_t>(salt.size()),
        cost.n,
        cost.r,
        cost.p,
        memoryOf(cost),
        derived.data(),
        size);
    if (worked == 1) return derived;
    std::string detail = "no memory to derive the key of a password (";
    detail += std::to_string(memoryOf(cost) >> 20U);
    detail += " MiB needed); close other programs";
    return Error{.code = ErrorCode::Internal, .key = "key.memory", .detail = std::move(detail)};
}

} // namespace edupro::security
