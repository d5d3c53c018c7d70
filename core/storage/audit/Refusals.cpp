// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/audit/Refusals.h"

#include <utility>

namespace edupro::storage {

namespace {

AuditNote noteOf(const Refusal& refusal, Instant at)
{
    return {
        .action = AuditAction::Refused,
        .table = refusal.table,
        .details =
            {{QStringLiteral("action"), refusal.action},
             {QStringLiteral("object"), refusal.object}},
        .at = at};
}

bool isOver(Instant since, Instant now)
{
    return now < since || now - since >= Refusals::together; // clocks are set back, too
}

} // namespace

void Refusals::add(const Refusal& refusal, Instant at)
{
    Kind& kind = m_kinds[refusal.action + u' ' + refusal.object];
    const bool isFirst = kind.refusal.action.isEmpty() || isOver(kind.since, at);
    if (!isFirst) {
        ++kind.repeats;
        kind.last = at;
        return;
    }
    countOut(kind);
    kind = {.refusal = refusal, .since = at};
    m_due.push_back(noteOf(refusal, at));
    m_due.back().row = refusal.row;
}

void Refusals::countOut(Kind& kind)
{
    if (kind.repeats == 0) return;
    AuditNote note = noteOf(kind.refusal, kind.last);
    note.details.insert(QStringLiteral("count"), std::exchange(kind.repeats, 0));
    m_due.push_back(std::move(note));
}

std::vector<AuditNote> Refusals::take(Instant now)
{
    for (Kind& kind : m_kinds) {
        if (isOver(kind.since, now)) countOut(kind);
    }
    return std::exchange(m_due, {});
}

std::vector<AuditNote> Refusals::takeAll()
{
    for (Kind& kind : m_kinds)
        countOut(kind);
    return std::exchange(m_due, {});
}

} // namespace edupro::storage
