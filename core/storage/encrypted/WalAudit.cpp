// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/WalAudit.h"

#include "core/storage/encrypted/WalCipher.h"

#include <QIODevice>

#include <algorithm>
#include <optional>
#include <utility>

namespace edupro::storage::encrypted {

namespace {

// SQLite file format, section 4.1.
constexpr std::uint32_t littleEndianMagic = 0x377f'0682; // | 1: checksums over big-endian words
constexpr std::uint32_t walVersion = 3'007'000;
constexpr Salt noSalt{};
/// 16 GB; a header that decrypts to noise says more, but once in a million.
constexpr std::uint32_t mostPages = 1U << 22;

struct Checksum {
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    friend bool operator==(const Checksum&, const Checksum&) = default;
};

Checksum loadChecksum(const Byte* at)
{
    return {loadWord(at), loadWord(at + 4)};
}

/// SQLite file format, section 4.2; `count` is a multiple of 8.
Checksum checksumOf(Checksum sum, const Byte* bytes, std::size_t count, bool bigEndian)
{
    const auto word = [bigEndian](const Byte* at) {
        if (bigEndian) return loadWord(at);
        return std::uint32_t{at[3]} << 24 | std::uint32_t{at[2]} << 16 | std::uint32_t{at[1]} << 8 |
               std::uint32_t{at[0]};
    };
    for (std::size_t i = 0; i < count; i += 8) {
        sum.first += word(bytes + i) + sum.second;
        sum.second += word(bytes + i + 4) + sum.first;
    }
    return sum;
}

Salt saltAt(const Byte* at)
{
    Salt salt;
    std::copy_n(at, salt.size(), salt.begin());
    return salt;
}

struct LogHeader {
    bool bigEndian = false;
    Salt salt{};
    Checksum checksum;
};

/// None: SQLite would take this for no log at all.
std::optional<LogHeader> headerOf(const Byte* bytes)
{
    const bool bigEndian = bytes[3] & 1;
    const Checksum stored = loadChecksum(bytes + 24);
    if ((loadWord(bytes) & ~1U) != littleEndianMagic || loadWord(bytes + 4) != walVersion ||
        loadWord(bytes + 8) != pageSize || checksumOf({}, bytes, 24, bigEndian) != stored)
        return std::nullopt;
    return LogHeader{.bigEndian = bigEndian, .salt = saltAt(bytes + 16), .checksum = stored};
}

/// Reads frames one after the other and says of each what it is worth.
class FrameReader {
public:
    FrameReader(QIODevice& log, const LogHeader& header, const FileKeys* keys)
        : m_log(log)
        , m_header(header)
        , m_before(header.checksum)
    {
        if (keys) m_cipher.emplace(*keys);
    }

    bool next()
    {
        char* bytes = reinterpret_cast<char*>(m_frame.data());
        if (m_log.read(bytes, static_cast<qint64>(frameSize)) != static_cast<qint64>(frameSize))
            return false;
        const std::uint64_t number = m_number++;
        const Byte* page = m_frame.data() + frameHeaderSize;
        m_salt = saltAt(m_frame.data() + 8);
        const bool marked = m_cipher && markOf(page) == commitMark;
        m_opened = m_cipher && open(number);
        // While all frames so far fit, the checksum stored before is the one SQLite computed.
        const Checksum stored = loadChecksum(m_frame.data() + 16);
        m_linked = checksumAfter(m_before) == stored;
        m_fits = (m_opened || !m_cipher) && m_linked && hasOwnSalt() && pageNumber() != 0;
        m_saysCommit = m_opened ? marked : headerSaysCommit();
        m_before = stored;
        return true;
    }

    /// SQLite will take it, if it took the one before.
    bool fits() const { return m_fits; }
    /// It was written at this place of this log, whatever became of those before it. `first`: it
    /// is the first that does not fit. (Frames of an older log follow each other, too, but not the
    /// last one of this log.)
    bool isAuthentic(bool first) const
    {
        return m_cipher ? m_opened : m_linked && (hasOwnSalt() || first);
    }
    /// It ends a transaction of this log: its tag says so or, when that is broken, its header.
    bool endsTransaction(bool first) const
    {
        return m_saysCommit && (isAuthentic(first) || hasOwnSalt());
    }
    bool hasOwnSalt() const { return m_salt == m_header.salt; }
    bool isOfOlderLog() const { return !hasOwnSalt() && m_salt != noSalt; }

private:
    /// A plain header that was changed is a header still; one that decrypts to noise is not.
    bool headerSaysCommit() const
    {
        if (!m_cipher) return sizeAfter() != 0;
        return pageNumber() != 0 && pageNumber() <= sizeAfter() && sizeAfter() <= mostPages;
    }
    std::uint32_t pageNumber() const { return loadWord(m_frame.data()); }
    std::uint32_t sizeAfter() const { return loadWord(m_frame.data() + 4); }
    bool open(std::uint64_t number)
    {
        return m_cipher->isReady() && m_cipher->openHeader(m_header.salt, number, m_frame.data()) &&
               m_cipher->openPage(m_header.salt, number, m_frame.data() + frameHeaderSize);
    }

    Checksum checksumAfter(const Checksum& before) const
    {
        const Checksum numbers = checksumOf(before, m_frame.data(), 8, m_header.bigEndian);
        return checksumOf(numbers, m_frame.data() + frameHeaderSize, pageSize, m_header.bigEndian);
    }

    QIODevice& m_log;
    LogHeader m_header;
    std::optional<WalCipher> m_cipher;
    std::array<Byte, frameSize> m_frame;
    std::uint64_t m_number = 0;
    Checksum m_before;
    Salt m_salt{};
    bool m_opened = false;
    bool m_linked = false;
    bool m_fits = false;
    bool m_saysCommit = false;
};

/// A frame of this log that was begun and not ended.
bool endsInPartOfFrame(QIODevice& log, const LogHeader& header, qint64 frames)
{
    log.seek(static_cast<qint64>(walHeaderSize) + frames * static_cast<qint64>(frameSize));
    const QByteArray rest = log.read(static_cast<qint64>(frameHeaderSize));
    if (rest.size() < 16) return false;
    return saltAt(reinterpret_cast<const Byte*>(rest.constData()) + 8) == header.salt;
}

} // namespace

WalFinding auditWal(QIODevice& log, const FileKeys* keys)
{
    WalFinding finding;
    const qint64 behindHeader = log.size() - static_cast<qint64>(walHeaderSize);
    if (behindHeader <= 0) return finding;
    finding.frames = static_cast<std::uint64_t>(behindHeader / static_cast<qint64>(frameSize));
    Byte start[walHeaderSize];
    const bool read = log.seek(0) && log.read(reinterpret_cast<char*>(start), sizeof start) ==
                                         static_cast<qint64>(sizeof start);
    const auto header = read ? headerOf(start) : std::nullopt;
    if (!header) {
        if (finding.frames > 0) finding.state = WalState::Damaged;
        return finding;
    }
    FrameReader frames(log, *header, keys);
    bool fine = true;          // so far every frame fits
    bool mayBeOlder = false;   // the first that does not is a remain of an older log
    bool anyAuthentic = false; // at or behind it
    std::uint64_t seen = 0;
    for (; frames.next(); ++seen) {
        if (fine && frames.fits()) {
            ++finding.good;
            continue;
        }
        const bool first = std::exchange(fine, false);
        const bool authentic = frames.isAuthentic(first);
        if (first) mayBeOlder = frames.isOfOlderLog() && !authentic;
        anyAuthentic = anyAuthentic || authentic;
        if (frames.endsTransaction(first)) ++finding.lostCommits;
    }
    if (seen < finding.frames || finding.lostCommits > 1)
        finding.state = WalState::Damaged;
    else if (!fine && (!mayBeOlder || anyAuthentic))
        finding.state = WalState::Tail;
    else if (fine && endsInPartOfFrame(log, *header, static_cast<qint64>(finding.frames)))
        finding.state = WalState::Tail;
    return finding;
}

} // namespace edupro::storage::encrypted
