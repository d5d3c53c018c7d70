// SPDX-License-Identifier: GPL-3.0-or-later
// What people had typed about a student who is erased, and not saved.
#pragma once

#include "core/people/Student.h"
#include "core/storage/Connection.h"

namespace edupro::privacy {

/// Drops it, in the open transaction, before the student's row is emptied: a new student's form is
/// only found by what stands in it. Errors: those of the connection.
Done dropDrafts(storage::Connection& connection, const StudentId& student);

} // namespace edupro::privacy
