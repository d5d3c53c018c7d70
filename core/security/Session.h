// SPDX-License-Identifier: GPL-3.0-or-later
// How long a password counts: the states of one person's session at this computer.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/security/Platform.h"

#include <mutex>

namespace edupro::security {

enum class SessionState {
    Locked, ///< nobody is signed in: the keys are to be wiped and the connections closed
    Active,
    ScreenLocked, ///< the windows are to be hidden; running work goes on, the keys stay
};

struct SessionClocks {
    /// Counts sleep and does not follow the wall clock: a session ends over night whatever the
    /// computer did, and whatever the date is set to.
    Clock sinceBoot = [] {
        return security::sinceBoot();
    };
    Clock wall = systemClock();
};

/// Time passes by asking, not by a timer: a state is worked out from the clocks at each call, and
/// a session that has ended stays ended. Every function may be called on any thread.
class Session {
public:
    static constexpr Instant lasts = 120LL * 60 * 1000;     ///< after the last password entry
    static constexpr Instant warnsBefore = 5LL * 60 * 1000; ///< when the window offers to renew
    static constexpr int shortestIdle = 1;                  ///< minutes
    static constexpr int longestIdle = 60;
    static constexpr int usualIdle = 10;

    /// Locked. `idleMinutes` is held within 1..60.
    explicit Session(SessionClocks clocks = {}, int idleMinutes = usualIdle);

    /// A right password was entered: begins a session, renews it, or opens the locked screen.
    void passwordEntered();
    /// The person did something: a key, the mouse, a command. Does nothing on a locked screen.
    void touched();
    void lockScreen();
    /// Sign-out, or the session was revoked.
    void end();
    void setIdleMinutes(int minutes);

    SessionState state() const;
    /// Milliseconds until a password is needed to go on; 0 when locked.
    Instant remaining() const;
    /// What every read and write of the store asks. Errors: Permission `session.expired` when
    /// locked. On a locked screen running work goes on, so that is no error.
    Done check() const;

private:
    void passTime() const;

    const SessionClocks m_clocks;
    mutable std::mutex m_mutex;
    mutable SessionState m_state = SessionState::Locked;
    Instant m_idleAfter;
    Instant m_enteredAt = 0;     ///< by sinceBoot
    Instant m_enteredAtWall = 0; ///< by the wall clock
    Instant m_touchedAt = 0;     ///< by sinceBoot
};

} // namespace edupro::security
