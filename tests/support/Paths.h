// SPDX-License-Identifier: GPL-3.0-or-later
// Where the project's sources and the shared reference data are. Only Paths.cpp is compiled with
// the folders in it, so that a compiler cache serves every clone.
#pragma once

#include <string>
#include <string_view>

#ifdef EDUPRO_TEST_WITH_QT
#include <QString>
#endif

namespace edupro::tests {

/// The absolute path of a file of the project; `path` begins with '/'.
std::string sourcePath(std::string_view path);
/// The absolute path of a file of the shared reference data, which may be missing.
std::string sharedPath(std::string_view path);

#ifdef EDUPRO_TEST_WITH_QT
inline QString sourceFile(std::string_view path)
{
    return QString::fromStdString(sourcePath(path));
}
inline QString sharedFile(std::string_view path)
{
    return QString::fromStdString(sharedPath(path));
}
#endif

} // namespace edupro::tests
