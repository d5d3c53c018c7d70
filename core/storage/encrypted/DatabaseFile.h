// SPDX-License-Identifier: GPL-3.0-or-later
// The main database file: whole pages, each under its own tag.
#pragma once

#include "core/storage/encrypted/FileState.h"
#include "core/storage/encrypted/PageCipher.h"
#include "core/storage/encrypted/StoredFile.h"

#include <memory>

namespace edupro::storage::encrypted {

/// A file control of our own: the pages written under the file's key, into an uint64.
inline constexpr int countControl = 0x45445550;

class DatabaseFile : public StoredFile {
public:
    DatabaseFile(sqlite3_file* base, std::shared_ptr<FileState> state)
        : StoredFile(base)
        , m_state(std::move(state))
        , m_cipher(m_state->keys)
    {
    }
    ~DatabaseFile() override { m_state->index.unmap(m_holder); }

    bool isReady() const override { return m_cipher.isReady(); }
    /// A whole page whose tag does not fit is an error. A part of page 1 (SQLite looks at its
    /// header before it knows of a log) answers zeros and the readable bytes 16..23 then: a power
    /// cut may have torn page 1 while the log still holds it.
    int read(Byte* buffer, int amount, sqlite3_int64 offset) override;
    /// Whole pages of 4096 bytes with 32 reserved zero bytes only; anything else is refused. A
    /// write beyond the end fills the gap with sealed pages of zeros first.
    int write(const Byte* bytes, int amount, sqlite3_int64 offset) override;
    int truncate(sqlite3_int64 size) override;
    int control(int operation, void* argument) override;
    int mapShm(int region, int size, bool extend, volatile void** address) override;
    int lockShm(int first, int count, int flags) override;
    void barrierShm() override { m_state->index.barrier(); }
    int unmapShm() override;

    const std::shared_ptr<FileState>& state() const { return m_state; }

private:
    int readPage(std::uint32_t number, Byte* page);
    int writePage(std::uint32_t number, const Byte* page);
    int fillUpTo(sqlite3_int64 size);

    std::shared_ptr<FileState> m_state;
    DatabaseCipher m_cipher;
    HeapShm::Holder m_holder;
    std::array<Byte, pageSize>
        m_page; ///< a stored page on its way, or a page of which part is read
};

} // namespace edupro::storage::encrypted
