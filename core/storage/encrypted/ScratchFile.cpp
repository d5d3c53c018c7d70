// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/ScratchFile.h"

#include <algorithm>
#include <cstring>

namespace edupro::storage::encrypted {

namespace {

constexpr auto blockBytes = static_cast<sqlite3_int64>(pageSize);

} // namespace

ScratchFile::ScratchFile(sqlite3_file* base)
    : StoredFile(base)
    , m_sealing(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free)
    , m_opening(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free)
{
    const auto key = security::SecretBytes::random(64);
    const auto* xts = EVP_aes_256_xts();
    m_ready = m_sealing && m_opening &&
              EVP_EncryptInit_ex(m_sealing.get(), xts, nullptr, key.data(), nullptr) == 1 &&
              EVP_DecryptInit_ex(m_opening.get(), xts, nullptr, key.data(), nullptr) == 1;
}

bool ScratchFile::crypt(EVP_CIPHER_CTX* context, sqlite3_int64 number, const Byte* from, Byte* to)
{
    Byte tweak[16]{};
    storeWord(tweak + 8, static_cast<std::uint32_t>(number >> 32));
    storeWord(tweak + 12, static_cast<std::uint32_t>(number));
    int count = 0;
    return EVP_CipherInit_ex(context, nullptr, nullptr, nullptr, tweak, -1) == 1 &&
           EVP_CipherUpdate(context, to, &count, from, static_cast<int>(pageSize)) == 1;
}

int ScratchFile::readBlock(sqlite3_int64 number)
{
    if (number * blockBytes >= m_size) {
        m_block.fill(0);
        return SQLITE_OK;
    }
    const int read = baseRead(m_stored.data(), pageSize, number * blockBytes);
    if (read != SQLITE_OK) return read == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_READ : read;
    return crypt(m_opening.get(), number, m_stored.data(), m_block.data()) ? SQLITE_OK
                                                                           : SQLITE_IOERR_READ;
}

int ScratchFile::writeBlock(sqlite3_int64 number)
{
    if (!crypt(m_sealing.get(), number, m_block.data(), m_stored.data())) return SQLITE_IOERR_WRITE;
    return baseWrite(m_stored.data(), pageSize, number * blockBytes);
}

int ScratchFile::read(Byte* buffer, int amount, sqlite3_int64 offset)
{
    const auto wanted = static_cast<sqlite3_int64>(amount);
    const sqlite3_int64 there = std::clamp<sqlite3_int64>(m_size - offset, 0, wanted);
    for (sqlite3_int64 done = 0; done < there;) {
        const sqlite3_int64 at = offset + done;
        if (const int read = readBlock(at / blockBytes); read != SQLITE_OK) return read;
        const sqlite3_int64 within = at % blockBytes;
        const sqlite3_int64 count = std::min(blockBytes - within, there - done);
        std::memcpy(buffer + done, m_block.data() + within, static_cast<std::size_t>(count));
        done += count;
    }
    if (there == wanted) return SQLITE_OK;
    std::memset(buffer + there, 0, static_cast<std::size_t>(wanted - there));
    return SQLITE_IOERR_SHORT_READ;
}

int ScratchFile::write(const Byte* bytes, int amount, sqlite3_int64 offset)
{
    // Bytes between the old end and the offset are zeros; every block on the way must be sealed.
    const sqlite3_int64 firstNew = (m_size + blockBytes - 1) / blockBytes;
    m_block.fill(0);
    for (sqlite3_int64 number = firstNew; number < offset / blockBytes; ++number) {
        if (const int written = writeBlock(number); written != SQLITE_OK) return written;
        m_size = (number + 1) * blockBytes;
    }
    for (sqlite3_int64 done = 0; done < amount;) {
        const sqlite3_int64 at = offset + done;
        const sqlite3_int64 count = std::min(blockBytes - at % blockBytes, amount - done);
        const int written = writeWithin(bytes + done, static_cast<std::size_t>(count), at);
        if (written != SQLITE_OK) return written;
        done += count;
    }
    return SQLITE_OK;
}

int ScratchFile::writeWithin(const Byte* bytes, std::size_t amount, sqlite3_int64 offset)
{
    const sqlite3_int64 number = offset / blockBytes;
    if (amount < pageSize) {
        if (const int read = readBlock(number); read != SQLITE_OK) return read;
    }
    std::memcpy(m_block.data() + offset % blockBytes, bytes, amount);
    if (const int written = writeBlock(number); written != SQLITE_OK) return written;
    m_size = std::max(m_size, offset + static_cast<sqlite3_int64>(amount));
    return SQLITE_OK;
}

int ScratchFile::truncate(sqlite3_int64 size)
{
    if (size >= m_size) return SQLITE_OK; // SQLite only cuts temporary files
    // What is cut must read as zeros when the file grows again.
    if (const sqlite3_int64 within = size % blockBytes; within != 0) {
        if (const int read = readBlock(size / blockBytes); read != SQLITE_OK) return read;
        std::fill(m_block.begin() + within, m_block.end(), Byte{0});
        if (const int written = writeBlock(size / blockBytes); written != SQLITE_OK) return written;
    }
    m_size = size;
    return baseTruncate((size + blockBytes - 1) / blockBytes * blockBytes);
}

int ScratchFile::control(int operation, void* argument)
{
    switch (operation) {
    case SQLITE_FCNTL_SIZE_HINT:
    case SQLITE_FCNTL_CHUNK_SIZE:
        return SQLITE_OK;
    case SQLITE_FCNTL_MMAP_SIZE:
        *static_cast<sqlite3_int64*>(argument) = 0;
        return SQLITE_OK;
    default:
        return StoredFile::control(operation, argument);
    }
}

} // namespace edupro::storage::encrypted
