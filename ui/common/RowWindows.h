// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a long list, loaded in windows while somebody looks at them.
#pragma once

#include "core/jobs/OnFinished.h"

#include <QHash>
#include <QList>

#include <functional>
#include <memory>
#include <vector>

namespace edupro::ui {

/// Keeps the windows near the row asked for last and forgets the others. One fetch is under way at
/// a time; whoever scrolls fast gets the window they stopped at, not all between. Window thread
/// only.
template<class Row>
class RowWindows {
public:
    static constexpr qint64 windowSize = 200;
    static constexpr int keptWindows = 40;

    using Rows = std::vector<Row>;
    /// Asks for the rows [offset, offset + windowSize), fewer at the end of the list.
    using Fetch = std::function<QFuture<Result<Rows>>(qint64 offset)>;
    using Loaded = std::function<void(qint64 first, qint64 count)>;
    using Failed = std::function<void(const Error& error)>;

    /// `guard` lives as long as the answers may come; `loaded` and `failed` are called later.
    RowWindows(QObject* guard, Loaded loaded, Failed failed)
        : m_guard(guard)
        , m_loaded(std::move(loaded))
        , m_failed(std::move(failed))
    {
    }

    static qint64 startOf(qint64 row) { return row / windowSize * windowSize; }

    /// A new list. Answers to questions about the old one are dropped.
    void reset(Fetch fetch)
    {
        ++*m_generation;
        m_fetch = std::move(fetch);
        m_windows.clear();
        m_wanted.clear();
        m_fetching = false;
    }

    /// Takes a window that came with the answer to another question.
    void put(qint64 start, Rows rows) { m_windows.insert(start, std::move(rows)); }

    /// The row, or null when it is not there yet: then it is asked for.
    const Row* at(qint64 row)
    {
        const qint64 start = startOf(row);
        const auto window = m_windows.constFind(start);
        if (window == m_windows.cend()) {
            want(start);
            return nullptr;
        }
        const auto place = static_cast<std::size_t>(row - start);
        return place < window->size() ? &(*window)[place] : nullptr;
    }

private:
    /// What is seen at one time never spans more than two windows.
    static constexpr int wantedAtOnce = 2;

    void want(qint64 start)
    {
        if (start == m_asked && m_fetching) return;
        m_wanted.removeOne(start);
        m_wanted.append(start);
        if (m_wanted.size() > wantedAtOnce) m_wanted.removeFirst();
        if (!m_fetching) ask();
    }

    void ask()
    {
        if (m_wanted.isEmpty() || !m_fetch) return;
        m_asked = m_wanted.takeLast();
        m_fetching = true;
        jobs::onFinished(
            m_fetch(m_asked),
            m_guard,
            [this, generation = m_generation, mine = *m_generation, start = m_asked](
                Result<Rows> rows) {
                if (*generation == mine) take(start, std::move(rows));
            });
    }

    void take(qint64 start, Result<Rows> rows)
    {
        m_fetching = false;
        if (!rows) {
            m_failed(rows.error());
            return;
        }
        const auto count = static_cast<qint64>(rows->size());
        forgetFarFrom(start);
        m_windows.insert(start, std::move(*rows));
        ask();
        if (count > 0) m_loaded(start, count);
    }

    void forgetFarFrom(qint64 start)
    {
        while (m_windows.size() >= keptWindows) {
            auto farthest = m_windows.cbegin();
            for (auto window = m_windows.cbegin(); window != m_windows.cend(); ++window) {
                if (qAbs(window.key() - start) > qAbs(farthest.key() - start)) farthest = window;
            }
            m_windows.erase(farthest);
        }
    }

    QObject* m_guard;
    Loaded m_loaded;
    Failed m_failed;
    Fetch m_fetch;
    QHash<qint64, Rows> m_windows; ///< by the row they begin with
    QList<qint64> m_wanted;        ///< the last one is wanted most
    qint64 m_asked = -1;
    bool m_fetching = false;
    std::shared_ptr<quint64> m_generation = std::make_shared<quint64>(0);
};

} // namespace edupro::ui
