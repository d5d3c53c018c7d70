// SPDX-License-Identifier: GPL-3.0-or-later
// Copies an open database page by page, with what stands in its log, while it is in use.
#pragma once

#include "core/storage/Connection.h"

struct sqlite3_backup;
class QThread;

namespace edupro::storage {

/// Lives on the thread of its source. Changes made through the source between steps are part of the
/// copy. Ends by itself when the source closes.
class PageCopy {
public:
    /// `target` is created, encrypted with `keys` when they are not null. They must be the keys of
    /// the source: pages are copied as SQLite sees them.
    static Result<std::shared_ptr<PageCopy>>
    begin(Connection& source, const QString& target, const security::SchoolKeys* keys);
    ~PageCopy();
    PageCopy(const PageCopy&) = delete;
    PageCopy& operator=(const PageCopy&) = delete;

    /// True when all pages are copied, and the target closed.
    Result<bool> step(int pages);
    double fraction() const { return m_fraction; }
    /// Gives up on the thread of the source; on another one nothing happens until the source
    /// closes.
    void abandon();

private:
    PageCopy() = default;
    void end();

    QThread* m_thread = nullptr;
    std::unique_ptr<Connection> m_target;
    sqlite3_backup* m_backup = nullptr;
    double m_fraction = 0.0;
};

} // namespace edupro::storage
