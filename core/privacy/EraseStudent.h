// SPDX-License-Identifier: GPL-3.0-or-later
// Erasure: who a student was goes for good; rows and figures stay, so that counts add up.
#pragma once

#include "core/people/Student.h"
#include "core/privacy/Erasure.h"
#include "core/privacy/PersonalRows.h"
#include "core/storage/Store.h"

namespace edupro::privacy {

/// What stands where a name must stand.
inline const QString erasedText = QStringLiteral("Siswa dihapus");

/// What an erasure empties, by table.
struct ErasedTable {
    QString table;
    qint64 rows = 0;     ///< whose identifying columns are emptied
    qint64 keptRows = 0; ///< that stay as they are: facts, and guardians with another child here
    QStringList columns; ///< the identifying columns
};

struct ErasureResult {
    qint64 rows = 0;   ///< emptied
    qint64 events = 0; ///< whose values were blanked in the audit
};

/// What eraseStudent() would do. NotFound `student.unknown`, Permission `access.denied`.
Result<std::vector<ErasedTable>> planErasure(storage::Store& store, const StudentId& student);

/// Empties the identifying columns of all rows about the student, drops drafts that speak of them,
/// blanks what the audit says of those rows, writes the erasure register (into the key file of an
/// encrypted school, too) and compacts a file, so that no byte of the values stays in it or its log
/// (a server is compacted by its administrator). Guardians with another child here keep their
/// names. Does not reach storage::keptFiles(). Cannot be undone; may be repeated. `basis`:
/// "request", "retention" or "error".
/// Errors: NotFound `student.unknown`, Permission `access.denied`, those of the store. After an
/// error the old state stands; when only compacting failed (disk full), the next call does it.
Result<ErasureResult>
eraseStudent(storage::Store& store, const StudentId& student, const QString& basis);

// For what holds copies of a school file; on its connection, before anybody works with it.

/// The ids of all erased students, as texts in the register of the file. Empty where the file is
/// older than the register.
Result<QStringList> erasureRegister(storage::Connection& connection);

/// Erases again what a copy of the file still knows. `ids`: the register of the school; students
/// that the copy does not know are registered only. `known`: a database whose register tells when,
/// by whom and why; for ids that it does not know, or without it, the register says "restore" and
/// `now`. The schema must be the newest. All in one transaction of its own; compacted afterwards
/// when somebody was emptied. Answers how many.
Result<qint64> applyErasures(
    storage::Connection& connection,
    const Entities& entities,
    const QStringList& ids,
    Instant now,
    storage::Connection* known = nullptr);

} // namespace edupro::privacy
