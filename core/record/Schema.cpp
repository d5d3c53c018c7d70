// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/Schema.h"

namespace edupro {

int EntityInfo::indexOf(QStringView column) const
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].column == column) return static_cast<int>(i);
    }
    return -1;
}

} // namespace edupro
