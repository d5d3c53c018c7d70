// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and states of terms: open, locked (corrected by an administrator with a reason), archived
// (changed no more).
#pragma once

#include "core/school/Term.h"
#include "core/storage/Store.h"

namespace edupro::school {

/// Whether facts of a term in this state (marks, attendance) may be written, by an administrator or
/// not, for a reason or without one. The one place that says so. Permission `access.locked_term`
/// with an issue "locked" of the field "term".
Done mayChangeFacts(const QString& state, bool isAdministrator, const QString& reason);

/// The same for the person of the store (a store without one is an administrator's) and the reason
/// of the open transaction.
Done mayChangeFacts(storage::Store& store, const Term& term);

/// The same for facts of a day: those of a day in no term may be written, as far as this goes.
Done mayChangeFactsOn(storage::Store& store, QDate day);

/// Saves a term; every path that writes one goes through here. Beyond the errors of Store::save():
/// Validation with the issue "overlap" (starts_on: the limit names the other term), Permission
/// `term.reopen` when it goes back to an earlier state without a reason (Store::setReason()).
Result<storage::Saved>
saveTerm(storage::Store& store, Term& term, const storage::SaveOptions& options = {});

/// Puts a term into another state. A term goes back (archived, locked, open) with a reason only.
/// NotFound `term.unknown`.
Done setTermState(
    storage::Store& store, const TermId& id, const QString& state, const QString& reason);

} // namespace edupro::school
