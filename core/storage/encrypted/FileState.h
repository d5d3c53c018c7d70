// SPDX-License-Identifier: GPL-3.0-or-later
// What all handles of this process on one encrypted file share: keys, log salts, log index, count
// of writes.
#pragma once

#include "core/storage/encrypted/FileKeys.h"
#include "core/storage/encrypted/HeapShm.h"

#include <atomic>
#include <mutex>
#include <optional>

namespace edupro::storage::encrypted {

/// Random nonces allow 2^32 pages under one key (SP 800-38D, section 8.3); at half of that the file
/// is due for a new one.
inline constexpr std::uint64_t rekeyAtWrites = std::uint64_t{1} << 31;
inline constexpr std::uint64_t mostWrites = std::uint64_t{1} << 32;

/// Counts pages written under one key over the life of a file. Page 1 carries the count, in units
/// of 4096 pages and rounded up, whenever it is written; what a session writes after its last
/// change of page 1 is not counted, which is less than the rounding adds as long as the file grows.
class WriteCount {
public:
    /// False: no more pages may be written under this key.
    bool addOne() { return ++m_writes < mostWrites; }
    std::uint64_t writes() const { return m_writes; }
    /// For page 1.
    std::uint32_t mark() const { return static_cast<std::uint32_t>(m_writes / unit) + 1; }
    /// Takes over what page 1 said; only the first call counts.
    void resume(std::uint32_t mark)
    {
        if (!m_resumed.exchange(true)) m_writes += std::uint64_t{mark} * unit;
    }

private:
    static constexpr std::uint64_t unit = 4096;
    std::atomic<std::uint64_t> m_writes = 0;
    std::atomic<bool> m_resumed = false;
};

/// The salts of the log's header. Frames of all handles are sealed under them, so they are kept in
/// one place, where whoever starts the log anew replaces them.
class WalSalt {
public:
    std::optional<Salt> known()
    {
        const std::lock_guard guard(m_mutex);
        return m_salt;
    }
    /// Runs `change` (which writes, cuts or reads the header and answers a result code and the
    /// salts from now on) while no other handle does the same.
    template<class Change>
    int replace(Change change)
    {
        const std::lock_guard guard(m_mutex);
        return change(m_salt);
    }

private:
    std::mutex m_mutex;
    std::optional<Salt> m_salt;
};

struct FileState {
    explicit FileState(FileKeys fileKeys)
        : keys(std::move(fileKeys))
    {
    }
    const FileKeys keys;
    HeapShm index;
    WalSalt walSalt;
    WriteCount count;
    std::atomic<int> walHandles = 0;
};

} // namespace edupro::storage::encrypted
