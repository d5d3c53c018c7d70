// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Store.h"

#include <utility>

namespace edupro::storage {

Transaction::Transaction(Store& store)
    : m_store(&store)
{
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
    Transaction begun(store); // rolls back also when an exception ends its beginning
    if (Done work = store.beginWork(); !work) {
        begun.m_store = nullptr; // it has done so itself
        return work.error();
    }
    return begun;
}

Transaction::~Transaction()
{
    if (!m_store) return;
    m_store->rollBackWork();
}

Done Transaction::commit()
{
    Done committed = m_store->commitWork();
    if (committed) m_store = nullptr; // otherwise the destructor rolls back
    return committed;
}

} // namespace edupro::storage
