// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a container: a SHA-256 over every byte before it, so that no changed, missing or added
// byte goes unseen. Not a proof of origin: anybody can compute it.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"

#include <QByteArray>

class QIODevice;

namespace edupro::storage {

/// What a container ends with at first: the comment of the archive, with room for the hash.
QByteArray emptyTrailingHash();

/// Writes the hash of everything before it over the last bytes of the device. Precondition: it ends
/// with emptyTrailingHash().
Done writeTrailingHash(QIODevice& device, const Progress& progress);

/// Errors: Corrupt `backup.foreign` (no such end: no backup, or cut short), `backup.newer` (the end
/// of another format), `backup.damaged` (another hash). Reads every byte; O(size).
Done checkTrailingHash(QIODevice& device, const Progress& progress);

} // namespace edupro::storage
