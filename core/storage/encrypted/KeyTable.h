// SPDX-License-Identifier: GPL-3.0-or-later
// Keys on their way to the file layer: a URI carries the number of a key, never a key.
#pragma once

#include "core/security/SecretBytes.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace edupro::storage::encrypted {

/// Keeps a copy of a file key under a number of this process while it lives. Needed only while a
/// file is being opened (or named in VACUUM INTO). Any thread.
class RegisteredKey {
public:
    /// `fileKey`: 32 bytes.
    explicit RegisteredKey(const security::SecretBytes& fileKey);
    ~RegisteredKey();
    RegisteredKey(const RegisteredKey&) = delete;
    RegisteredKey& operator=(const RegisteredKey&) = delete;

    /// From 1; never used twice in a process.
    std::int64_t id() const { return m_id; }

private:
    std::int64_t m_id;
};

/// A copy of the key registered under `id`, if any.
std::optional<security::SecretBytes> registeredKey(std::int64_t id);

} // namespace edupro::storage::encrypted
