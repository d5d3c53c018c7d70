// SPDX-License-Identifier: GPL-3.0-or-later
// What only the operating system can say or do: time that counts sleep, free memory, no core dumps,
// files and renames that outlive a power cut.
#pragma once

#include "core/base/Clock.h"

#include <QString>

namespace edupro::security {

/// Milliseconds since the computer was started, asleep or awake; unmoved by changes of the wall
/// clock. (CLOCK_BOOTTIME, GetTickCount64; QElapsedTimer stands still during suspend on Linux.)
Instant sinceBoot();

/// Bytes of memory that programs can still have without swapping; -1 when the system does not say.
long long freeMemory();

/// Call first in main(): no core dump of this process, and no other process of the user may read
/// its memory. What the system does not offer is left out.
void hardenProcess();

/// Has the disk take what was written to an open file; false when it did not.
bool flushFile(int handle);

/// Makes renames and removals in a folder last, where the system can be asked to (POSIX does not
/// promise them before). Best effort.
void flushFolder(const QString& folder);

} // namespace edupro::security
