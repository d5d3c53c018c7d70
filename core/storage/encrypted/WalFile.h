// SPDX-License-Identifier: GPL-3.0-or-later
// The write-ahead log: a readable header, then frames under the salts of that header.
#pragma once

#include "core/storage/encrypted/FileState.h"
#include "core/storage/encrypted/StoredFile.h"
#include "core/storage/encrypted/WalCipher.h"

#include <memory>
#include <optional>

namespace edupro::storage::encrypted {

class WalFile : public StoredFile {
public:
    WalFile(sqlite3_file* base, std::shared_ptr<FileState> state);
    ~WalFile() override;

    bool isReady() const override { return m_cipher.isReady(); }
    /// The header, a frame, a frame's header or a part of it, or a frame's page; nothing across. A
    /// page whose tag does not fit is an error when SQLite wants the page. When it reads the whole
    /// frame to find the end of the log, the frame comes back with a wrong checksum, which ends the
    /// log there.
    int read(Byte* buffer, int amount, sqlite3_int64 offset) override;
    /// The header, a frame's header or a frame's page; anything else is refused.
    int write(const Byte* bytes, int amount, sqlite3_int64 offset) override;
    int truncate(sqlite3_int64 size) override;

private:
    int salt(Salt& salt);
    int readHeaderPart(Byte* buffer, std::size_t amount, std::uint64_t frame, std::size_t from);
    int readFrame(Byte* buffer, std::uint64_t frame);
    int readPage(Byte* buffer, std::uint64_t frame);
    int writeLogHeader(const Byte* bytes);
    int writeHeader(const Byte* bytes, std::uint64_t frame);
    int writePage(const Byte* bytes, std::uint64_t frame);

    struct LastHeader {
        std::uint64_t frame;
        bool isCommit;
    };
    std::shared_ptr<FileState> m_state;
    WalCipher m_cipher;
    std::optional<LastHeader> m_lastHeader; ///< SQLite writes a frame's header just before its page
    std::uint64_t m_written = 0;            ///< frames below were written, or may have been, here
    std::array<Byte, pageSize> m_page;      ///< a stored page on its way
};

} // namespace edupro::storage::encrypted
