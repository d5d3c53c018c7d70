// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/OpenFiles.h"

#include "core/storage/encrypted/PageCipher.h"

#include <algorithm>

namespace edupro::storage::encrypted {

namespace {

/// The salt of an encrypted file; none when the file is empty.
int storedSalt(sqlite3_file* base, std::optional<Salt>& salt)
{
    sqlite3_int64 size = 0;
    if (const int sized = base->pMethods->xFileSize(base, &size); sized != SQLITE_OK) return sized;
    if (size == 0) return SQLITE_OK;
    std::array<Byte, magic.size() + sizeof(Salt)> head{};
    const int read = base->pMethods->xRead(base, head.data(), static_cast<int>(head.size()), 0);
    if (read == SQLITE_IOERR_SHORT_READ) return SQLITE_NOTADB;
    if (read != SQLITE_OK) return read;
    if (!std::equal(magic.begin(), magic.end(), head.begin())) return SQLITE_NOTADB;
    std::copy_n(head.begin() + magic.size(), sizeof(Salt), salt.emplace().begin());
    return SQLITE_OK;
}

} // namespace

int OpenFiles::stateOf(
    const std::string& path,
    sqlite3_file* base,
    const security::SecretBytes& fileKey,
    std::shared_ptr<FileState>& state)
{
    const std::lock_guard guard(m_mutex);
    std::optional<Salt> salt;
    if (const int read = storedSalt(base, salt); read != SQLITE_OK) return read;
    std::weak_ptr<FileState>& known = m_states[path];
    state = known.lock();
    if (state) {
        const bool sameFile = !salt || *salt == state->keys.salt;
        const FileKeys keys = FileKeys::derive(fileKey, state->keys.salt);
        return sameFile && keys.page.equals(state->keys.page) ? SQLITE_OK : SQLITE_CANTOPEN;
    }
    if (!salt && !fillRandom(salt.emplace().data(), sizeof(Salt))) return SQLITE_IOERR;
    state = std::make_shared<FileState>(FileKeys::derive(fileKey, *salt));
    known = state;
    return SQLITE_OK;
}

} // namespace edupro::storage::encrypted
