// SPDX-License-Identifier: GPL-3.0-or-later
// Temporary databases, sub-journals and sorter files: under a random key that dies with the handle.
#pragma once

#include "core/security/SecretBytes.h"
#include "core/storage/encrypted/PageCipher.h"
#include "core/storage/encrypted/StoredFile.h"

namespace edupro::storage::encrypted {

/// Any offset and amount, stored in blocks of 4096 bytes under AES-256-XTS (IEEE 1619), tweak =
/// block number. Not authenticated: nobody else reads it, and it does not outlive the handle.
class ScratchFile : public StoredFile {
public:
    explicit ScratchFile(sqlite3_file* base);

    bool isReady() const override { return m_ready; }
    int read(Byte* buffer, int amount, sqlite3_int64 offset) override;
    int write(const Byte* bytes, int amount, sqlite3_int64 offset) override;
    int truncate(sqlite3_int64 size) override;
    int size(sqlite3_int64* size) override
    {
        *size = m_size;
        return SQLITE_OK;
    }
    int control(int operation, void* argument) override;

private:
    int readBlock(sqlite3_int64 number);
    int writeBlock(sqlite3_int64 number);
    int writeWithin(const Byte* bytes, std::size_t amount, sqlite3_int64 offset);
    bool crypt(EVP_CIPHER_CTX* context, sqlite3_int64 number, const Byte* from, Byte* to);

    CipherContext m_sealing;
    CipherContext m_opening;
    sqlite3_int64 m_size = 0;
    std::array<Byte, pageSize> m_block{};  ///< plain
    std::array<Byte, pageSize> m_stored{}; ///< encrypted
    bool m_ready = false;
};

} // namespace edupro::storage::encrypted
