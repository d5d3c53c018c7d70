// SPDX-License-Identifier: GPL-3.0-or-later
// The triggers of a school file, generated from the descriptions of the entities: every change of a
// row becomes an event of the audit and gets versions, whatever path it takes.
#pragma once

#include "core/record/Schema.h"
#include "core/storage/Connection.h"

#include <QString>

#include <vector>

namespace edupro::storage {

struct Trigger {
    QString name; ///< begins with "edu_"
    QString sql;  ///< CREATE TRIGGER ..., as SQLite keeps it
};

/// The four triggers of an entity's table: insert, update, no deletion, no change of the identity.
std::vector<Trigger> triggersOf(const EntityInfo& entity);
/// What keeps events from being changed or removed.
std::vector<Trigger> auditTriggers();

struct TriggersReport {
    bool renewed = false; ///< the file had others, or none
    qint64 adopted = 0;   ///< rows that had no version yet
};

/// Whether the file has exactly the triggers of the program. Only reads.
Result<bool> hasTriggers(Connection& connection, const std::vector<const EntityInfo*>& entities);

/// Makes the triggers of an SQLite file those of the program and gives rows without versions one.
/// In the open transaction.
Result<TriggersReport>
ensureTriggers(Connection& connection, const std::vector<const EntityInfo*>& entities);

/// Removes them, so that a migration may reshape tables. In the open transaction.
Done dropTriggers(Connection& connection);

} // namespace edupro::storage
