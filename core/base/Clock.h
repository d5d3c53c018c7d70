// SPDX-License-Identifier: GPL-3.0-or-later
// Time as a value that is handed in, so that tests decide what "now" is.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace edupro {

/// Milliseconds since 1970-01-01T00:00:00 UTC; `long long`, as Qt counts them (qint64) on every
/// platform.
using Instant = long long;

/// Answers the present instant. Callable from any thread.
using Clock = std::function<Instant()>;

inline Clock systemClock()
{
    return [] {
        using namespace std::chrono;
        return static_cast<Instant>(
            duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
    };
}

} // namespace edupro
