// SPDX-License-Identifier: GPL-3.0-or-later
// What Store asks its person's Access, and what becomes of the refusals.
#include "core/storage/Store.h"

namespace edupro::storage {

Done Store::require(security::Action action, security::Object object)
{
    if (!m_options.access) return done();
    if (Done alive = checkSession(); !alive) return alive;
    Done may = m_options.access->require(action, object);
    if (!may)
        noteRefusal(
            may.error(), {.action = security::nameOf(action), .object = security::nameOf(object)});
    return may;
}

Done Store::checkSession()
{
    if (!m_options.access || m_inTransaction) return done();
    return m_options.access->checkSession(*this);
}

Done Store::checkRead(const EntityInfo& entity)
{
    if (!m_options.access) return done();
    if (Done alive = checkSession(); !alive) return alive;
    Done may = m_options.access->requireRead(entity);
    if (!may)
        noteRefusal(
            may.error(),
            {.action = QStringLiteral("read"), .object = entity.table, .table = entity.table});
    return may;
}

Done Store::checkWrite(const EntityInfo& entity, const Values* before, const Values* after)
{
    if (!m_options.access) return done();
    Done may = m_options.access->checkWrite(*this, entity, before, after, m_reason);
    if (!may) {
        Refusal refusal{
            .action = before ? QStringLiteral("update") : QStringLiteral("create"),
            .object = entity.table,
            .table = entity.table};
        if (before) refusal.row = before->at(static_cast<std::size_t>(entity.key)).toUuid();
        noteRefusal(may.error(), refusal);
    }
    return may;
}

Done Store::checkWritten(const EntityInfo& entity, const QUuid& id)
{
    if (!m_options.access) return done();
    Done may = m_options.access->checkWritten(*this, entity, id);
    if (!may)
        noteRefusal(
            may.error(),
            {.action = QStringLiteral("update"), .object = entity.table, .table = entity.table});
    return may;
}

void Store::noteRefusal(const Error& error, const Refusal& refusal)
{
    if (error.key != "access.denied") return; // a missing reason or a closed term is no trespass
    m_refusals.add(refusal, now());
    // Inside a transaction it would be rolled back with the rest.
    if (!m_inTransaction) writeRefusals(m_refusals.take(now()));
}

void Store::writeRefusals(std::vector<AuditNote> notes)
{
    // What cannot be written (a full disk) is lost: the refusal itself has happened.
    for (const AuditNote& refused : notes)
        (void)note(refused);
}

void Store::writeDueRefusals() noexcept
{
    try {
        writeRefusals(m_refusals.take(now()));
    } catch (...) { // lost, like what cannot be written
    }
}

} // namespace edupro::storage
