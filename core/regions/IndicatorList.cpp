// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/regions/IndicatorList.h"

#include "core/record/Schema.h"

namespace edupro::regions {

Result<std::vector<ListedIndicator>> listIndicators(storage::Store& store)
{
    return store.query<ListedIndicator>(QStringLiteral("regions/list_indicators"), {});
}

} // namespace edupro::regions
