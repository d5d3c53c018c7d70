// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Upgrade.h"

#include "core/storage/backup/Backup.h"
#include "core/storage/backup/BackupFolder.h"
#include "core/storage/backup/Contents.h"
#include "core/storage/backup/PageCopy.h"
#include "core/storage/backup/Replacement.h"
#include "core/storage/Conversion.h"
#include "core/storage/Durable.h"
#include "core/storage/Migrator.h"

#include <QFileInfo>

namespace edupro::storage {

namespace {

Done copyPages(Connection& source, const QString& target, const security::SchoolKeys* keys)
{
    constexpr int allPages = -1;
    const auto copy = PageCopy::begin(source, target, keys);
    if (!copy) return copy.error();
    const Result<bool> complete = (*copy)->step(allPages);
    return complete ? done() : Done(complete.error());
}

/// Migrates the copy and compares it with what the file held.
Done migrateCopy(const QString& path, const DatabaseContents& before, const UpgradeOptions& options)
{
    auto connection = Connection::openSqlite(path, Connection::Mode::Existing, options.keys.get());
    if (!connection) return connection.error();
    if (Done migrated = migrate(**connection, options.now); !migrated) return migrated;
    if (Done whole = quickCheck(**connection); !whole) return whole;
    const Result<DatabaseContents> after = contentsOf(**connection);
    if (!after) return after.error();
    for (auto table = before.rows.begin(); table != before.rows.end(); ++table) {
        const Result<bool> entity = isEntityTable(**connection, table.key());
        if (!entity) return entity.error();
        if (!*entity || after->rows.value(table.key()) >= table.value()) continue;
        return Error{
            .code = ErrorCode::Internal,
            .key = "store.upgrade",
            .detail = "the upgraded copy has lost rows of " + table.key().toStdString()};
    }
    return done();
}

} // namespace

Result<std::unique_ptr<Connection>>
upgradeFile(const QString& school, std::unique_ptr<Connection> old, const UpgradeOptions& options)
{
    const auto replacement = Replacement::underLock(school, options.step);
    const BackupSource source{
        .connection = old.get(), .school = school, .keys = options.keys, .now = options.now};
    const BackupPlan plan{
        .folder = defaultBackupFolder(school), .cause = BackupCause::BeforeMigration};
    const Result<BackupFile> backup = createBackup(source, plan);
    if (!backup) return backup.error();
    if (!replacement->goOn()) return cancelled();
    const Result<DatabaseContents> before = contentsOf(*old);
    if (!before) return before.error();
    const Done room =
        checkSpace(QFileInfo(school).absolutePath(), QFileInfo(school).size(), spaceKeptByBackups);
    if (!room) return room.error();
    if (Done copied = copyPages(*old, replacement->prepared(), options.keys.get()); !copied)
        return copied.error();
    old.reset(); // empties its log into the file
    if (!replacement->goOn()) return cancelled();
    if (Done migrated = migrateCopy(replacement->prepared(), *before, options); !migrated)
        return migrated.error();
    if (!replacement->goOn()) return cancelled();
    // The old file lives on in the backup; beside it, it is only in the way.
    const QString replaced = school + QStringLiteral("-replaced");
    if (Done swapped = replacement->swap(replaced, false); !swapped) return swapped.error();
    removeLeftovers(school);
    return Connection::openSqlite(school, Connection::Mode::Existing, options.keys.get());
}

} // namespace edupro::storage
