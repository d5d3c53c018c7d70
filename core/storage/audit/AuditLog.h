// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the audit: filtered, newest first, page by page.
#pragma once

#include "core/storage/Store.h"

namespace edupro::storage {

/// What is left empty does not filter.
struct AuditFilter {
    QString person{};      ///< AuditRecord::person, whole
    QStringList actions{}; ///< words of codeOf(); any of them
    QString table{};
    QUuid row{};
    std::optional<Instant> from{};
    std::optional<Instant> until{}; ///< the first instant that does not count
    /// Sealed values of changes in full, as far as the store opens them: for the file of one
    /// student, which notes that it was made. Otherwise a mask stands for them.
    bool sealedInFull = false;
};

/// Up to `limit` events, newest first. `below`: the number of the last event of the page before;
/// nothing: the newest. By row indexed, otherwise a walk down the chain until the page is full.
/// Who may read own actions only gets those. Errors: Permission `access.denied`.
Result<std::vector<AuditRecord>> auditPage(
    Store& store, const AuditFilter& filter, std::optional<qint64> below = {}, int limit = 100);

/// How many events the filter leaves. Walks through the chain.
Result<qint64> auditCount(Store& store, const AuditFilter& filter);

} // namespace edupro::storage
