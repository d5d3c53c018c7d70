// SPDX-License-Identifier: GPL-3.0-or-later
// How long work reports how far it is and asks whether to go on, without knowing Qt.
#pragma once

#include <functional>

namespace edupro {

/// Called with the finished fraction in [0, 1]; answers true to go on and false to cancel.
/// Must be callable from the thread that does the work. Work checks it at least every 50 ms.
using Progress = std::function<bool(double fraction)>;

/// A Progress that shows nothing and never cancels.
inline Progress noProgress()
{
    return [](double) {
        return true;
    };
}

/// The part [from, to] of a larger piece of work, for a step that counts its own 0..1.
inline Progress partOf(const Progress& whole, double from, double to)
{
    return [whole, from, to](double fraction) {
        return whole(from + (to - from) * fraction);
    };
}

} // namespace edupro
