// SPDX-License-Identifier: GPL-3.0-or-later
// Makes an opened SQLite file ready for writing: its lineage, its triggers, its clock.
#pragma once

#include "core/record/Schema.h"
#include "core/storage/Connection.h"

#include <vector>

namespace edupro::storage {

/// Gives a new file its identity and first event, brings the triggers up to date and raises the
/// connection's clock above every version in the file. Writes only when something is missing.
/// Precondition: migrated; the ChangeContext says who, where and when.
Done startTracking(Connection& connection, const std::vector<const EntityInfo*>& entities);
/// The parts of it, for who has a transaction of its own: whether nothing is missing, what brings
/// it (in the open transaction), and the clock.
Result<bool> isTracked(Connection& connection, const std::vector<const EntityInfo*>& entities);
Done bringTracking(Connection& connection, const std::vector<const EntityInfo*>& entities);
Done raiseClock(Connection& connection);

/// Notes this opening as a writer, once, in the transaction of its first change.
Done noteWriter(Connection& connection);

/// Takes a version that came from elsewhere for seen. Validation `sync.version`. In the open
/// transaction of a Store.
Done receiveVersion(Connection& connection, QByteArrayView version);

/// Keeps how far the clock is in the file. Whoever marks rows as clean calls this in the same
/// transaction: an opening finds its place by the rows that are dirty and by what is kept here.
Done keepClock(Connection& connection);

} // namespace edupro::storage
