// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of the write-ahead log: pages under AES-256-GCM, frame headers under AES-256-XTS (IEEE
// 1619).
#pragma once

#include "core/storage/encrypted/PageCipher.h"

namespace edupro::storage::encrypted {

/// The salts are always those of the log's own header: SQLite writes frame headers without salts
/// while it computes the checksums of a large transaction anew.
/// A frame header is one XTS block (page number, size after commit, both checksums) beside its
/// readable salts; the checksum is a linear function of the plaintext and must not be visible.
class WalCipher {
public:
    explicit WalCipher(const FileKeys& keys);
    bool isReady() const { return m_ready; }

    /// `frame` from 0; `plain` and `stored` 24 bytes.
    bool sealHeader(const Salt& salt, std::uint64_t frame, const Byte* plain, Byte* stored);
    /// In place. Authenticates nothing: SQLite's checksum does.
    bool openHeader(const Salt& salt, std::uint64_t frame, Byte* header);

    bool
    sealPage(const Salt& salt, std::uint64_t frame, const Byte* plain, Byte* stored, bool isCommit);
    bool openPage(const Salt& salt, std::uint64_t frame, Byte* page);

private:
    PageCipher m_pages;
    CipherContext m_sealingHeader;
    CipherContext m_openingHeader;
    bool m_ready = false;
};

} // namespace edupro::storage::encrypted
