// SPDX-License-Identifier: GPL-3.0-or-later
// What only the operating system can say or do: time that counts sleep, free memory, no core dumps.
#pragma once

#include "core/base/Clock.h"

namespace edupro::security {

/// Milliseconds since the computer was started, asleep or awake; unmoved by changes of the wall
/// clock. (CLOCK_BOOTTIME, GetTickCount64; QElapsedTimer stands still during suspend on Linux.)
Instant sinceBoot();

/// Bytes of memory that programs can still have without swapping; -1 when the system does not say.
long long freeMemory();

/// Call first in main(): no core dump of this process, and no other process of the user may read
/// its memory. What the system does not offer is left out.
void hardenProcess();

} // namespace edupro::security
