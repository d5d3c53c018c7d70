// SPDX-License-Identifier: GPL-3.0-or-later
// Is the audit what was written? Walks the chain and names the first link that does not hold.
#pragma once

#include "core/base/Progress.h"
#include "core/security/KeySlots.h"
#include "core/storage/audit/AuditEvent.h"
#include "core/storage/Connection.h"

#include <optional>
#include <vector>

namespace edupro::storage {

enum class AuditFault {
    Missing, ///< the event that should have this number is not there
    Proof,   ///< its proof is not 80 bytes
    Link,    ///< it, or what stood before it, was changed
    Payload, ///< its payload was changed
    Blanked, ///< its payload was removed without an erasure
    Anchor,  ///< an anchor knows another event of this number, or a longer chain
};

/// Stable English word of a fault, e.g. "payload".
const char* faultName(AuditFault fault);

struct AuditBreak {
    qint64 n = 0;
    AuditFault fault = AuditFault::Link;
};

struct AuditReport {
    qint64 events = 0; ///< walked through
    qint64 erased = 0; ///< of those, blanked by an erasure
    AuditHead head;    ///< of the last event that holds
    std::optional<AuditBreak> broken;
};

/// Walks the chain of an SQLite file from its beginning (about 0.3 s per 100,000 events). An
/// edited, removed, inserted or renumbered event is found by the chain alone; an end cut off and a
/// chain recomputed as a whole only by `anchors`. Errors: Cancelled, those of reading.
Result<AuditReport> verifyAudit(
    Connection& connection,
    const std::vector<AuditHead>& anchors = {},
    const Progress& progress = noProgress());

/// Whether the chain still holds the event that an anchor saw. Corrupt `audit.rolled_back` when
/// not: the file is older than the anchor, or its history was rewritten. One indexed look-up.
Done checkAnchor(Connection& connection, const AuditHead& anchor);

/// The same with the anchor of a key file; one that has seen no event fits every file.
Done checkAnchor(Connection& connection, const security::Anchor& anchor);
/// What the key file is to keep of the file as it is now.
Result<security::Anchor> anchorOf(Connection& connection);

/// The head as a code to print: its number and the first 60 bits of its hash in Crockford's base
/// 32, as "1042-7K3M-Q9TZ-4XWB".
QString shortCode(const AuditHead& head);
/// Whether the chain still holds the event of a printed code. Validation `audit.code` when it is no
/// such code.
Result<bool> holdsShortCode(Connection& connection, const QString& code);

} // namespace edupro::storage
