// SPDX-License-Identifier: GPL-3.0-or-later
// Every row about one student, found by the descriptions of the entities: what refers to the
// student, their guardians, and what refers to those.
#pragma once

#include "core/people/Student.h"
#include "core/storage/Connection.h"

#include <vector>

namespace edupro::privacy {

/// All entities of the program.
using Entities = std::vector<const EntityInfo*>;

struct PersonalRow {
    const EntityInfo* entity = nullptr;
    QUuid id;
    /// Of a person who also belongs to another student: known about this one, but not only this
    /// one's, so that an erasure leaves it.
    bool shared = false;
};

/// The rows of the tables themselves, deleted ones too, in the order in which they were reached:
/// the student first. Empty when there is no such student. A number of indexed reads that grows
/// with entities and guardians.
Result<std::vector<PersonalRow>>
personalRows(storage::Connection& connection, const Entities& entities, const StudentId& student);

/// The entity a field refers to, or null.
const EntityInfo* referredBy(const FieldInfo& field, const Entities& entities);

/// How SQL names the table itself: a session's view of that name may hide rows.
QString tableIn(const storage::Connection& connection, const QString& table);

/// Whether an entity has columns that tell who somebody is.
bool identifies(const EntityInfo& entity);

} // namespace edupro::privacy
