// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL statements of one entity, generated from its description; the same text on every
// database.
#pragma once

#include "core/record/Schema.h"
#include "core/storage/Dialect.h"
#include "core/storage/SealedCells.h"

#include <QString>

#include <vector>

namespace edupro::storage {

struct EntitySql {
    QString select;    ///< fields, then stamp, without WHERE, of the rows that the person may see
    QString selectAny; ///< the same of the table itself
    QString insert;
    QString update; ///< all fields but the key, stamp; by key
    QString setDeleted;
    std::vector<int> searched; ///< indexes of the fields that make up `folded`, in their order;
                               ///< empty: no such column
    std::vector<int> sealed;   ///< indexes of the sealed fields
    std::vector<int> lookup;   ///< those with a column `<column>_index`, which stands behind
                               ///< `folded`

    /// `sealing`: in a Locked store updates leave the index columns alone.
    EntitySql(const EntityInfo& entity, Dialect dialect, Sealing sealing);
    QString foldedText(const Values& values) const;
};

} // namespace edupro::storage
