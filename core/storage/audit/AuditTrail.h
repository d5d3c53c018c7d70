// SPDX-License-Identifier: GPL-3.0-or-later
// Appending to the audit of an SQLite file, and where its chain stands.
#pragma once

#include "core/storage/audit/AuditEvent.h"
#include "core/storage/Connection.h"

namespace edupro::storage {

/// Appends an event that no trigger writes, linked like all others; by whom and where the
/// connection's ChangeContext says. In the open transaction, or in one statement of its own.
Done appendEvent(Connection& connection, const AuditNote& note);

/// The end of the chain. Corrupt `audit.damaged` when the last event has no whole proof.
Result<AuditHead> auditHead(Connection& connection);

/// The identity that a file got when it was made and keeps through copies, backups and changes of
/// its keys.
Result<QUuid> fileId(Connection& connection);

/// An event's stored text as a record.
AuditRecord auditRecordOf(qint64 n, const QString& meta, const QString& payload, bool erased);

/// Moves the log of an older file into the chain, event by event. In the open transaction.
Done adoptChangeLog(Connection& connection);

} // namespace edupro::storage
