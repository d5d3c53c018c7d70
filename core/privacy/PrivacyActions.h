// SPDX-License-Identifier: GPL-3.0-or-later
// Answering requests of the persons concerned, parents' objections, and the register of breaches.
#pragma once

#include "core/privacy/Breach.h"
#include "core/privacy/Consent.h"
#include "core/privacy/PrivacyRequest.h"
#include "core/storage/Store.h"

namespace edupro::privacy {

/// A request as lists show it.
struct RequestRow {
    PrivacyRequestId id;
    StudentId student;
    QString nis;
    QString studentName;
    QString kind;
    QString requester;
    Instant receivedAt = 0;
    Instant dueAt = 0;
    QString state;

    static constexpr auto schema()
    {
        return entity(
            "list_requests",
            field(&RequestRow::id, "id"),
            field(&RequestRow::student, "student_id"),
            field(&RequestRow::nis, "nis"),
            field(&RequestRow::studentName, "name"),
            field(&RequestRow::kind, "kind"),
            field(&RequestRow::requester, "requester"),
            field(&RequestRow::receivedAt, "received_at", {}, {.instant = true}),
            field(&RequestRow::dueAt, "due_at", {}, {.instant = true}),
            field(&RequestRow::state, "state"));
    }
};

/// What is left of the 72 hours, in milliseconds; negative when they are over.
inline Instant timeLeft(Instant dueAt, Instant now)
{
    return dueAt - now;
}

/// Stores a new request: received now unless it says when, due 72 hours later, open. Errors: those
/// of Store::save().
Result<PrivacyRequest> receiveRequest(storage::Store& store, PrivacyRequest request);

/// Ends a request: `state` is "done", "refused" or "withdrawn", `decision` what was done or why
/// not. An objection that is granted (done) also switches the early warning off for the student.
/// Errors: NotFound `privacy.no_request`, Conflict `privacy.decided`, those of Store::save().
Result<PrivacyRequest> decideRequest(
    storage::Store& store,
    const PrivacyRequestId& id,
    const QString& state,
    const QString& decision);

/// The next due first, decided ones last; `openOnly` leaves those out.
Result<std::vector<RequestRow>> listRequests(storage::Store& store, bool openOnly);

/// Whether no predictions are made, and those that there are go.
bool endsPredictions(const Consent& consent);

/// Stores what a parent states; an objection to "prediction" also removes the student's
/// predictions.
Done stateConsent(storage::Store& store, Consent consent);

/// Stores a breach: noticed now unless it says when, due 72 hours later.
Result<Breach> reportBreach(storage::Store& store, Breach breach);

enum class BreachStep { PeopleTold, AuthorityTold, Closed };

/// Notes that a step was done now. Errors: NotFound `privacy.no_breach`, Conflict `privacy.decided`
/// when it was done before, Validation when it is closed before the others.
Result<Breach> stepBreach(
    storage::Store& store,
    const BreachId& id,
    BreachStep step,
    const std::optional<QString>& measures = {});

/// Open ones first, the next due first.
Result<std::vector<Breach>> listBreaches(storage::Store& store);

} // namespace edupro::privacy
