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

/// Failures that no audit knows of yet.
struct Failures {
    int count = 0;
    Instant last = 0; ///< by the wall clock

    friend bool operator==(const Failures&, const Failures&) = default;
};

/// Counts per login of one school file, in memory and in a file that programs of this computer
/// share; the larger count holds. Nothing in it names a login, and of what was typed (which may be
/// a password in the wrong field) it keeps 16 bits under the machine's key: too few to confirm a
/// guess at it, enough to tell a school's people apart (two in 65,536 share a count). A file that
/// was changed by hand counts as five failures of everybody; one that was deleted is forgotten,
/// except by programs that run. Any thread.
class Throttle {
public:
    explicit Throttle(
        ThrottlePlaces places = ThrottlePlaces::ofThisComputer(), ThrottleClocks clocks = {});

    /// Begins an attempt and counts it as failed until it has succeeded, so that attempts at the
    /// same time, or killed half-way, do not go uncounted. `school` is the id of the school file.
    /// Errors: Permission `key.wait`, with the seconds as the limit of its one issue ("wait").
    Done begin(const QString& school, const QString& login);
    /// The password was right: forgets the failures and answers those (without this attempt) that
    /// were not taken by takeUntold().
    Failures succeeded(const QString& school, const QString& login);
    /// The attempt ended for another reason than the password: it does not count.
    void withdraw(const QString& school, const QString& login);
    /// The failures at this school that nobody was told of, by nameOf(); the waits stay. The next
    /// call does not answer them again.
    QHash<QString, Failures> takeUntold(const QString& school);
    /// What stands for a login of a school on this computer.
    QString nameOf(const QString& school, const QString& login) const;
    /// Seconds until the next attempt may begin; 0: now.
    int waitFor(const QString& school, const QString& login);

private:
    struct Count {
        int failures = 0;
        int untold = 0;   ///< of those: not in the audit yet
        Instant wall = 0; ///< when the last one was
        Instant boot = 0; ///< the same by the clock since the start of the computer
    };
    using Counts = QHash<QString, Count>;
    class Shared;

    QString tag(const QString& text) const;
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
