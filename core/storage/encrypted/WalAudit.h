// SPDX-License-Identifier: GPL-3.0-or-later
// Looks through a write-ahead log before SQLite does: SQLite silently drops every transaction from
// the first frame on that does not fit.
#pragma once

#include "core/storage/encrypted/FileKeys.h"

#include <cstdint>

class QIODevice;

namespace edupro::storage::encrypted {

/// What a log is.
enum class WalState {
    Whole,  ///< everything in it will be read, or it is empty; remains of an older log may follow
    Tail,   ///< at most the last transaction is incomplete: legal after a power cut
    Damaged ///< transactions that had been acknowledged would be lost
};

struct WalFinding {
    WalState state = WalState::Whole;
    std::uint64_t frames = 0;      ///< whole frames in the log
    std::uint64_t good = 0;        ///< of them before the first one that does not fit
    std::uint64_t lostCommits = 0; ///< transactions that end at or behind it
};

/// Reads all of `log`, from its beginning. `keys`: of an encrypted database; null: the log of a
/// plain one, whose frames are judged by SQLite's checksums alone. Complexity: one pass. Never
/// fails: what cannot be read counts as damaged.
WalFinding auditWal(QIODevice& log, const FileKeys* keys);

} // namespace edupro::storage::encrypted
