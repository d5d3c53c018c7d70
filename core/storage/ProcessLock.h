// SPDX-License-Identifier: GPL-3.0-or-later
// Locks that one process at a time holds: files that name it, taken over when it has died.
#pragma once

#include "core/base/Result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace edupro::storage {

/// Makes the lock file `path`. One left by a dead process is taken over, also one that it left
/// before it wrote its name into it (waits 0.3 s, as a living process may just be doing so).
/// Errors: Io `store.in_use` (a living process holds it), `store.read_only` (its folder cannot be
/// written), `store.full` (no room for a line in it).
Result<std::unique_ptr<QLockFile>> takeLock(const QString& path);

/// The lock on a school file, NAME.edupro-lock; one left by a crashed process is taken over.
/// Errors: Io `store.in_use`, `store.read_only`, `store.full` (no room even for the lock).
Result<std::unique_ptr<QLockFile>> lockSchool(const QString& path);

} // namespace edupro::storage
