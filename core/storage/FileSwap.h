// SPDX-License-Identifier: GPL-3.0-or-later
// Replaces the files of a school by prepared ones so that a crash at any moment leaves one working
// set: what is to be moved stands in a journal before anything moves.
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <functional>
#include <vector>

namespace edupro::storage {

/// Names of files in the folder of the school file that begin with its name (without suffix).
struct FileMove {
    QString from;
    QString to; ///< must not exist, unless an earlier move takes it away
};

/// For tests: called after each step on the disk with its number from 0; answers false to stop
/// there as a crash would.
using SwapStep = std::function<bool(int step)>;

/// Does the moves in their order, durably: NAME.edupro-swap is written, the moves are made, the
/// journal is removed. Moves whose `from` is missing are skipped. Precondition: the caller holds
/// the lock on `path`, no connection to any of the files is open, and the prepared files are
/// flushed. After an error all names are as they were, except after Io `store.swap_pending`: then,
/// as after a crash, finishSwap() does the rest. Errors besides: `store.full`, `store.read_only`,
/// Io.
Done swapFiles(const QString& path, const std::vector<FileMove>& moves, const SwapStep& step = {});

/// True when a swap of this school was begun and not ended.
bool isSwapPending(const QString& path);

/// Ends a swap that a crash interrupted; nothing to do: fine. Precondition: the caller holds the
/// lock. Errors: Corrupt `store.swap` when the journal cannot be read, Io `store.read_only`.
Done finishSwap(const QString& path, const SwapStep& step = {});

} // namespace edupro::storage
