// SPDX-License-Identifier: GPL-3.0-or-later
// The index of a write-ahead log in memory of this process: a -shm file would hold a copy of the
// log's checksums.
#pragma once

#include "core/storage/encrypted/PageFormat.h"

#include <array>
#include <memory>
#include <mutex>
#include <vector>

namespace edupro::storage::encrypted {

/// What the connections of this process to one file share; the answers are SQLite's result codes.
/// Ends with its last user, as SQLite's own -shm file does, so that the next one reads the log
/// anew. Any thread.
class HeapShm {
public:
    /// What one connection holds.
    struct Holder {
        unsigned shared = 0;    ///< bit per lock
        unsigned exclusive = 0; ///< bit per lock
        bool isUser = false;
    };

    /// xShmMap: the address of region `region` of `size` bytes; null without error when it does
    /// not exist and `extend` is false.
    int map(Holder& holder, int region, int size, bool extend, volatile void** address);
    /// xShmLock: never waits.
    int lock(Holder& holder, int first, int count, int flags);
    /// xShmBarrier.
    void barrier();
    /// xShmUnmap.
    void unmap(Holder& holder);

private:
    int lockShared(Holder& holder, int slot);
    int lockExclusive(Holder& holder, int first, int count);
    void unlock(Holder& holder, int first, int count);

    static constexpr int exclusively = -1;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Byte[]>> m_regions;
    std::array<int, 8> m_locks{}; ///< number of shared holders, or `exclusively`
    int m_users = 0;
};

} // namespace edupro::storage::encrypted
