// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BackupCommands.h"

#include "app/cli/BackupKeys.h"
#include "app/Erasures.h"
#include "core/storage/backup/BackupFolder.h"
#include "core/storage/backup/Restore.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>

namespace edupro::cli {

namespace {

QString momentText(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString momentJson(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

qint64 rowsIn(const storage::BackupManifest& manifest)
{
    qint64 rows = 0;
    for (const qint64 count : manifest.rows)
        rows += count;
    return rows;
}

QJsonObject jsonOf(const storage::BackupManifest& manifest)
{
    QJsonObject rows;
    for (auto table = manifest.rows.begin(); table != manifest.rows.end(); ++table)
        rows.insert(table.key(), table.value());
    return {
        {QStringLiteral("made"), momentJson(manifest.createdAt)},
        {QStringLiteral("cause"), storage::causeName(manifest.cause)},
        {QStringLiteral("encrypted"), manifest.encrypted},
        {QStringLiteral("schema"), manifest.schema},
        {QStringLiteral("file_id"), manifest.identity.file.toString(QUuid::WithoutBraces)},
        {QStringLiteral("lineage"), manifest.identity.lineage.toString(QUuid::WithoutBraces)},
        {QStringLiteral("audit_number"), manifest.audit.number},
        {QStringLiteral("rows"), rows}};
}

QJsonObject jsonOf(const storage::BackupFile& backup)
{
    QJsonObject object = jsonOf(backup.manifest);
    object.insert(QStringLiteral("file"), QDir::toNativeSeparators(backup.path));
    object.insert(QStringLiteral("size"), backup.size);
    return object;
}

QString lineOf(const storage::BackupFile& backup)
{
    return QStringLiteral("%1  %2  %3 KiB  %4 rows  %5")
        .arg(
            momentText(backup.manifest.createdAt),
            storage::causeName(backup.manifest.cause).leftJustified(16))
        .arg(backup.size / 1024, 8)
        .arg(rowsIn(backup.manifest), 8)
        .arg(QDir::toNativeSeparators(backup.path));
}

void showPreview(const storage::RestorePreview& preview, Terminal& terminal)
{
    terminal.say(QStringLiteral("Backup of %1, %2, compared with the file there: %3")
                     .arg(
                         momentText(preview.manifest.createdAt),
                         storage::causeName(preview.manifest.cause),
                         storage::kinshipName(preview.kinship)));
    terminal.say(QStringLiteral("  %1 %2 %3 %4 %5 %6")
                     .arg(
                         QStringLiteral("table").leftJustified(24),
                         QStringLiteral("now").rightJustified(9),
                         QStringLiteral("backup").rightJustified(9),
                         QStringLiteral("back").rightJustified(9),
                         QStringLiteral("changed").rightJustified(9),
                         QStringLiteral("gone").rightJustified(9)));
    for (const storage::TableDifference& one : preview.tables) {
        terminal.say(QStringLiteral("  %1 %2 %3 %4 %5 %6")
                         .arg(one.table.leftJustified(24))
                         .arg(one.now, 9)
                         .arg(one.inBackup, 9)
                         .arg(one.added, 9)
                         .arg(one.changed, 9)
                         .arg(one.removed, 9));
    }
}

QJsonObject jsonOf(const storage::RestorePreview& preview)
{
    QJsonArray tables;
    for (const storage::TableDifference& one : preview.tables) {
        tables.append(QJsonObject{
            {QStringLiteral("table"), one.table},
            {QStringLiteral("now"), one.now},
            {QStringLiteral("in_backup"), one.inBackup},
            {QStringLiteral("added"), one.added},
            {QStringLiteral("changed"), one.changed},
            {QStringLiteral("removed"), one.removed}});
    }
    return {
        {QStringLiteral("backup"), jsonOf(preview.manifest)},
        {QStringLiteral("kinship"), storage::kinshipName(preview.kinship)},
        {QStringLiteral("tables"), tables}};
}

} // namespace

Done createBackup(const Arguments& arguments, Terminal& terminal)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    const QString folder = arguments.has("to")
                               ? arguments.value("to")
                               : storage::defaultBackupFolder(arguments.value("store"));
    const auto made = storage::createBackup(
        **store,
        {.folder = folder, .erasures = erasuresForBackup},
        terminal.progress(QStringLiteral("Backing up")));
    if (!made) return made.error();
    terminal.say(QStringLiteral("Made and verified %1 (%2 KiB, %3 rows)")
                     .arg(QDir::toNativeSeparators(made->path))
                     .arg(made->size / 1024)
                     .arg(rowsIn(made->manifest)));
    terminal.give(jsonOf(*made));
    return done();
}

Done verifyBackup(const Arguments& arguments, Terminal& terminal)
{
    const QString path = arguments.word(0);
    BackupKeys keys(arguments);
    const auto checked = storage::verifyBackup(
        path,
        keys.isGiven() ? keys.source() : storage::KeySource(),
        terminal.progress(QStringLiteral("Verifying")));
    if (!checked) return checked.error();
    terminal.say(
        checked->opened
            ? QStringLiteral("Whole: %1 rows, opened and counted").arg(rowsIn(checked->manifest))
            : QStringLiteral("Every byte is as it was written; what is encrypted was not opened"));
    QJsonObject document = jsonOf(checked->manifest);
    document.insert(QStringLiteral("opened"), checked->opened);
    terminal.give(document);
    return done();
}

Done listBackups(const Arguments& arguments, Terminal& terminal)
{
    if (!arguments.has("from") && !arguments.has("store")) {
        return Error{
            .code = ErrorCode::Validation,
            .key = "usage",
            .detail = "--store FILE or --from FOLDER is missing"};
    }
    const QString folder = arguments.has("from")
                               ? arguments.value("from")
                               : storage::defaultBackupFolder(arguments.value("store"));
    const auto list = storage::listBackups(folder);
    if (!list) return list.error();
    QJsonArray backups;
    for (const storage::BackupFile& backup : list->backups) {
        terminal.say(lineOf(backup));
        backups.append(jsonOf(backup));
    }
    QJsonArray unreadable;
    for (const storage::UnreadableBackup& one : list->unreadable) {
        terminal.note(QString::fromStdString(one.error.detail));
        unreadable.append(QDir::toNativeSeparators(one.path));
    }
    const auto age = storage::daysSinceNewest(list->backups, systemClock()());
    if (!age)
        terminal.say(QStringLiteral("No backups in %1").arg(QDir::toNativeSeparators(folder)));
    else if (*age >= storage::warnAfterDays)
        terminal.note(QStringLiteral("the newest backup is %1 days old").arg(*age));
    terminal.give(
        {{QStringLiteral("folder"), QDir::toNativeSeparators(folder)},
         {QStringLiteral("backups"), backups},
         {QStringLiteral("unreadable"), unreadable}});
    return done();
}

Done restoreBackup(const Arguments& arguments, Terminal& terminal)
{
    const QString backup = arguments.word(0);
    const QString school = arguments.value("store");
    BackupKeys keys(arguments);
    QJsonObject document;
    {
        auto current = keys.openSchool(school);
        if (!current) return current.error();
        const auto preview = storage::previewRestore(
            backup,
            *current ? &(**current)->connection() : nullptr,
            keys.source(),
            terminal.progress(QStringLiteral("Comparing")));
        if (!preview) return preview.error();
        showPreview(*preview, terminal);
        document = jsonOf(*preview);
    }
    if (!arguments.has("preview")) {
        const bool force = arguments.has("force");
        const auto restored = storage::restoreBackup(
            backup,
            school,
            {.keys = keys.source(),
             .currentKeys = keys.ofSchool(),
             .evenOtherLine = force,
             .evenOtherSchool = force,
             .now = systemClock()(),
             .by = keys.person(),
             .erasure = erasureHooks()},
            terminal.progress(QStringLiteral("Restoring")));
        if (!restored) return restored.error();
        terminal.say(QStringLiteral("Restored %1").arg(QDir::toNativeSeparators(school)));
        if (!restored->keptFile.isEmpty()) {
            terminal.say(QStringLiteral("The file before is now %1")
                             .arg(QDir::toNativeSeparators(restored->keptFile)));
        }
        document.insert(QStringLiteral("kept"), QDir::toNativeSeparators(restored->keptFile));
    }
    document.insert(QStringLiteral("restored"), !arguments.has("preview"));
    terminal.give(document);
    return done();
}

} // namespace edupro::cli
