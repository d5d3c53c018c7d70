// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the school keeps about one student, as values: for the PDF, the JSON and the window.
#pragma once

#include "core/people/Student.h"
#include "core/storage/audit/AuditEvent.h"
#include "core/storage/Store.h"

#include <QJsonObject>

#include <vector>

namespace edupro::privacy {

/// Rows of one table about the student, their guardians included; sealed fields in full.
struct DossierTable {
    const EntityInfo* entity = nullptr;
    std::vector<storage::StoredValues> rows; ///< deleted ones too
};

struct Dossier {
    Student student;
    QString schoolName;
    Instant madeAt = 0;
    QString madeBy;
    std::vector<DossierTable> tables; ///< in the order of the store's entities
    /// What rows refer to by id and that is no person: terms, subjects, classes, models.
    std::vector<DossierTable> names;
    std::vector<storage::AuditRecord> history;  ///< changes of those rows, oldest first
    std::vector<storage::AuditRecord> accesses; ///< who saw masked fields, took files, ..., oldest
                                                ///< first
};

/// Reads everything and notes the reading (AuditAction::Dossier) in the audit first. Permission
/// `access.denied`, `access.sealed` (a dossier without the sealed fields would not be everything);
/// NotFound `student.unknown`.
Result<Dossier> dossierOf(storage::Store& store, const StudentId& student);

/// The student of a NIS, a NISN, a NIK or an id. NotFound `student.unknown`.
Result<StudentId> studentOfNumber(storage::Store& store, const QString& number);

/// One document, complete: every row with every column and its stamp, names of what they refer to,
/// history and accesses. Times as ISO 8601 in UTC.
QJsonObject toJson(const Dossier& dossier);

/// Writes toJson() for its reader only. The file appears whole or not at all. Error: Io
/// `export.unwritable`.
Done writeJson(const Dossier& dossier, const QString& path);

/// A field's value in words where it refers to one of `names` (a term's code, a subject's name),
/// else as plain text.
QString shownValue(const Dossier& dossier, const FieldInfo& field, const QVariant& value);

} // namespace edupro::privacy
