// SPDX-License-Identifier: GPL-3.0-or-later
// A lane: work of one kind queues here and runs off the window's thread.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <atomic>
#include <exception>
#include <memory>
#include <string>
#include <type_traits>
#include <typeinfo>
#include <utility>

namespace edupro::jobs {

/// Owns the threads of one kind of work. A lane with one thread runs its work strictly in the order
/// of submission, always on the same thread (which is why it may own a database connection).
/// submit() may be called from any thread. The destructor cancels queued work, asks running work to
/// stop and waits for it.
class Lane {
public:
    /// `threads` >= 1. The stack size and names are left to the platform.
    explicit Lane(int threads)
    {
        m_pool.setMaxThreadCount(threads);
        m_pool.setExpiryTimeout(
            -1); // a connection belongs to its thread, so the thread must not expire
    }
    ~Lane()
    {
        finish([] {});
    }
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    /// Queues `work`, a `Result<T>(const Progress&)`. The future's progress value runs 0..1000;
    /// cancelling the future makes Progress answer false, and work answers Cancelled. A stray
    /// exception becomes Internal, without its text, which may hold personal data.
    template<class Work>
    auto submit(Work work) -> QFuture<std::invoke_result_t<Work, const Progress&>>
    {
        using R = std::invoke_result_t<Work, const Progress&>;
        // Not QtConcurrent::run(): its futures let whoever waits for them steal the work onto the
        // waiting thread.
        auto promise = std::make_shared<QPromise<R>>();
        promise->setProgressRange(0, 1000);
        promise->start();
        QFuture<R> future = promise->future();
        m_pool.start([this, promise, work = std::move(work)]() mutable {
            const Progress progress = [this, &promise](double fraction) {
                promise->setProgressValue(static_cast<int>(fraction * 1000.0));
                return !promise->isCanceled() && !m_closing.load();
            };
            if (progress(0.0)) promise->addResult(guarded<R>(work, progress));
            promise->finish();
        });
        return future;
    }

    /// Cancels queued work, asks running work to stop, runs `last` on a thread of the lane and
    /// waits for it all.
    template<class Last>
    void finish(Last last)
    {
        m_closing.store(true);
        m_pool.clear();
        m_pool.start(std::move(last));
        m_pool.waitForDone();
    }

private:
    static Error strayException(const char* kind)
    {
        return {
            .code = ErrorCode::Internal,
            .key = "internal",
            .detail = std::string("stray exception ") + kind};
    }

    template<class R, class Work>
    static R guarded(Work& work, const Progress& progress)
    {
        // What an exception says may be a row's content: only its kind is told.
        try {
            return work(progress);
        } catch (const std::exception& stray) {
            return strayException(typeid(stray).name());
        } catch (...) {
            return strayException("of an unknown kind");
        }
    }

    std::atomic<bool> m_closing{false};
    QThreadPool m_pool;
};

} // namespace edupro::jobs
