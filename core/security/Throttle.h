// SPDX-License-Identifier: GPL-3.0-or-later
// Makes guessing at the keyboard slow: a growing wait after failed sign-ins.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/security/Platform.h"
#include "core/security/SecretBytes.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace edupro::security {

/// Seconds to wait after so many failures in a row: none up to 4, then 5, 10, 20, ... up to 900.
int secondsToWait(int failures);

struct ThrottlePlaces {
    QString state;      ///< what this computer remembers of failures
    QString machineKey; ///< 32 random bytes; made when it is missing

    /// In the user's configuration folder.
    static ThrottlePlaces ofThisComputer();
};

struct ThrottleClocks {
    Clock sinceBoot = [] {
        return security::sinceBoot();
    };
    Clock wall = systemClock();
};

/// What happened since the last success, for the audit.
struct Failures {
    int count = 0;
    Instant last = 0; ///< by the wall clock

    friend bool operator==(const Failures&, const Failures&) = default;
};

/// Counts per login of one school file, in memory and in a file that programs of this computer
/// share; the larger count holds. Nothing in it names a login. A file that was changed by hand
/// counts as five failures of everybody; one that was deleted is forgotten, except by programs
/// that run. Any thread.
class Throttle {
public:
    explicit Throttle(
        ThrottlePlaces places = ThrottlePlaces::ofThisComputer(), ThrottleClocks clocks = {});

    /// Begins an attempt and counts it as failed until it has succeeded, so that attempts at the
    /// same time, or killed half-way, do not go uncounted. `school` is the id of the school file.
    /// Errors: Permission `key.wait`, with the seconds as the limit of its one issue ("wait").
    Done begin(const QString& school, const QString& login);
    /// The password was right: forgets the failures and answers them (without this attempt).
    Failures succeeded(const QString& school, const QString& login);
    /// The attempt ended for another reason than the password: it does not count.
    void withdraw(const QString& school, const QString& login);
    /// Seconds until the next attempt may begin; 0: now.
    int waitFor(const QString& school, const QString& login);

private:
    struct Count {
        int failures = 0;
        Instant wall = 0; ///< when the last one was
        Instant boot = 0; ///< the same by the clock since the start of the computer
    };
    using Counts = QHash<QString, Count>;
    class Shared;

    QString nameOf(const QString& school, const QString& login) const;
    Counts read() const;
    void write();
    Instant waitLeft(const Count& count) const;
    int secondsLeft(const QString& name) const;

    const ThrottlePlaces m_places;
    const ThrottleClocks m_clocks;
    SecretBytes m_machineKey;
    std::mutex m_mutex;
    Counts m_counts;
    Counts m_before; ///< of attempts that have begun: the count without them
};

} // namespace edupro::security
