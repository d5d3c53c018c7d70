// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encrypted/KeyTable.h"

#include <map>
#include <mutex>

namespace edupro::storage::encrypted {

namespace {

struct Table {
    std::mutex mutex;
    std::map<std::int64_t, security::SecretBytes> keys;
    std::int64_t last = 0;
};

Table& table()
{
    static Table instance;
    return instance;
}

} // namespace

RegisteredKey::RegisteredKey(const security::SecretBytes& fileKey)
{
    const std::lock_guard lock(table().mutex);
    m_id = ++table().last;
    table().keys.emplace(m_id, fileKey.copy());
}

RegisteredKey::~RegisteredKey()
{
    const std::lock_guard lock(table().mutex);
    table().keys.erase(m_id);
}

std::optional<security::SecretBytes> registeredKey(std::int64_t id)
{
    const std::lock_guard lock(table().mutex);
    const auto found = table().keys.find(id);
    if (found == table().keys.end()) return std::nullopt;
    return found->second.copy();
}

} // namespace edupro::storage::encrypted
