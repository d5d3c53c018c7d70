// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/AuditBench.h"

#include "core/Entities.h"
#include "core/storage/audit/AuditLog.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/audit/AuditVerify.h"
#include "tests/bench/Bench.h"

namespace edupro::bench {

Done walkAudit(const QString& folder)
{
    const auto store = storage::Store::openFile(
        folder + QStringLiteral("/large.edupro"),
        {.actor = QStringLiteral("bench"), .entities = allEntities()});
    if (!store) return store.error();
    storage::Connection& connection = (*store)->connection();
    const auto head = storage::auditHead(connection);
    if (!head) return head.error();
    const auto bytes = connection.scalar(
        QStringLiteral("SELECT sum(length(CAST(meta AS BLOB)) + length(CAST(coalesce(payload, '') "
                       "AS BLOB)) + length(proof)) FROM audit_event"));
    if (!bytes) return bytes.error();
    std::string size = std::to_string(bytes->toLongLong() / std::max<qint64>(1, head->n));
    size += " bytes an event";
    std::string what = "audit verified, events: ";
    what += std::to_string(head->n);
    Done reported = report(
        what,
        timed(5, [&](int) { return storage::verifyAudit(connection); }),
        ("200,000 in 0.5 s; " + size).c_str());
    if (!reported) return reported;
    reported = report(
        "a page of the audit",
        timed(50, [&](int) { return storage::auditPage(**store, {}, {}, 100); }),
        "< 50 ms");
    if (!reported) return reported;
    return report(
        "a page of the audit that finds nobody",
        timed(
            5,
            [&](int) {
                return storage::auditPage(**store, {.person = QStringLiteral("nobody")}, {}, 100);
            }),
        "");
}

} // namespace edupro::bench
