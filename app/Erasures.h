// SPDX-License-Identifier: GPL-3.0-or-later
// The erasure register for what makes and restores backups, with the entities of the program.
#pragma once

#include "core/Entities.h"
#include "core/privacy/EraseStudent.h"
#include "core/storage/backup/Restore.h"

#include <QDateTime>

namespace edupro {

/// For storage::BackupPlan::erasures, so that every manifest holds the register.
inline Result<QStringList> erasuresForBackup(storage::Connection& connection)
{
    return privacy::erasureRegister(connection);
}

/// For storage::RestoreOptions::erasure: a restored file is not used before everybody who was
/// erased since is erased in it.
inline storage::ErasureHooks erasureHooks()
{
    return {
        .read = privacy::erasureRegister,
        .apply = [](storage::Connection& restored,
                    const QStringList& ids,
                    storage::Connection* replaced) -> Done {
            const auto erased = privacy::applyErasures(
                restored, allEntities(), ids, QDateTime::currentMSecsSinceEpoch(), replaced);
            if (!erased) return erased.error();
            return done();
        }};
}

} // namespace edupro
