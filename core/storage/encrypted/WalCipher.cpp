// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/WalCipher.h"

#include <algorithm>
#include <cstring>

namespace edupro::storage::encrypted {

namespace {

constexpr std::size_t blockSize = 16;
constexpr std::size_t numbersSize = 8;  // page number and size, before the salts
constexpr std::size_t checksumsAt = 16; // after the salts

std::array<Byte, 16> tweakOf(const Salt& salt, std::uint64_t frame)
{
    std::array<Byte, 16> tweak;
    std::copy(salt.begin(), salt.end(), tweak.begin());
    storeWord(tweak.data() + 8, static_cast<std::uint32_t>(frame >> 32));
    storeWord(tweak.data() + 12, static_cast<std::uint32_t>(frame));
    return tweak;
}

// "WAL-" | salts of the log | frame number. A log of 2^32 frames would be 17 TB.
std::array<Byte, 16> placeOf(const Salt& salt, std::uint64_t frame)
{
    std::array<Byte, 16> place{'W', 'A', 'L', '-'};
    std::copy(salt.begin(), salt.end(), place.begin() + 4);
    storeWord(place.data() + 12, static_cast<std::uint32_t>(frame));
    return place;
}

bool crypt(
    EVP_CIPHER_CTX* context, const Salt& salt, std::uint64_t frame, const Byte* from, Byte* to)
{
    const auto tweak = tweakOf(salt, frame);
    Byte block[blockSize];
    Byte result[blockSize];
    std::memcpy(block, from, numbersSize);
    std::memcpy(block + numbersSize, from + checksumsAt, blockSize - numbersSize);
    int count = 0;
    if (EVP_CipherInit_ex(context, nullptr, nullptr, nullptr, tweak.data(), -1) != 1 ||
        EVP_CipherUpdate(context, result, &count, block, blockSize) != 1)
        return false;
    if (to != from) std::memcpy(to + numbersSize, from + numbersSize, sizeof(Salt));
    std::memcpy(to, result, numbersSize);
    std::memcpy(to + checksumsAt, result + numbersSize, blockSize - numbersSize);
    return true;
}

} // namespace

WalCipher::WalCipher(const FileKeys& keys)
    : m_pages(keys.page)
    , m_sealingHeader(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free)
    , m_openingHeader(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free)
{
    const Byte* key = keys.frameHeader.data();
    const auto* xts = EVP_aes_256_xts();
    m_ready = m_pages.isReady() && m_sealingHeader && m_openingHeader &&
              EVP_EncryptInit_ex(m_sealingHeader.get(), xts, nullptr, key, nullptr) == 1 &&
              EVP_DecryptInit_ex(m_openingHeader.get(), xts, nullptr, key, nullptr) == 1;
}

bool WalCipher::sealHeader(const Salt& salt, std::uint64_t frame, const Byte* plain, Byte* stored)
{
    return crypt(m_sealingHeader.get(), salt, frame, plain, stored);
}

bool WalCipher::openHeader(const Salt& salt, std::uint64_t frame, Byte* header)
{
    return crypt(m_openingHeader.get(), salt, frame, header, header);
}

bool WalCipher::sealPage(
    const Salt& salt, std::uint64_t frame, const Byte* plain, Byte* stored, bool isCommit)
{
    return m_pages.seal(plain, stored, placeOf(salt, frame), isCommit ? commitMark : plainMark);
}

bool WalCipher::openPage(const Salt& salt, std::uint64_t frame, Byte* page)
{
    return m_pages.open(page, placeOf(salt, frame));
}

} // namespace edupro::storage::encrypted
