// SPDX-License-Identifier: GPL-3.0-or-later
// Drops answers that a newer question has made stale (type-ahead search, paging).
#pragma once

#include "core/jobs/OnFinished.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

namespace edupro::jobs {

/// One per kind of question. Use on one thread only.
class LatestOnly {
public:
    /// Like onFinished(), but `then` is skipped when ask() was called again meanwhile. The older
    /// future is cancelled.
    template<class T, class Then>
    void ask(const QFuture<Result<T>>& future, QObject* guard, Then then)
    {
        const std::uint64_t mine = ++*m_generation;
        if (m_cancelPrevious) m_cancelPrevious();
        m_cancelPrevious = [asked = QFuture<Result<T>>(future)]() mutable {
            asked.cancel();
        };
        onFinished(
            future,
            guard,
            [mine, generation = m_generation, then = std::move(then)](Result<T> answer) mutable {
                if (mine == *generation) then(std::move(answer));
            });
    }

private:
    std::shared_ptr<std::uint64_t> m_generation = std::make_shared<std::uint64_t>(0);
    std::function<void()> m_cancelPrevious;
};

} // namespace edupro::jobs
