// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/WalFile.h"

#include <algorithm>
#include <cstring>

namespace edupro::storage::encrypted {

namespace {

constexpr std::size_t saltAt = 16;     // in the log's header
constexpr std::size_t checksumAt = 16; // in a frame's header

sqlite3_int64 offsetOf(std::uint64_t frame)
{
    return static_cast<sqlite3_int64>(walHeaderSize + frame * frameSize);
}

Salt saltOf(const Byte* logHeader)
{
    Salt salt;
    std::copy_n(logHeader + saltAt, salt.size(), salt.begin());
    return salt;
}

/// Where an offset beyond the log's header lies.
struct Place {
    std::uint64_t frame;
    std::size_t within;
};

Place placeOf(sqlite3_int64 offset)
{
    const auto after = static_cast<std::uint64_t>(offset) - walHeaderSize;
    return {.frame = after / frameSize, .within = static_cast<std::size_t>(after % frameSize)};
}

} // namespace

WalFile::WalFile(sqlite3_file* base, std::shared_ptr<FileState> state)
    : StoredFile(base)
    , m_state(std::move(state))
    , m_cipher(m_state->keys)
{
    // The first handle finds a log that others may have cut or deleted since the last one closed.
    (void)m_state->walSalt.replace([this](std::optional<Salt>& salt) {
        if (m_state->walHandles++ == 0) salt.reset();
        return SQLITE_OK;
    });
}

WalFile::~WalFile()
{
    --m_state->walHandles;
}

int WalFile::salt(Salt& salt)
{
    if (const auto known = m_state->walSalt.known()) {
        salt = *known;
        return SQLITE_OK;
    }
    return m_state->walSalt.replace([this, &salt](std::optional<Salt>& shared) {
        Byte header[walHeaderSize];
        if (const int read = baseRead(header, sizeof header, 0); read != SQLITE_OK) return read;
        salt = saltOf(header);
        shared = salt;
        return SQLITE_OK;
    });
}

int WalFile::read(Byte* buffer, int amount, sqlite3_int64 offset)
{
    const auto count = static_cast<std::size_t>(amount);
    if (offset < static_cast<sqlite3_int64>(walHeaderSize)) {
        if (static_cast<std::size_t>(offset) + count > walHeaderSize) return SQLITE_IOERR_READ;
        return baseRead(buffer, count, offset);
    }
    const auto [frame, within] = placeOf(offset);
    if (within == 0 && count == frameSize) return readFrame(buffer, frame);
    if (within == frameHeaderSize && count == pageSize) return readPage(buffer, frame);
    if (within + count <= frameHeaderSize) return readHeaderPart(buffer, count, frame, within);
    return SQLITE_IOERR_READ;
}

int WalFile::readHeaderPart(Byte* buffer, std::size_t amount, std::uint64_t frame, std::size_t from)
{
    Byte header[frameHeaderSize];
    Salt salt;
    int read = baseRead(header, sizeof header, offsetOf(frame));
    if (read == SQLITE_OK) read = this->salt(salt);
    if (read == SQLITE_OK && !m_cipher.openHeader(salt, frame, header)) read = SQLITE_IOERR_READ;
    if (read == SQLITE_OK)
        std::memcpy(buffer, header + from, amount);
    else
        std::memset(buffer, 0, amount);
    return read;
}

int WalFile::readFrame(Byte* buffer, std::uint64_t frame)
{
    Salt salt;
    int read = baseRead(buffer, frameSize, offsetOf(frame));
    if (read == SQLITE_OK) read = this->salt(salt);
    if (read == SQLITE_OK && !m_cipher.openHeader(salt, frame, buffer)) read = SQLITE_IOERR_READ;
    if (read != SQLITE_OK) {
        std::memset(buffer, 0, frameSize);
        return read;
    }
    if (m_cipher.openPage(salt, frame, buffer + frameHeaderSize)) return SQLITE_OK;
    // SQLite rewrites checksums of frames that it wrote itself; a new one over a page that is lost
    // would hide the loss.
    if (frame < m_written) return notAuthentic;
    for (std::size_t i = checksumAt; i < frameHeaderSize; ++i)
        buffer[i] = static_cast<Byte>(~buffer[i]);
    return SQLITE_OK;
}

int WalFile::readPage(Byte* buffer, std::uint64_t frame)
{
    Salt salt;
    int read = baseRead(buffer, pageSize, offsetOf(frame) + sqlite3_int64{frameHeaderSize});
    if (read == SQLITE_OK) read = this->salt(salt);
    if (read == SQLITE_OK && !m_cipher.openPage(salt, frame, buffer)) read = notAuthentic;
    if (read != SQLITE_OK) std::memset(buffer, 0, pageSize);
    return read;
}

int WalFile::write(const Byte* bytes, int amount, sqlite3_int64 offset)
{
    const auto count = static_cast<std::size_t>(amount);
    if (offset == 0 && count == walHeaderSize) return writeLogHeader(bytes);
    if (offset >= static_cast<sqlite3_int64>(walHeaderSize)) {
        const auto [frame, within] = placeOf(offset);
        if (within == 0 && count == frameHeaderSize) return writeHeader(bytes, frame);
        if (within == frameHeaderSize && count == pageSize) return writePage(bytes, frame);
    }
    sqlite3_log(SQLITE_IOERR_WRITE, "a write of %d bytes to the log is no frame", amount);
    return SQLITE_IOERR_WRITE;
}

int WalFile::writeLogHeader(const Byte* bytes)
{
    m_lastHeader.reset();
    m_written = 0;
    return m_state->walSalt.replace([this, bytes](std::optional<Salt>& salt) {
        const int written = baseWrite(bytes, walHeaderSize, 0);
        if (written == SQLITE_OK) salt = saltOf(bytes);
        return written;
    });
}

int WalFile::writeHeader(const Byte* bytes, std::uint64_t frame)
{
    Salt salt;
    if (const int found = this->salt(salt); found != SQLITE_OK) return found;
    Byte header[frameHeaderSize];
    if (!m_cipher.sealHeader(salt, frame, bytes, header)) return SQLITE_IOERR_WRITE;
    m_lastHeader = {.frame = frame, .isCommit = loadWord(bytes + sizeof(std::uint32_t)) != 0};
    return baseWrite(header, sizeof header, offsetOf(frame));
}

int WalFile::writePage(const Byte* bytes, std::uint64_t frame)
{
    Salt salt;
    if (const int found = this->salt(salt); found != SQLITE_OK) return found;
    const bool isCommit = m_lastHeader && m_lastHeader->frame == frame && m_lastHeader->isCommit;
    const bool hasEmptyFooter =
        std::all_of(bytes + sealedSize, bytes + pageSize, [](Byte byte) { return byte == 0; });
    if (!hasEmptyFooter || !m_state->count.addOne() ||
        !m_cipher.sealPage(salt, frame, bytes, m_page.data(), isCommit))
        return SQLITE_IOERR_WRITE;
    m_written = std::max(m_written, frame + 1);
    return baseWrite(m_page.data(), pageSize, offsetOf(frame) + sqlite3_int64{frameHeaderSize});
}

int WalFile::truncate(sqlite3_int64 size)
{
    if (size >= static_cast<sqlite3_int64>(walHeaderSize)) return baseTruncate(size);
    return m_state->walSalt.replace([this, size](std::optional<Salt>& salt) {
        salt.reset();
        return baseTruncate(size);
    });
}

} // namespace edupro::storage::encrypted
