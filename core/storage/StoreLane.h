// SPDX-License-Identifier: GPL-3.0-or-later
// The storage lane: one thread that owns the store; all reads and writes of the window queue here.
#pragma once

#include "core/jobs/Lane.h"
#include "core/storage/Store.h"

#include <functional>
#include <memory>

namespace edupro::storage {

/// Opens the store on its thread, hands it to every piece of work, and closes it there.
/// submit() may be called from any thread.
class StoreLane {
public:
    using Open = std::function<Result<std::unique_ptr<Store>>()>;

    StoreLane()
        : m_lane(1)
    {
    }
    ~StoreLane()
    {
        // The connection must die on the thread that made it.
        m_lane.finish([this] { m_store.reset(); });
    }
    StoreLane(const StoreLane&) = delete;
    StoreLane& operator=(const StoreLane&) = delete;

    /// Opens (or creates, or replaces) the store. The store that was open is closed first.
    QFuture<Result<Unit>> open(Open open)
    {
        return m_lane.submit([this, open = std::move(open)](const Progress&) -> Result<Unit> {
            m_store.reset();
            Result<std::unique_ptr<Store>> opened = open();
            if (!opened) return opened.error();
            m_store = std::move(opened).value();
            return Unit{};
        });
    }

    /// Closes the store behind all work that is queued; fine when none is open.
    QFuture<Result<Unit>> close()
    {
        return m_lane.submit([this](const Progress&) -> Result<Unit> {
            m_store.reset();
            return Unit{};
        });
    }

    /// Queues `work`, a `Result<T>(Store&, const Progress&)`. Without an open store it answers Io
    /// `store.closed`.
    template<class Work>
    auto submit(Work work) -> QFuture<std::invoke_result_t<Work, Store&, const Progress&>>
    {
        using R = std::invoke_result_t<Work, Store&, const Progress&>;
        return m_lane.submit([this, work = std::move(work)](const Progress& progress) mutable -> R {
            if (!m_store)
                return Error{
                    .code = ErrorCode::Io, .key = "store.closed", .detail = "no store is open"};
            return work(*m_store, progress);
        });
    }

    /// Like submit(), and waits for the answer; cancelled() when the lane ended before. Only on a
    /// thread that is neither the window's nor the store's.
    template<class Work>
    auto answer(Work work) -> std::invoke_result_t<Work, Store&, const Progress&>
    {
        auto future = submit(std::move(work));
        future.waitForFinished();
        if (future.resultCount() == 0) return cancelled();
        return future.takeResult();
    }

private:
    std::unique_ptr<Store> m_store; // touched on the lane's thread only
    jobs::Lane m_lane;
};

} // namespace edupro::storage
