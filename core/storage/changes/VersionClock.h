// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of values: a hybrid logical clock (Kulkarni et al. 2014) whose readings, as text, sort
// in the order of "had seen" whatever the computer's clock does.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QByteArray>

namespace edupro::storage {

/// A version is 33 characters, compared bytewise: 16 hex digits of `hlc` = milliseconds << 16 |
/// counter, '.', 16 hex digits of the writer. Not thread-safe.
class VersionClock {
public:
    static constexpr qsizetype versionLength = 33;

    /// `writer`: 63 bits, random per opening of a file, so that a restored or copied file never
    /// issues a version twice.
    explicit VersionClock(quint64 writer);
    static VersionClock ofNewWriter();

    /// A version above all that this clock has issued or seen. `wall` is what the computer's clock
    /// says; it may stand still, jump or be wrong by years.
    QByteArray next(Instant wall);
    /// Raises the clock to a version that came from a stored row or from elsewhere. Validation
    /// `sync.version`: it is no version, or lies beyond the year 4199.
    Done saw(QByteArrayView version);

    /// The 16 hex digits of the writer.
    QByteArray writer() const;
    /// The highest version issued or seen, as this writer would write it.
    QByteArray high() const;
    /// Time of the hub minus time of this computer, in milliseconds.
    void setOffset(Instant milliseconds) { m_offset = milliseconds; }

private:
    QByteArray text(quint64 hlc) const;

    quint64 m_writer;
    quint64 m_last = 0;
    Instant m_offset = 0;
};

} // namespace edupro::storage
