// SPDX-License-Identifier: GPL-3.0-or-later
// Where a school file comes from: made, restored, moved to another computer. Told by rows in the
// file and by what this computer remembers; nothing else depends on it.
#pragma once

#include "core/security/KeySlots.h"
#include "core/storage/audit/AuditEvent.h"
#include "core/storage/Connection.h"

#include <QUuid>

#include <vector>

namespace edupro::storage {

/// How an opened file compares with what this computer saw of it last.
enum class Arrival {
    Known, ///< it goes on from there
    New,   ///< it was made just now
    Moved, ///< this computer never had it open (or has forgotten): copied or moved here
    Older, ///< its history lacks what was seen: an older copy, or rewritten
};

/// Who has seen of a file more than it holds.
enum class Witness { KeyFile, Computer };
/// Stable English word: "key_file", "computer".
QString nameOf(Witness witness);

struct Arrived {
    Arrival arrival = Arrival::Known;
    qint64 found = 0; ///< the number of the last event in the file
    /// Of an older file: the newest event that was seen, and by whom.
    AuditHead seen{};
    Witness witness = Witness::Computer;
};

/// The present lineage: the row that no other has for its parent.
Result<QUuid> presentLineage(Connection& connection);

/// Begins a new lineage; `cause`: "restore", "move", "accept". In the open transaction. Whoever
/// puts a backup in a file's place calls this.
Result<QUuid> beginLineage(Connection& connection, const QString& cause);

/// Compares the file with this computer's memory of it (a small file in the user's cache) and with
/// the anchor of its key file. Known is also what was restored, or accepted as older, elsewhere
/// since this computer saw it: such a file says so in its lineage.
Result<Arrived> arrivalOf(Connection& connection, const security::Anchor& anchor = {});
/// Notes in a file that it came from elsewhere: a lineage and an event. In the open transaction.
Done noteMove(Connection& connection);
/// The events by which somebody went on with the file although it lacked what had been seen, oldest
/// first.
Result<std::vector<qint64>> acceptedOlder(Connection& connection);
/// Remembers the file as it is now; a memory that cannot be written is none.
void rememberFile(Connection& connection);

} // namespace edupro::storage
