// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Paths.h"

namespace edupro::tests {

std::string sourcePath(std::string_view path)
{
    return std::string(EDUPRO_SOURCE_DIR).append(path);
}

std::string sharedPath(std::string_view path)
{
    return std::string(EDUPRO_SOURCE_DIR "/../shared").append(path);
}

} // namespace edupro::tests
