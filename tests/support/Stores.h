// SPDX-License-Identifier: GPL-3.0-or-later
// Stores for tests: in memory, on file, and on the PostgreSQL that the test script started.
#pragma once

#include "core/storage/Store.h"

#include <QString>

#include <functional>
#include <memory>

namespace edupro::tests {

/// 2026-03-02 08:00 UTC, a Monday of term 20252.
constexpr Instant testNow = 1'772'438'400'000;

/// Options with a standing clock, actor "tester" and identities that depend on nothing but the
/// order of calls.
storage::StoreOptions testOptions();

/// An empty store in memory. Fails the test when it cannot be made.
std::unique_ptr<storage::Store> memoryStore();

/// Runs `test` on a store in memory and, when EDUPRO_TEST_POSTGRES names a server, on a fresh
/// schema of it, dropped afterwards. Says that it was skipped when there is no server.
void onEveryDialect(const std::function<void(storage::Store&)>& test);

} // namespace edupro::tests
