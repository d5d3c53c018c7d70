// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the privacy registers.
#include "core/privacy/Breach.h"
#include "core/privacy/PrivacyRequest.h"

namespace edupro {

namespace {

std::string instantText(Instant at)
{
    return std::to_string(at);
}

} // namespace

std::vector<Issue> issuesOf(const PrivacyRequest& request)
{
    std::vector<Issue> issues;
    if (request.dueAt != request.receivedAt + answerWithin)
        issues.push_back(
            {.field = "due_at",
             .rule = "within_72_hours",
             .value = instantText(request.dueAt),
             .limit = instantText(request.receivedAt + answerWithin)});
    const bool open = request.state == u"open";
    if (!open && !request.decision) issues.push_back({.field = "decision", .rule = "required"});
    if (!open && !request.decidedAt) issues.push_back({.field = "decided_at", .rule = "required"});
    return issues;
}

std::vector<Issue> issuesOf(const Breach& breach)
{
    std::vector<Issue> issues;
    if (breach.dueAt != breach.noticedAt + answerWithin)
        issues.push_back(
            {.field = "due_at",
             .rule = "within_72_hours",
             .value = instantText(breach.dueAt),
             .limit = instantText(breach.noticedAt + answerWithin)});
    if (!breach.closedAt) return issues;
    if (!breach.peopleToldAt) issues.push_back({.field = "people_told_at", .rule = "required"});
    if (!breach.authorityToldAt)
        issues.push_back({.field = "authority_told_at", .rule = "required"});
    return issues;
}

} // namespace edupro
