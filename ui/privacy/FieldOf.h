// SPDX-License-Identifier: GPL-3.0-or-later
// Finding the description of a field.
#pragma once

#include "core/record/Schema.h"

namespace edupro::ui {

/// The field of an entity that has this column. Precondition: there is one.
template<class T>
const FieldInfo& fieldOf(QStringView column)
{
    const EntityInfo& entity = entityInfo<T>();
    return entity.fields[static_cast<std::size_t>(entity.indexOf(column))];
}

} // namespace edupro::ui
