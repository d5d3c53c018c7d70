// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/HeapShm.h"

#include <sqlite3.h>

#include <atomic>
#include <new>

namespace edupro::storage::encrypted {

namespace {

unsigned bitOf(int slot)
{
    return 1U << static_cast<unsigned>(slot);
}

} // namespace

int HeapShm::map(Holder& holder, int region, int size, bool extend, volatile void** address)
{
    const std::lock_guard guard(m_mutex);
    if (!holder.isUser) {
        holder.isUser = true;
        ++m_users;
    }
    *address = nullptr;
    const auto wanted = static_cast<std::size_t>(region);
    try {
        while (extend && m_regions.size() <= wanted)
            m_regions.push_back(std::make_unique<Byte[]>(static_cast<std::size_t>(size)));
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    }
    if (wanted < m_regions.size()) *address = m_regions[wanted].get();
    return SQLITE_OK;
}

int HeapShm::lock(Holder& holder, int first, int count, int flags)
{
    if (first < 0 || count < 1 || first + count > static_cast<int>(m_locks.size()))
        return SQLITE_IOERR_SHMLOCK;
    const std::lock_guard guard(m_mutex);
    if (flags & SQLITE_SHM_UNLOCK) {
        unlock(holder, first, count);
        return SQLITE_OK;
    }
    return flags & SQLITE_SHM_SHARED ? lockShared(holder, first)
                                     : lockExclusive(holder, first, count);
}

int HeapShm::lockShared(Holder& holder, int slot)
{
    int& state = m_locks[static_cast<std::size_t>(slot)];
    if (holder.shared & bitOf(slot)) return SQLITE_OK;
    if (state == exclusively) return SQLITE_BUSY;
    ++state;
    holder.shared |= bitOf(slot);
    return SQLITE_OK;
}

int HeapShm::lockExclusive(Holder& holder, int first, int count)
{
    for (int slot = first; slot < first + count; ++slot) {
        const bool own = holder.exclusive & bitOf(slot);
        if (m_locks[static_cast<std::size_t>(slot)] != 0 && !own) return SQLITE_BUSY;
    }
    for (int slot = first; slot < first + count; ++slot) {
        m_locks[static_cast<std::size_t>(slot)] = exclusively;
        holder.exclusive |= bitOf(slot);
    }
    return SQLITE_OK;
}

void HeapShm::unlock(Holder& holder, int first, int count)
{
    for (int slot = first; slot < first + count; ++slot) {
        int& state = m_locks[static_cast<std::size_t>(slot)];
        if (holder.exclusive & bitOf(slot)) state = 0;
        if (holder.shared & bitOf(slot)) --state;
        holder.exclusive &= ~bitOf(slot);
        holder.shared &= ~bitOf(slot);
    }
}

void HeapShm::barrier()
{
    std::atomic_thread_fence(std::memory_order_seq_cst);
    const std::lock_guard guard(m_mutex); // other compilers' idea of a fence: taking a lock is one
}

void HeapShm::unmap(Holder& holder)
{
    const std::lock_guard guard(m_mutex);
    if (!holder.isUser) return;
    unlock(holder, 0, static_cast<int>(m_locks.size()));
    holder.isUser = false;
    if (--m_users == 0) m_regions.clear();
}

} // namespace edupro::storage::encrypted
