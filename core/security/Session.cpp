// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Session.h"

#include <algorithm>

namespace edupro::security {

namespace {

Instant idleTime(int minutes)
{
    return std::clamp(minutes, Session::shortestIdle, Session::longestIdle) * 60'000LL;
}

} // namespace

Session::Session(SessionClocks clocks, int idleMinutes)
    : m_clocks(std::move(clocks))
    , m_idleAfter(idleTime(idleMinutes))
{
}

/// With the mutex held.
void Session::passTime() const
{
    if (m_state == SessionState::Locked) return;
    const Instant now = m_clocks.sinceBoot();
    // Either clock ends it; a wall clock that was set back does not keep it alive.
    if (now - m_enteredAt >= lasts || m_clocks.wall() - m_enteredAtWall >= lasts)
        m_state = SessionState::Locked;
    else if (now - m_touchedAt >= m_idleAfter)
        m_state = SessionState::ScreenLocked;
}

void Session::passwordEntered()
{
    const std::scoped_lock lock(m_mutex);
    m_enteredAt = m_clocks.sinceBoot();
    m_touchedAt = m_enteredAt;
    m_enteredAtWall = m_clocks.wall();
    m_state = SessionState::Active;
}

void Session::touched()
{
    const std::scoped_lock lock(m_mutex);
    passTime(); // what comes after the time was over does not bring it back
    if (m_state == SessionState::Active) m_touchedAt = m_clocks.sinceBoot();
}

void Session::lockScreen()
{
    const std::scoped_lock lock(m_mutex);
    passTime();
    if (m_state == SessionState::Active) m_state = SessionState::ScreenLocked;
}

void Session::end()
{
    const std::scoped_lock lock(m_mutex);
    m_state = SessionState::Locked;
}

void Session::setIdleMinutes(int minutes)
{
    const std::scoped_lock lock(m_mutex);
    passTime();
    m_idleAfter = idleTime(minutes);
}

SessionState Session::state() const
{
    const std::scoped_lock lock(m_mutex);
    passTime();
    return m_state;
}

Instant Session::remaining() const
{
    const std::scoped_lock lock(m_mutex);
    passTime();
    if (m_state == SessionState::Locked) return 0;
    const Instant passed =
        std::max(m_clocks.sinceBoot() - m_enteredAt, m_clocks.wall() - m_enteredAtWall);
    return std::max<Instant>(0, lasts - passed);
}

Done Session::check() const
{
    if (state() != SessionState::Locked) return done();
    return Error{
        .code = ErrorCode::Permission,
        .key = "session.expired",
        .detail = "the session has ended; sign in again"};
}

} // namespace edupro::security
