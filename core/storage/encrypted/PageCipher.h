// SPDX-License-Identifier: GPL-3.0-or-later
// Pages under AES-256-GCM (NIST SP 800-38D): what is read back is what was written at that place,
// or it is refused.
#pragma once

#include "core/storage/encrypted/FileKeys.h"

#include <openssl/evp.h>

#include <memory>

namespace edupro::storage::encrypted {

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

/// Bytes of the system's random source, taken 4 KiB at a time per thread. False: the source failed.
bool fillRandom(Byte* bytes, std::size_t count);

/// Holds its key schedules; one per file handle, used by one thread at a time. Every call that
/// answers false has left no readable content in the page it was given.
class PageCipher {
public:
    /// `key`: 32 bytes. isReady() is false when memory ran out.
    explicit PageCipher(const security::SecretBytes& key);
    bool isReady() const { return m_ready; }

    /// Encrypts bytes clear..4063 of `plain` into `stored` and writes the footer there, with a
    /// random nonce. The tag covers `place` (at most 16 bytes), `mark` and the first `clear` (at
    /// most 24) bytes of `stored`, which the caller has filled in.
    bool
    seal(const Byte* plain, Byte* stored, Bytes place, std::uint32_t mark, std::size_t clear = 0);
    /// Decrypts a stored page in place and zeroes its footer. False, and a page of zeros beyond
    /// `clear`: it is not what was sealed at this place.
    bool open(Byte* page, Bytes place, std::size_t clear = 0);

private:
    CipherContext m_sealing;
    CipherContext m_opening;
    bool m_ready = false;
};

/// Pages of the database file.
class DatabaseCipher {
public:
    explicit DatabaseCipher(const FileKeys& keys)
        : m_pages(keys.page)
        , m_salt(keys.salt)
    {
    }
    bool isReady() const { return m_pages.isReady(); }

    /// `number` from 1. `plain` as SQLite has it in memory, `stored` 4096 bytes.
    bool seal(std::uint32_t number, const Byte* plain, Byte* stored, std::uint32_t mark);
    /// In place. Page 1 comes back with SQLite's own first bytes.
    bool open(std::uint32_t number, Byte* page);

private:
    PageCipher m_pages;
    Salt m_salt;
};

} // namespace edupro::storage::encrypted
