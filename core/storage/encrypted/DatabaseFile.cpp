// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/DatabaseFile.h"

#include <algorithm>
#include <cstring>

namespace edupro::storage::encrypted {

namespace {

constexpr auto bytesOfPage = static_cast<sqlite3_int64>(pageSize);

constexpr std::array<Byte, pageSize> zeroPage{};

sqlite3_int64 offsetOf(std::uint32_t number)
{
    return (sqlite3_int64{number} - 1) * bytesOfPage;
}

bool isWholePage(int amount, sqlite3_int64 offset)
{
    return amount == static_cast<int>(pageSize) && offset % bytesOfPage == 0;
}

/// Page 1 says 4096 bytes a page, 32 of them reserved (SQLite file format, section 1.3).
bool hasOurGeometry(const Byte* page)
{
    return std::equal(sqliteMagic.begin(), sqliteMagic.end(), page) && page[16] == 0x10 &&
           page[17] == 0 && page[20] == footerSize;
}

/// SQLite's checksum of a frame covers the reserved bytes, and they are read back as zeros.
bool hasEmptyFooter(const Byte* page)
{
    return std::all_of(page + sealedSize, page + pageSize, [](Byte byte) { return byte == 0; });
}

} // namespace

int DatabaseFile::readPage(std::uint32_t number, Byte* page)
{
    const sqlite3_int64 offset = offsetOf(number);
    const int read = baseRead(page, pageSize, offset);
    if (read == SQLITE_IOERR_SHORT_READ) {
        sqlite3_int64 end = 0;
        if (const int sized = baseSize(&end); sized != SQLITE_OK) return sized;
        return end > offset ? notAuthentic : read; // a part of a page is no page
    }
    if (read != SQLITE_OK) return read;
    const std::uint32_t mark = markOf(page);
    if (!m_cipher.open(number, page)) return notAuthentic;
    if (number == 1) m_state->count.resume(mark);
    return SQLITE_OK;
}

int DatabaseFile::read(Byte* buffer, int amount, sqlite3_int64 offset)
{
    const auto number = static_cast<std::uint32_t>(offset / bytesOfPage + 1);
    if (isWholePage(amount, offset)) {
        const int read = readPage(number, buffer);
        if (read != SQLITE_OK) std::memset(buffer, 0, pageSize);
        return read;
    }
    const auto from = static_cast<std::size_t>(offset % bytesOfPage);
    const auto count = static_cast<std::size_t>(amount);
    if (from + count > pageSize) return SQLITE_IOERR_READ;
    int read = readPage(number, m_page.data());
    if (read == notAuthentic && number == 1) {
        std::memset(m_page.data(), 0, sqliteMagic.size());
        read = SQLITE_OK;
    }
    if (read == SQLITE_OK)
        std::memcpy(buffer, m_page.data() + from, count);
    else
        std::memset(buffer, 0, count);
    return read;
}

int DatabaseFile::write(const Byte* bytes, int amount, sqlite3_int64 offset)
{
    const auto number = static_cast<std::uint32_t>(offset / bytesOfPage + 1);
    if (!isWholePage(amount, offset) || !hasEmptyFooter(bytes) ||
        (number == 1 && !hasOurGeometry(bytes))) {
        sqlite3_log(
            SQLITE_IOERR_WRITE, "page %u does not leave 32 of 4096 bytes for its tag", number);
        return SQLITE_IOERR_WRITE;
    }
    if (const int filled = fillUpTo(offset); filled != SQLITE_OK) return filled;
    return writePage(number, bytes);
}

int DatabaseFile::writePage(std::uint32_t number, const Byte* page)
{
    if (!m_state->count.addOne()) {
        sqlite3_log(SQLITE_IOERR_WRITE, "the file's key has been used up; change the file key");
        return SQLITE_IOERR_WRITE;
    }
    const std::uint32_t mark = number == 1 ? m_state->count.mark() : plainMark;
    if (!m_cipher.seal(number, page, m_page.data(), mark)) return SQLITE_IOERR_WRITE;
    return baseWrite(m_page.data(), pageSize, offsetOf(number));
}

int DatabaseFile::fillUpTo(sqlite3_int64 size)
{
    sqlite3_int64 end = 0;
    if (const int sized = baseSize(&end); sized != SQLITE_OK) return sized;
    for (sqlite3_int64 at = end / bytesOfPage * bytesOfPage; at < size; at += bytesOfPage) {
        const int written =
            writePage(static_cast<std::uint32_t>(at / bytesOfPage + 1), zeroPage.data());
        if (written != SQLITE_OK) return written;
    }
    return SQLITE_OK;
}

int DatabaseFile::truncate(sqlite3_int64 size)
{
    if (size % bytesOfPage != 0) return SQLITE_IOERR_TRUNCATE;
    sqlite3_int64 end = 0;
    if (const int sized = baseSize(&end); sized != SQLITE_OK) return sized;
    return size > end ? fillUpTo(size) : baseTruncate(size);
}

int DatabaseFile::control(int operation, void* argument)
{
    switch (operation) {
    case countControl:
        *static_cast<std::uint64_t*>(argument) = m_state->count.writes();
        return SQLITE_OK;
    case SQLITE_FCNTL_SIZE_HINT:
    case SQLITE_FCNTL_CHUNK_SIZE:
        return SQLITE_OK; // the base would grow the file by raw zeros, which are no pages
    case SQLITE_FCNTL_MMAP_SIZE:
        *static_cast<sqlite3_int64*>(argument) = 0;
        return SQLITE_OK;
    case SQLITE_FCNTL_BEGIN_ATOMIC_WRITE:
    case SQLITE_FCNTL_COMMIT_ATOMIC_WRITE:
    case SQLITE_FCNTL_ROLLBACK_ATOMIC_WRITE:
        return SQLITE_NOTFOUND;
    default:
        return StoredFile::control(operation, argument);
    }
}

int DatabaseFile::mapShm(int region, int size, bool extend, volatile void** address)
{
    return m_state->index.map(m_holder, region, size, extend, address);
}

int DatabaseFile::lockShm(int first, int count, int flags)
{
    return m_state->index.lock(m_holder, first, count, flags);
}

int DatabaseFile::unmapShm()
{
    m_state->index.unmap(m_holder);
    return SQLITE_OK;
}

} // namespace edupro::storage::encrypted
