// SPDX-License-Identifier: GPL-3.0-or-later
// What encryption costs: the same work on a plain and an encrypted file, in turns, in one process.
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace edupro::bench {

/// Prints for each piece of work the median of both and their ratio (aim: <= 1.30).
Done comparePlainAndEncrypted(const QString& folder);

} // namespace edupro::bench
