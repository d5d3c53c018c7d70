// SPDX-License-Identifier: GPL-3.0-or-later
// The hand-written SQL files of the project, built into the program and found by name.
#pragma once

#include "core/storage/Dialect.h"

#include <QString>

#include <vector>

namespace edupro::storage {

/// The text of `core/<feature>/sql/<verb_noun>.sql`, named "<feature>/<verb_noun>"; a file with the
/// dialect's suffix
/// (`.sqlite.sql`, `.postgres.sql`) goes before the common one. Empty when there is no such file.
QString sqlFile(const QString& name, Dialect dialect);

/// All names that sqlFile() knows.
QStringList sqlFileNames();

struct Migration {
    int number = 0;
    QString name;     ///< "0001_schools"
    QString body;     ///< as in the file, with tokens
    QString checksum; ///< SHA-256 of the body, hex
};

/// The migrations of a dialect, in order of their numbers, without gaps.
std::vector<Migration> migrations(Dialect dialect);

} // namespace edupro::storage
