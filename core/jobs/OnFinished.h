// SPDX-License-Identifier: GPL-3.0-or-later
// Brings the answer of a lane home to the thread of a QObject, or drops it when that object has
// died.
#pragma once

#include "core/base/Result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace edupro::jobs {

/// Calls `then(Result<T>)` once on the thread of `guard` when `future` has finished; never when
/// `guard` dies first. A future cancelled before its work began arrives as a Cancelled error.
/// (QFuture::then(context, ..) aborts on Qt 6.4 when the context died first; a child watcher does
/// not.)
template<class T, class Then>
void onFinished(const QFuture<Result<T>>& future, QObject* guard, Then then)
{
    auto* watcher = new QFutureWatcher<Result<T>>(guard);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, guard, [watcher, then = std::move(then)]() mutable {
            watcher->deleteLater();
            const QFuture<Result<T>> finished = watcher->future();
            then(finished.resultCount() > 0 ? finished.resultAt(0) : Result<T>(cancelled()));
        });
    watcher->setFuture(future);
}

} // namespace edupro::jobs
