// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of one file, made of the school's file key and the file's own salt.
#pragma once

#include "core/security/SecretBytes.h"
#include "core/storage/encrypted/PageFormat.h"

namespace edupro::storage::encrypted {

/// HKDF-SHA-256 (RFC 5869) of the file key under the file's salt: two files of one school never
/// share a page key.
struct FileKeys {
    Salt salt{};
    security::SecretBytes page;        ///< 32 bytes: AES-256-GCM of pages
    security::SecretBytes frameHeader; ///< 64 bytes: AES-256-XTS of the log's frame headers

    static FileKeys derive(const security::SecretBytes& fileKey, const Salt& salt);
};

} // namespace edupro::storage::encrypted
