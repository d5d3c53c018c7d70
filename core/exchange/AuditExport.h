// SPDX-License-Identifier: GPL-3.0-or-later
// The audit as a CSV file: who did what when, without the values.
#pragma once

#include "core/base/Progress.h"
#include "core/storage/audit/AuditLog.h"

namespace edupro::exchange {

/// Writes the events that the filter leaves, newest first, and notes the export; answers how many.
/// Times are UTC (ISO 8601). Errors: `export.unwritable`, Permission `access.denied`, Cancelled.
Result<qint64> exportAudit(
    storage::Store& store,
    const storage::AuditFilter& filter,
    const QString& path,
    const Progress& progress = noProgress());

} // namespace edupro::exchange
