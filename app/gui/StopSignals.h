// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the program in good order when the system asks it to stop (SIGTERM, SIGINT, SIGHUP).
#pragma once

#include <functional>

namespace edupro::gui {

/// After this the first of the signals calls `stop` in the event loop instead of killing the
/// program; a second one ends the program's event loop at once, so that running work is cancelled
/// and the store is closed. Call with an application; the last `stop` counts. Nothing where there
/// are no such signals.
void obeyStopSignals(std::function<void()> stop);

} // namespace edupro::gui
