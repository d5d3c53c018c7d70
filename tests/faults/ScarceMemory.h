// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's memory, as a test wants it: there, or refused.
#pragma once

#include <QtGlobal>

namespace edupro::tests {

/// Between SQLite and its allocator. One per process; any thread may use it, one test at a time
/// plans.
class ScarceMemory {
public:
    /// Call once, before SQLite is used at all.
    static void install();

    /// The `n`-th request (from 1) is refused; `forEver`: all later ones too. 0: none.
    static void refuse(qint64 n, bool forEver);
    /// How many requests were counted and how many refused since.
    static qint64 countedRequests();
    static qint64 refusedRequests();
};

} // namespace edupro::tests
