// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/audit/AuditEvent.h"

namespace edupro::storage {

const QStringList& auditActionCodes()
{
    // clang-format off
    static const QStringList codes{
        "insert", "update", "delete", "restore",
        "create_file", "upgrade_file", "restore_file", "repair_file", "move_file", "accept_older_file", "backup",
        "change_keys", "adopt_rows", "new_triggers",
        "sign_in", "sign_in_failed", "sign_out", "lock", "unlock", "end_session", "add_user", "change_user",
        "disable_user", "change_roles", "change_password", "recover", "refused",
        "export", "print", "read_masked", "query",
        "request", "dossier", "erase", "retention", "breach", "decision",
    };
    // clang-format on
    return codes;
}

QString codeOf(AuditAction action)
{
    return auditActionCodes().at(static_cast<int>(action));
}

} // namespace edupro::storage
