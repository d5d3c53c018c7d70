// SPDX-License-Identifier: GPL-3.0-or-later
// The long pieces of work that the person can see and cancel, and what each of them did.
#pragma once

#include "core/base/Result.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <vector>

namespace edupro::ui {

/// The next step that a finished job offers: "Show predictions". Empty text: none.
struct NextStep {
    QString text;
    std::function<void()> go;
};

struct Job {
    enum class State { Running, Done, Failed, Cancelled };

    int id = 0;
    QString name; ///< "Training the decision tree", in the user's language
    State state = State::Running;
    double fraction = 0.0; ///< 0..1
    QString told;          ///< what it did, or why not
    Error error;           ///< when Failed
    NextStep next;
    QElapsedTimer since;
};

/// Seconds still to go for a job that has done `fraction` in `elapsed` seconds; nullopt while it is
/// too early to say.
std::optional<double> secondsLeft(double fraction, double elapsed);

/// Window thread only. Jobs are listed oldest first and stay until dismissed; a new job dismisses
/// finished ones.
class Jobs : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Shows a future of a lane in the job strip. `told` says what was done. The page itself takes
    /// the result by jobs::onFinished() as usual. Answers the id for cancel().
    template<class T>
    int follow(
        const QString& name,
        const QFuture<Result<T>>& future,
        std::function<QString(const T&)> told,
        NextStep next = {});

    const std::vector<Job>& list() const { return m_jobs; }
    bool hasRunning() const;
    void cancel(int id);
    void dismiss(int id);

signals:
    void changed();

private:
    int begin(const QString& name, NextStep next, std::function<void()> cancel);
    void progress(int id, double fraction);
    void finish(int id, Job::State state, const QString& told, const Error& error);
    Job* find(int id);

    std::vector<Job> m_jobs;
    std::vector<std::pair<int, std::function<void()>>> m_cancels;
    int m_lastId = 0;
};

template<class T>
int Jobs::follow(
    const QString& name,
    const QFuture<Result<T>>& future,
    std::function<QString(const T&)> told,
    NextStep next)
{
    auto* watcher = new QFutureWatcher<Result<T>>(this);
    const int id = begin(name, std::move(next), [cancelled = QFuture<Result<T>>(future)]() mutable {
        cancelled.cancel();
    });
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, id](int thousandths) {
        progress(id, thousandths / 1000.0);
    });
    connect(
        watcher, &QFutureWatcherBase::finished, this, [this, id, watcher, told = std::move(told)] {
            watcher->deleteLater();
            const QFuture<Result<T>> answered = watcher->future();
            const Result<T> result =
                answered.resultCount() > 0 ? answered.resultAt(0) : Result<T>(cancelled());
            if (result)
                finish(id, Job::State::Done, told(*result), {});
            else if (result.error().code == ErrorCode::Cancelled)
                finish(id, Job::State::Cancelled, {}, result.error());
            else
                finish(id, Job::State::Failed, {}, result.error());
        });
    watcher->setFuture(future);
    return id;
}

} // namespace edupro::ui
