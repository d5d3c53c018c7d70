// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Schedule.h"

#include "core/storage/audit/AuditTrail.h"
#include "core/storage/backup/Contents.h"

#include <QDateTime>

namespace edupro::storage {

namespace {

constexpr double copiedPart = 0.4;

Result<Unit> copyInSteps(StoreLane& lane, BackupRun& run, const Progress& progress)
{
    while (true) {
        const Result<bool> complete =
            lane.answer([&run](Store&, const Progress&) -> Result<bool> { return run.copyStep(); });
        if (!complete) return complete.error();
        if (*complete) return Unit{};
        if (!progress(copiedPart * run.copied())) return cancelled();
    }
}

/// A run that was given up must end where its store lives.
void giveUp(StoreLane& lane, std::unique_ptr<BackupRun> run)
{
    const auto shared = std::make_shared<std::unique_ptr<BackupRun>>(std::move(run));
    (void)lane.answer([shared](Store&, const Progress&) -> Result<Unit> {
        shared->reset();
        return Unit{};
    });
}

/// Afterwards, and never a reason to call a made backup failed.
void noteAndThinOut(StoreLane& lane, const BackupFile& made, const QString& folder)
{
    (void)lane.answer([&](Store& store, const Progress&) -> Result<Unit> {
        (void)store.note({.action = AuditAction::Backup, .reason = causeName(made.manifest.cause)});
        (void)thinOut(folder, made.manifest.identity.file, store.now());
        return Unit{};
    });
}

BackupCause causeOf(Occasion occasion)
{
    return occasion == Occasion::Risk ? BackupCause::BeforeImport : BackupCause::Daily;
}

QDate dayOf(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at).date();
}

Result<std::vector<BackupFile>> backupsOf(Store& store, const QString& folder)
{
    const Result<Lineage> lineage = lineageOf(store.connection());
    if (!lineage) return lineage.error();
    Result<BackupList> list = listBackups(folder, lineage->identity.file);
    if (!list) return list.error();
    return std::move(list->backups);
}

} // namespace

Result<BackupFile> backUpInSteps(StoreLane& lane, const BackupPlan& plan, const Progress& progress)
{
    using Run = std::shared_ptr<std::unique_ptr<BackupRun>>;
    const Result<Run> begun = lane.answer([&](Store& store, const Progress&) -> Result<Run> {
        auto run = BackupRun::begin(store, plan);
        if (!run) return run.error();
        return std::make_shared<std::unique_ptr<BackupRun>>(std::move(run).value());
    });
    if (!begun) return begun.error();
    std::unique_ptr<BackupRun> run = std::move(**begun);
    if (const Result<Unit> copied = copyInSteps(lane, *run, progress); !copied) {
        giveUp(lane, std::move(run));
        return copied.error();
    }
    Result<BackupFile> made = run->finish(partOf(progress, copiedPart, 1.0));
    run.reset();
    if (made) noteAndThinOut(lane, *made, plan.folder);
    return made;
}

Result<bool> isBackupDue(Store& store, const QString& folder, Occasion occasion)
{
    const auto backups = backupsOf(store, folder);
    if (!backups) return backups.error();
    if (backups->empty()) return true;
    const BackupManifest& newest = backups->front().manifest;
    if (occasion == Occasion::Opening) return dayOf(newest.createdAt) != dayOf(store.now());
    const Result<AuditHead> head = auditHead(store.connection());
    if (!head) return head.error();
    if (head->n < newest.audit.number) return true; // a restored file goes its own way
    // The note of the newest backup itself is written after it. `main`: what a person may not see
    // counts too.
    const Result<QVariant> written = store.connection().scalar(
        QStringLiteral(
            "SELECT EXISTS (SELECT 1 FROM main.audit_event WHERE n > ? "
            "AND json_extract(meta, '$.act') NOT IN ('backup', 'sign_in', 'sign_in_failed', "
            "'sign_out', 'lock', 'unlock', 'end_session') "
            "AND json_extract(meta, '$.t') IS NOT 'sessions')"),
        {newest.audit.number});
    if (!written) return written.error();
    return written->toBool();
}

Result<std::optional<int>> daysSinceBackup(Store& store, const QString& folder)
{
    const auto backups = backupsOf(store, folder);
    if (!backups) return backups.error();
    return daysSinceNewest(*backups, store.now());
}

Result<AutomaticBackup>
backUpWhenDue(StoreLane& lane, BackupPlan plan, Occasion occasion, const Progress& progress)
{
    plan.cause = causeOf(occasion);
    const Result<bool> due = lane.answer([&](Store& store, const Progress&) -> Result<bool> {
        return isBackupDue(store, plan.folder, occasion);
    });
    if (!due) return due.error();
    if (*due) {
        Result<BackupFile> made = backUpInSteps(lane, plan, progress);
        if (!made) return made.error();
        return AutomaticBackup{.made = std::move(made).value(), .daysSince = 0};
    }
    const auto days = lane.answer(
        [&](Store& store, const Progress&) { return daysSinceBackup(store, plan.folder); });
    if (!days) return days.error();
    return AutomaticBackup{.made = std::nullopt, .daysSince = *days};
}

Result<AutomaticBackup>
backUpWhenDue(Store& store, BackupPlan plan, Occasion occasion, const Progress& progress)
{
    plan.cause = causeOf(occasion);
    const Result<bool> due = isBackupDue(store, plan.folder, occasion);
    if (!due) return due.error();
    if (!*due) {
        const auto days = daysSinceBackup(store, plan.folder);
        if (!days) return days.error();
        return AutomaticBackup{.made = std::nullopt, .daysSince = *days};
    }
    Result<BackupFile> made = createBackup(store, plan, progress);
    if (!made) return made.error();
    (void)thinOut(plan.folder, made->manifest.identity.file, store.now());
    return AutomaticBackup{.made = std::move(made).value(), .daysSince = 0};
}

} // namespace edupro::storage
