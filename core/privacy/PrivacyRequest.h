// SPDX-License-Identifier: GPL-3.0-or-later
// What the person concerned (or a parent) asks of the school about personal data, and by when it
// must be answered.
#pragma once

#include "core/people/Student.h"

#include <QString>

#include <optional>
#include <vector>

namespace edupro {

using PrivacyRequestId = Id<struct PrivacyRequestTag>;

/// UU 27/2022: 3 x 24 hours from the moment of receipt.
inline constexpr Instant answerWithin = 72LL * 60 * 60 * 1000;

struct PrivacyRequest {
    PrivacyRequestId id;
    StudentId student;
    QString kind;      ///< correction, access, erasure, objection
    QString requester; ///< who asks
    std::optional<QString> wish;
    Instant receivedAt = 0;
    Instant dueAt = 0; ///< receivedAt + answerWithin
    QString state = QStringLiteral("open");
    std::optional<QString> decision; ///< what was done, or why it was refused
    std::optional<Instant> decidedAt;
    std::optional<QString> decidedBy; ///< a user's id

    static constexpr auto schema()
    {
        // clang-format off
        return entity("privacy_requests",
            field(&PrivacyRequest::id,         "id",          label("PrivacyRequest", "Id"),         {.key = true, .hidden = true}),
            field(&PrivacyRequest::student,    "student_id",  label("PrivacyRequest", "Student"),    {.required = true, .references = "students"}),
            field(&PrivacyRequest::kind,       "kind",        label("PrivacyRequest", "Kind"),       {.required = true, .choices = "correction|access|erasure|objection"}),
            field(&PrivacyRequest::requester,  "requester",   label("PrivacyRequest", "Asked by"),   {.required = true, .identifying = true, .length = {2, 100}}),
            field(&PrivacyRequest::wish,       "wish",        label("PrivacyRequest", "Wish"),       {.identifying = true, .length = {0, 2000}}),
            field(&PrivacyRequest::receivedAt, "received_at", label("PrivacyRequest", "Received"),   {.required = true, .instant = true}),
            field(&PrivacyRequest::dueAt,      "due_at",      label("PrivacyRequest", "Due"),        {.required = true, .instant = true}),
            field(&PrivacyRequest::state,      "state",       label("PrivacyRequest", "State"),      {.required = true, .choices = "open|done|refused|withdrawn"}),
            field(&PrivacyRequest::decision,   "decision",    label("PrivacyRequest", "Decision"),   {.identifying = true, .length = {0, 2000}}),
            field(&PrivacyRequest::decidedAt,  "decided_at",  label("PrivacyRequest", "Decided"),    {.instant = true}),
            field(&PrivacyRequest::decidedBy,  "decided_by",  label("PrivacyRequest", "Decided by"), {.hidden = true, .length = {1, 100}}));
        // clang-format on
    }
    friend bool operator==(const PrivacyRequest&, const PrivacyRequest&) = default;
};

/// Due is 72 hours after receipt; what is not open has a decision and its time.
std::vector<Issue> issuesOf(const PrivacyRequest& request);

} // namespace edupro
