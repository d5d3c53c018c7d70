// SPDX-License-Identifier: GPL-3.0-or-later
// What the build makes of all .sql files under core (see EmbedSql.cmake).
#pragma once

#include <vector>

namespace edupro::storage {

struct EmbeddedFile {
    const char* path; ///< below core, with slashes
    const char* text;
};

std::vector<EmbeddedFile> embeddedSqlFiles();

} // namespace edupro::storage
