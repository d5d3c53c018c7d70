// SPDX-License-Identifier: GPL-3.0-or-later
// Masks for specific personal data, and the access log of whom it was shown to.
#pragma once

#include "core/people/Student.h"
#include "core/storage/Store.h"

#include <QHash>

namespace edupro::privacy {

/// What is shown of a sealed field before it is asked for, whether there is a value or not: the
/// last three digits of a number of the person, otherwise only that something is there. Empty for a
/// missing value. Fields that are not sealed are shown as they are.
QString masked(const FieldInfo& field, const QVariant& value);

/// A record as a window may show it at once: without its sealed values.
struct MaskedRecord {
    Values values;
    QHash<QString, QString> masks; ///< what is shown in the place of each that has a value
};

/// `row`: as the store reads it. A value that the store cannot open has a mask, too.
MaskedRecord maskedRecord(const EntityInfo& entity, const storage::StoredValues& row);

/// Gives `columns` of a record that was edited without having been shown the values that are
/// stored now. NotFound `store.no_row`.
Done keepStored(
    storage::Store& store, const EntityInfo& entity, Values& values, const QStringList& columns);

/// Notes that a person has seen fields of a row in full: one event per person, row, purpose and
/// session, however often they look. Call it before the values are shown; when it fails they must
/// not be. `purpose`: a word such as "form", "export", "dossier".
Done noteDisclosure(
    storage::Store& store,
    const EntityInfo& entity,
    const QUuid& row,
    const QStringList& columns,
    const QString& purpose);

/// The same for a whole record that is about to be shown: notes its sealed fields that have a
/// value; nothing to note without any.
Done noteShown(
    storage::Store& store, const EntityInfo& entity, const Values& values, const QString& purpose);

/// The student with sealed fields in full, after noting it. Permission `access.sealed` when the
/// store cannot open them.
Result<Student>
revealStudent(storage::Store& store, const StudentId& student, const QString& purpose);

} // namespace edupro::privacy
