// SPDX-License-Identifier: GPL-3.0-or-later
// A file as SQLite sees it, over a file of the base layer that holds its stored form.
#pragma once

#include "core/storage/encrypted/PageFormat.h"

#include <sqlite3.h>

namespace edupro::storage::encrypted {

/// One open file; the answers are SQLite's result codes. Owns nothing of `base`, which the file
/// layer opens before and closes after. Used by one thread at a time. What is not overridden goes
/// to the base as it is.
class StoredFile {
public:
    explicit StoredFile(sqlite3_file* base)
        : m_base(base)
    {
    }
    virtual ~StoredFile() = default;
    StoredFile(const StoredFile&) = delete;
    StoredFile& operator=(const StoredFile&) = delete;

    /// False: memory ran out while it was made.
    virtual bool isReady() const = 0;
    virtual int read(Byte* buffer, int amount, sqlite3_int64 offset) = 0;
    virtual int write(const Byte* bytes, int amount, sqlite3_int64 offset) = 0;
    virtual int truncate(sqlite3_int64 size) = 0;
    virtual int size(sqlite3_int64* size) { return baseSize(size); }
    virtual int control(int operation, void* argument)
    {
        return m_base->pMethods->xFileControl(m_base, operation, argument);
    }
    virtual int mapShm(int, int, bool, volatile void**) { return SQLITE_IOERR_SHMMAP; }
    virtual int lockShm(int, int, int) { return SQLITE_IOERR_SHMLOCK; }
    virtual void barrierShm() {}
    virtual int unmapShm() { return SQLITE_OK; }

    sqlite3_file* base() { return m_base; }

protected:
    int baseRead(void* buffer, std::size_t amount, sqlite3_int64 offset)
    {
        return m_base->pMethods->xRead(m_base, buffer, static_cast<int>(amount), offset);
    }
    int baseWrite(const void* bytes, std::size_t amount, sqlite3_int64 offset)
    {
        return m_base->pMethods->xWrite(m_base, bytes, static_cast<int>(amount), offset);
    }
    int baseTruncate(sqlite3_int64 size) { return m_base->pMethods->xTruncate(m_base, size); }
    int baseSize(sqlite3_int64* size) { return m_base->pMethods->xFileSize(m_base, size); }

private:
    sqlite3_file* m_base;
};

/// What a tag that does not fit means to SQLite.
inline constexpr int notAuthentic = SQLITE_IOERR_DATA;

} // namespace edupro::storage::encrypted
