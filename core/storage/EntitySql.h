// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL statements of one entity, generated from its description; the same text on every
// database.
#pragma once

#include "core/record/Schema.h"

#include <QString>

#include <vector>

namespace edupro::storage {

struct EntitySql {
    QString select; ///< fields, then stamp, without WHERE
    QString insert;
    QString update; ///< all fields but the key, stamp; by key
    QString setDeleted;
    std::vector<int> searched; ///< indexes of the fields that make up `folded`, in their order;
                               ///< empty: no such column

    explicit EntitySql(const EntityInfo& entity);
    QString foldedText(const Values& values) const;
};

} // namespace edupro::storage
