// SPDX-License-Identifier: GPL-3.0-or-later
// Records in the words of people and scripts: tables and rows by their names, values as texts.
#pragma once

#include "core/storage/Store.h"

#include <QString>

#include <vector>

namespace edupro::exchange {

/// The entity of a table. NotFound `record.no_table` names the tables there are.
Result<const EntityInfo*> entityOf(const storage::Store& store, const QString& table);

/// The row that a word names, first match of: its id; a value of a field that is unique or looked
/// up (a NIS, a login); its name where no two rows share it; OWNER/NAME, where OWNER names the
/// first row that it belongs to ("2025/7A": the class of that school year). Errors: NotFound
/// `record.unknown`; Conflict `record.ambiguous` with the ids of the rows that share the name;
/// Permission. A name costs reading all rows that have it.
Result<QUuid> rowNamed(storage::Store& store, const EntityInfo& entity, const QString& word);

/// What rowNamed() finds the row by, as short as possible; its id when nothing of it is a name.
Result<QString> nameOfRow(storage::Store& store, const EntityInfo& entity, const QUuid& row);

/// A column and what was typed for it. An empty text takes the value away.
struct TypedField {
    QString column;
    QString text;
};

/// `values` with what was typed in the place of what stood there: values by valueFromText(), rows
/// of other tables by rowNamed(). Validation `record.typed` with an issue for each column that does
/// not exist (rule "column"), is said twice ("twice"), is given by the program ("given") or cannot
/// be read.
Result<Values> withTyped(
    storage::Store& store,
    const EntityInfo& entity,
    Values values,
    const std::vector<TypedField>& typed);

} // namespace edupro::exchange
