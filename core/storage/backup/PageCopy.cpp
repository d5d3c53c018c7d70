// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/PageCopy.h"

#include <QThread>

#include <sqlite3.h>

namespace edupro::storage {

namespace {

Error copyError(int code)
{
    const int primary = code & 0xFF;
    const bool full = primary == SQLITE_FULL;
    const bool busy = primary == SQLITE_BUSY || primary == SQLITE_LOCKED;
    std::string detail = "copy the school file: ";
    detail += sqlite3_errstr(code);
    if (full) return {.code = ErrorCode::Io, .key = "store.full", .detail = detail};
    if (busy) return {.code = ErrorCode::Io, .key = "store.busy", .detail = detail};
    if (primary == SQLITE_CORRUPT || code == SQLITE_IOERR_DATA)
        return {.code = ErrorCode::Corrupt, .key = "store.damaged", .detail = detail};
    return {.code = ErrorCode::Io, .key = "store.io", .detail = detail};
}

} // namespace

Result<std::shared_ptr<PageCopy>>
PageCopy::begin(Connection& source, const QString& target, const security::SchoolKeys* keys)
{
    auto connection = Connection::openSqlite(target, Connection::Mode::CreateNew, keys);
    if (!connection) return connection.error();
    // The copy is thrown away after a crash, so nothing of it needs to reach the disk in order.
    if (Done set = (*connection)->execute(QStringLiteral("PRAGMA synchronous=OFF")); !set)
        return set.error();
    const std::shared_ptr<PageCopy> copy(new PageCopy);
    copy->m_thread = QThread::currentThread();
    copy->m_target = std::move(connection).value();
    sqlite3* to = copy->m_target->sqliteHandle();
    copy->m_backup = sqlite3_backup_init(to, "main", source.sqliteHandle(), "main");
    if (!copy->m_backup) return copyError(sqlite3_extended_errcode(to));
    source.beforeClosing([copy] { copy->end(); });
    return copy;
}

PageCopy::~PageCopy()
{
    abandon();
}

void PageCopy::abandon()
{
    if (QThread::currentThread() == m_thread) end();
}

void PageCopy::end()
{
    if (m_backup) sqlite3_backup_finish(m_backup);
    m_backup = nullptr;
    m_target.reset();
}

Result<bool> PageCopy::step(int pages)
{
    if (!m_backup) {
        return Error{
            .code = ErrorCode::Io,
            .key = "store.closed",
            .detail = "the school was closed while it was being copied"};
    }
    const int code = sqlite3_backup_step(m_backup, pages);
    const int total = sqlite3_backup_pagecount(m_backup);
    const int left = sqlite3_backup_remaining(m_backup);
    if (total > 0) m_fraction = 1.0 - static_cast<double>(left) / static_cast<double>(total);
    if (code == SQLITE_OK) return false;
    if (code != SQLITE_DONE) return copyError(code);
    const int finished = sqlite3_backup_finish(m_backup);
    m_backup = nullptr;
    if (finished != SQLITE_OK) return copyError(finished);
    m_target.reset(); // empties its log into the file
    return true;
}

} // namespace edupro::storage
