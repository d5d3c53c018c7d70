// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/BackupTasks.h"

#include "core/storage/audit/AuditTrail.h"

#include <QFileInfo>

namespace edupro::ui {

using security::Action;
using security::Object;
using storage::SchoolFile;
using storage::Store;

Result<BackupsListed> listForPage(Store& store, const QString& folder)
{
    if (Done may = store.require(Action::Read, Object::Backups); !may) return may.error();
    if (store.path().isEmpty())
        return Error{
            .code = ErrorCode::Internal,
            .key = "backup.no_file",
            .detail = "only school files can be backed up"};
    const auto file = storage::fileId(store.connection());
    if (!file) return file.error();
    auto found = storage::listBackups(folder, *file);
    if (!found) return found.error();
    BackupsListed listed{
        .folder = folder,
        .backups = std::move(found->backups),
        .keeping = {},
        .unreadable = std::move(found->unreadable),
        .daysSince = {},
        .schoolSize = QFileInfo(store.path()).size() +
                      QFileInfo(store.path() + QStringLiteral("-wal")).size()};
    listed.keeping = storage::keepingOf(listed.backups, store.now());
    listed.daysSince = storage::daysSinceNewest(listed.backups, store.now());
    return listed;
}

Result<OpenFile> openFileOf(Store& store, bool toRestore)
{
    const Done may = store.require(toRestore ? Action::Update : Action::Verify, Object::Backups);
    if (!may) return may.error();
    return OpenFile{.path = store.path(), .keys = store.keys()};
}

storage::KeySource keysOf(const OpenFile& open, const BackupSecret& secret)
{
    return [open, secret](const QByteArray& keyFile) -> Result<SchoolFile::Keys> {
        const auto file = security::KeyFile::parse(keyFile);
        if (!file) return file.error();
        if (open.keys && file->isAuthentic(open.keys->file)) return open.keys;
        if (!secret.password && !secret.code) {
            return Error{
                .code = ErrorCode::Permission,
                .key = "key.needed",
                .detail = "the backup was made under other keys than those of the open file"};
        }
        const Instant now = systemClock()();
        auto unlocked = secret.code
                            ? file->unlockWithRecoveryCode(*secret.code, now)
                            : security::unlockAtPace(
                                  *file, secret.login, *secret.password, now, secret.throttle);
        if (!unlocked) return unlocked.error();
        return std::make_shared<const security::SchoolKeys>(std::move(unlocked->keys));
    };
}

Result<ComparedBackup> compareBackup(
    const QString& backup,
    const OpenFile& open,
    const BackupSecret& secret,
    const Progress& progress)
{
    auto reader = storage::Connection::openSqlite(
        open.path, storage::Connection::Mode::ReadOnly, open.keys.get());
    if (!reader) return reader.error();
    ComparedBackup compared{.path = backup, .preview = {}, .keys = {}};
    const auto source = [&, keys = keysOf(open, secret)](const QByteArray& keyFile) {
        Result<SchoolFile::Keys> found = keys(keyFile);
        if (found) compared.keys = *found;
        return found;
    };
    auto preview = storage::previewRestore(backup, reader->get(), source, progress);
    if (!preview) return preview.error();
    compared.preview = std::move(preview).value();
    return compared;
}

} // namespace edupro::ui
