// SPDX-License-Identifier: GPL-3.0-or-later
// Which encrypted files this process has open: handles on one file share one state.
#pragma once

#include "core/storage/encrypted/FileState.h"

#include <sqlite3.h>

#include <map>
#include <memory>
#include <string>

namespace edupro::storage::encrypted {

/// Any thread.
class OpenFiles {
public:
    /// The state of the database at `path` (a full name), which the base has just opened: of the
    /// other handles on it, or a new one with the salt in the file, or with a fresh salt when the
    /// file is empty. SQLITE_NOTADB: not an encrypted database; SQLITE_CANTOPEN: another key or
    /// another file than the one that is open under this name.
    int stateOf(
        const std::string& path,
        sqlite3_file* base,
        const security::SecretBytes& fileKey,
        std::shared_ptr<FileState>& state);

private:
    std::mutex m_mutex;
    std::map<std::string, std::weak_ptr<FileState>> m_states;
};

} // namespace edupro::storage::encrypted
