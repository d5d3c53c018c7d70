// SPDX-License-Identifier: GPL-3.0-or-later
// Refused actions on their way into the audit, so that nobody can flood it by trying again.
#pragma once

#include "core/storage/audit/AuditEvent.h"

#include <QMap>

namespace edupro::storage {

/// What somebody wanted to do and may not.
struct Refusal {
    QString action; ///< a word of the table of permissions: "update"
    QString object; ///< "marks"
    QString table{};
    QUuid row{};
};

/// The first refusal of an action on an object becomes an event at once; its repeats within a
/// minute are counted and become one event when the minute is over, or at the end. At most two
/// events a minute for each cell of the table of permissions.
class Refusals {
public:
    static constexpr Instant together = 60'000; // ms

    void add(const Refusal& refusal, Instant at);
    /// The events that are due now.
    std::vector<AuditNote> take(Instant now);
    /// All that is left, when the store closes.
    std::vector<AuditNote> takeAll();

private:
    struct Kind {
        Refusal refusal;
        Instant since = 0;
        int repeats = 0;
        Instant last = 0;
    };
    void countOut(Kind& kind);

    QMap<QString, Kind> m_kinds;
    std::vector<AuditNote> m_due;
};

} // namespace edupro::storage
