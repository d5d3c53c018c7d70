// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Store.h"

#include <utility>

namespace edupro::storage {

Transaction::Transaction(Store& store)
    : m_store(&store)
{
    store.m_inTransaction = true;
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_store(std::exchange(other.m_store, nullptr))
{
}

Result<Transaction> Transaction::begin(Store& store)
{
    if (store.m_inTransaction) {
        return Error{
            .code = ErrorCode::Internal,
            .key = "store.nested",
            .detail = "a transaction is open already"};
    }
    if (Done alive = store.checkSession(); !alive) return alive.error();
    const bool file = store.dialect() == Dialect::Sqlite;
    Done begun = store.m_connection->execute(
        file ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
    if (!begun) return begun.error();
    return Transaction(store);
}

Transaction::~Transaction()
{
    if (!m_store) return;
    m_store->m_inTransaction = false;
    m_store->m_reason.clear();
    (void)m_store->m_connection->execute(QStringLiteral("ROLLBACK"));
}

Done Transaction::commit()
{
    Done committed = m_store->m_connection->execute(QStringLiteral("COMMIT"));
    if (!committed) return committed; // the destructor rolls back
    m_store->m_inTransaction = false;
    m_store->m_reason.clear();
    m_store = nullptr;
    return committed;
}

} // namespace edupro::storage
