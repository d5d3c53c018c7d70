// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed cells under another key: when a school file is encrypted, decrypted or gets new keys.
#pragma once

#include "core/storage/Connection.h"
#include "core/storage/SealedCells.h"

#include <vector>

namespace edupro::storage {

/// Rewrites every cell of a sealed field, and the index columns, from the form of `from` to that of
/// `to`; answers how many cells. Neither may be Locked. In the caller's open transaction, on a file
/// that nobody works with. Nothing is audited, no version changes: the values stay.
/// From Plain to Open the audit still holds the values in readable form, for everybody who can open
/// the file: the events of those rows are blanked (AuditAction::Erase). Sealed values in the audit
/// of a file that gets another key stay closed for ever, as a mask.
/// Errors: Corrupt `store.damaged` when a cell does not open with `from` (nothing is lost: the
/// caller rolls back); those of the store. Run VACUUM afterwards, or copy by VACUUM INTO.
Result<qint64> resealCells(
    Connection& connection,
    const std::vector<const EntityInfo*>& entities,
    const SealedCells& from,
    const SealedCells& to);

} // namespace edupro::storage
