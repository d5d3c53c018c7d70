// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Jobs.h"

namespace edupro::ui {

std::optional<double> secondsLeft(double fraction, double elapsed)
{
    constexpr double tooEarly = 1.0; // seconds; the first figures jump about
    if (fraction < 0.02 || elapsed < tooEarly) return std::nullopt;
    return elapsed * (1.0 - std::min(fraction, 1.0)) / fraction;
}

bool Jobs::hasRunning() const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(), [](const Job& job) {
        return job.state == Job::State::Running;
    });
}

void Jobs::cancel(int id)
{
    for (const auto& [job, cancel] : m_cancels) {
        if (job == id) cancel();
    }
}

void Jobs::dismiss(int id)
{
    std::erase_if(
        m_jobs, [id](const Job& job) { return job.id == id && job.state != Job::State::Running; });
    emit changed();
}

int Jobs::begin(const QString& name, NextStep next, std::function<void()> cancel)
{
    std::erase_if(m_jobs, [](const Job& job) { return job.state != Job::State::Running; });
    Job job{.id = ++m_lastId, .name = name, .next = std::move(next)};
    job.since.start();
    m_jobs.push_back(std::move(job));
    m_cancels.emplace_back(m_lastId, std::move(cancel));
    emit changed();
    return m_lastId;
}

void Jobs::progress(int id, double fraction)
{
    Job* job = find(id);
    if (!job) return;
    job->fraction = fraction;
    emit changed();
}

void Jobs::finish(int id, Job::State state, const QString& told, const Error& error)
{
    std::erase_if(m_cancels, [id](const auto& entry) { return entry.first == id; });
    Job* job = find(id);
    if (!job) return;
    job->state = state;
    job->told = told;
    job->error = error;
    emit changed();
}

Job* Jobs::find(int id)
{
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [id](const Job& job) { return job.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

} // namespace edupro::ui
