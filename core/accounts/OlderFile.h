// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's decision about a school file that is older than what was seen of it.
#pragma once

#include "core/storage/Store.h"

#include <QStringList>

#include <optional>

namespace edupro::accounts {

/// What to say about a file that can only be read because it is older than what was seen of it.
struct OlderFile {
    qint64 missing = 0;         ///< events that were seen and are not in it; 0: as many, but others
    bool mayDecide = false;     ///< the person of the store
    QStringList administrators; ///< names of those who may
};
/// None when the file may be written.
Result<std::optional<OlderFile>> olderFileOf(storage::Store& store);

/// Goes on with the file (see Store::acceptOlderFile()); `reason` is kept with the decision. Asks
/// for the right to verify the audit, also of somebody who still has a one-time password, because a
/// new one could not be written before. Errors: Validation `audit.reason` (none, or too long),
/// Permission, Internal `store.not_rolled_back`, those of writing.
Done acceptOlderFile(storage::Store& store, const QString& reason);

} // namespace edupro::accounts
