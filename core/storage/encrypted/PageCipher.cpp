// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/PageCipher.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <cstring>

namespace edupro::storage::encrypted {

namespace {

constexpr std::size_t longestPlace = 16;
constexpr std::size_t markSize = sizeof(std::uint32_t);

struct RandomPool {
    Byte bytes[4096];
    std::size_t left = 0;

    ~RandomPool() { OPENSSL_cleanse(bytes, sizeof bytes); }
};

/// What a tag covers besides the encrypted bytes: place | mark | readable head.
struct Covered {
    std::array<Byte, longestPlace + markSize + clearHead> bytes;
    std::size_t size = 0;

    void add(const Byte* from, std::size_t count)
    {
        std::memcpy(bytes.data() + size, from, count);
        size += count;
    }
};

Covered coveredOf(Bytes place, const Byte* stored, std::size_t clear)
{
    Covered covered;
    covered.add(place.data(), place.size());
    covered.add(stored + pageSize - markSize, markSize);
    covered.add(stored, clear);
    return covered;
}

std::array<Byte, 8> databasePlace(std::uint32_t number)
{
    std::array<Byte, 8> place{'D', 'B', '-', '-'};
    storeWord(place.data() + 4, number);
    return place;
}

} // namespace

bool fillRandom(Byte* bytes, std::size_t count)
{
    thread_local RandomPool pool;
    if (count > sizeof pool.bytes) return RAND_bytes(bytes, static_cast<int>(count)) == 1;
    if (pool.left < count) {
        if (RAND_bytes(pool.bytes, sizeof pool.bytes) != 1) return false;
        pool.left = sizeof pool.bytes;
    }
    pool.left -= count;
    std::memcpy(bytes, pool.bytes + pool.left, count);
    return true;
}

PageCipher::PageCipher(const security::SecretBytes& key)
    : m_sealing(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free)
    , m_opening(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free)
{
    // GCM's default nonce is the 12 bytes that we use.
    m_ready =
        m_sealing && m_opening &&
        EVP_EncryptInit_ex(m_sealing.get(), EVP_aes_256_gcm(), nullptr, key.data(), nullptr) == 1 &&
        EVP_DecryptInit_ex(m_opening.get(), EVP_aes_256_gcm(), nullptr, key.data(), nullptr) == 1;
}

bool PageCipher::seal(
    const Byte* plain, Byte* stored, Bytes place, std::uint32_t mark, std::size_t clear)
{
    EVP_CIPHER_CTX* context = m_sealing.get();
    Byte* nonce = stored + sealedSize;
    Byte* tag = nonce + nonceSize;
    storeWord(tag + tagSize, mark);
    const Covered covered = coveredOf(place, stored, clear);
    int count = 0;
    Byte nothing[16]; // GCM's last step writes no bytes, but wants a place for them
    return fillRandom(nonce, nonceSize) &&
           EVP_EncryptInit_ex(context, nullptr, nullptr, nullptr, nonce) == 1 &&
           EVP_EncryptUpdate(
               context, nullptr, &count, covered.bytes.data(), static_cast<int>(covered.size)) ==
               1 &&
           EVP_EncryptUpdate(
               context,
               stored + clear,
               &count,
               plain + clear,
               static_cast<int>(sealedSize - clear)) == 1 &&
           EVP_EncryptFinal_ex(context, nothing, &count) == 1 &&
           EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, tagSize, tag) == 1;
}

bool PageCipher::open(Byte* page, Bytes place, std::size_t clear)
{
    EVP_CIPHER_CTX* context = m_opening.get();
    const Covered covered = coveredOf(place, page, clear);
    Byte* nonce = page + sealedSize;
    int count = 0;
    Byte nothing[16];
    const bool authentic =
        EVP_DecryptInit_ex(context, nullptr, nullptr, nullptr, nonce) == 1 &&
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, tagSize, nonce + nonceSize) == 1 &&
        EVP_DecryptUpdate(
            context, nullptr, &count, covered.bytes.data(), static_cast<int>(covered.size)) == 1 &&
        EVP_DecryptUpdate(
            context, page + clear, &count, page + clear, static_cast<int>(sealedSize - clear)) ==
            1 &&
        EVP_DecryptFinal_ex(context, nothing, &count) == 1;
    if (authentic)
        std::memset(page + sealedSize, 0, footerSize);
    else
        std::memset(page + clear, 0, pageSize - clear);
    return authentic;
}

bool DatabaseCipher::seal(std::uint32_t number, const Byte* plain, Byte* stored, std::uint32_t mark)
{
    const auto place = databasePlace(number);
    if (number != 1) return m_pages.seal(plain, stored, place, mark);
    Byte* end = std::copy(magic.begin(), magic.end(), stored);
    end = std::copy(m_salt.begin(), m_salt.end(), end);
    std::copy(plain + sqliteMagic.size(), plain + clearHead, end);
    return m_pages.seal(plain, stored, place, mark, clearHead);
}

bool DatabaseCipher::open(std::uint32_t number, Byte* page)
{
    const auto place = databasePlace(number);
    if (number != 1) return m_pages.open(page, place);
    if (!m_pages.open(page, place, clearHead)) return false;
    std::copy(sqliteMagic.begin(), sqliteMagic.end(), page);
    return true;
}

} // namespace edupro::storage::encrypted
