// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of sealed fields: closed on the way into an encrypted school file, opened on the way
// out, for those who hold the key.
#pragma once

#include "core/base/Result.h"
#include "core/record/Schema.h"
#include "core/security/SchoolKeys.h"

#include <memory>

class QSqlDatabase;

namespace edupro::storage {

/// What is shown instead of a sealed value.
inline const QString sealedMask = QStringLiteral("••••••••");

/// What a store can do with sealed fields.
enum class Sealing {
    Plain, ///< a plain file or a server: cells hold the values
    Open,  ///< an encrypted file, opened by somebody who may read them
    Locked ///< an encrypted file, opened by somebody without the second key
};

/// Any thread; values only.
class SealedCells {
public:
    SealedCells() = default;
    /// `keys`: of an encrypted file; null: the file is plain.
    explicit SealedCells(std::shared_ptr<const security::SchoolKeys> keys);

    Sealing sealing() const;

    /// What stands in the table for a value of a field of `row`. Missing values stay missing.
    /// Permission `access.sealed` when there is a value and the store is Locked.
    Result<QVariant> cellOf(
        const EntityInfo& entity,
        const FieldInfo& field,
        const QUuid& row,
        const QVariant& value) const;

    /// The value of a cell, of the field's type. Missing when it is sealed and cannot be opened:
    /// without the key, or moved here from another row. A cell that is not sealed is its value.
    QVariant valueOf(
        const EntityInfo& entity,
        const FieldInfo& field,
        const QUuid& row,
        const QVariant& cell) const;

    /// What stands in `<column>_index` for a value of a field with the rule `lookup`: the same for
    /// equal values; missing when Locked. Two values may share one in an encrypted file: compare
    /// what was opened.
    QVariant indexOf(const FieldInfo& field, const QVariant& value) const;

    /// The text of any sealed cell; a null text when it cannot be opened.
    QString textOf(
        const QString& table, const QString& row, const QString& column, const QString& cell) const;

private:
    std::shared_ptr<const security::SchoolKeys> m_keys;
};

/// Makes the SQL function edu_open(table, id, column, value) known to an open SQLite connection:
/// the value of a sealed cell (whole numbers as such), NULL where it cannot be opened, any other
/// value as it is. `sealKey`: copied; empty or null: nothing can be opened.
/// On a server a function of that name gives back what it gets. Errors: those of addFunction().
Done addSealFunctions(const QSqlDatabase& database, const security::SecretBytes* sealKey);

/// "<column>_index".
QString indexColumnOf(const FieldInfo& field);

} // namespace edupro::storage
