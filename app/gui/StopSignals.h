// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the program in good order when the system asks it to stop (SIGTERM, SIGINT, SIGHUP).
#pragma once

namespace edupro::gui {

/// After this the signals leave the event loop instead of killing the program, so that running work
/// is cancelled and the store is closed. Call once, with an application. Nothing where there are no
/// such signals.
void obeyStopSignals();

} // namespace edupro::gui
