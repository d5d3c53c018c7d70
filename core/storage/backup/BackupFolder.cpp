// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/BackupFolder.h"

#include "core/storage/backup/Container.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace edupro::storage {

namespace {

constexpr Instant dayLength = 24LL * 60 * 60 * 1000;
const QString suffix = QStringLiteral("edupro-backup");

QDate dayOf(const BackupFile& backup)
{
    return QDateTime::fromMSecsSinceEpoch(backup.manifest.createdAt).date();
}

bool isAutomatic(const BackupFile& backup)
{
    return backup.manifest.cause != BackupCause::Manual;
}

bool precededRisk(const BackupFile& backup)
{
    return isAutomatic(backup) && backup.manifest.cause != BackupCause::Daily;
}

std::vector<const BackupFile*> newestFirst(const std::vector<BackupFile>& backups)
{
    std::vector<const BackupFile*> sorted;
    for (const BackupFile& backup : backups)
        sorted.push_back(&backup);
    std::stable_sort(sorted.begin(), sorted.end(), [](const BackupFile* a, const BackupFile* b) {
        return a->manifest.createdAt > b->manifest.createdAt;
    });
    return sorted;
}

/// Keeps the newest backup of each of the `count` latest periods that have one, as `keeping`.
template<class PeriodOf>
void keepPerPeriod(
    const std::vector<const BackupFile*>& newest,
    int count,
    PeriodOf periodOf,
    Keeping keeping,
    QHash<const BackupFile*, Keeping>& kept)
{
    QSet<qint64> periods;
    for (const BackupFile* backup : newest) {
        const qint64 period = periodOf(dayOf(*backup));
        if (periods.contains(period)) continue;
        if (periods.size() >= count) return;
        periods.insert(period);
        kept.insert(backup, keeping);
    }
}

} // namespace

QString defaultBackupFolder(const QString& schoolPath)
{
    return schoolPath + QStringLiteral("-backups");
}

QString backupFolderOf(const QString& schoolPath, const QString& chosen)
{
    if (!chosen.isEmpty()) return chosen;
    return schoolPath.isEmpty() ? QString() : defaultBackupFolder(schoolPath);
}

QString backupFileName(const QString& schoolPath, Instant at, BackupCause cause)
{
    const QString when =
        QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("yyyy-MM-dd_HHmmss"));
    return QStringLiteral("%1_%2_%3.%4")
        .arg(QFileInfo(schoolPath).completeBaseName(), when, causeName(cause), suffix);
}

Result<BackupList> listBackups(const QString& folder, const QUuid& file)
{
    BackupList list;
    const QDir directory(folder);
    if (!directory.exists()) return list;
    if (!QFileInfo(folder).isReadable()) {
        return Error{
            .code = ErrorCode::Io,
            .key = "backup.folder",
            .detail = QDir::toNativeSeparators(folder).toStdString() + ": cannot be read"};
    }
    const QStringList names =
        directory.entryList({QStringLiteral("*.") + suffix}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const QString path = directory.filePath(name);
        Result<BackupManifest> manifest = BackupReader::readManifest(path);
        if (!manifest) {
            list.unreadable.push_back({.path = path, .error = manifest.error()});
        } else if (file.isNull() || manifest->identity.file == file) {
            list.backups.push_back(
                {.path = path,
                 .size = QFileInfo(path).size(),
                 .manifest = std::move(manifest).value()});
        }
    }
    std::stable_sort(
        list.backups.begin(), list.backups.end(), [](const BackupFile& a, const BackupFile& b) {
            return a.manifest.createdAt > b.manifest.createdAt;
        });
    return list;
}

std::vector<Keeping>
keepingOf(const std::vector<BackupFile>& backups, Instant now, const Retention& retention)
{
    const std::vector<const BackupFile*> newest = newestFirst(backups);
    QHash<const BackupFile*, Keeping> kept; // the shortest period of each wins
    const auto month = [](QDate day) {
        return qint64{12} * day.year() + day.month();
    };
    const auto week = [](QDate day) {
        return day.toJulianDay() / 7; // Julian day 0 was a Monday
    };
    const auto day = [](QDate date) {
        return date.toJulianDay();
    };
    keepPerPeriod(newest, retention.monthly, month, Keeping::Monthly, kept);
    keepPerPeriod(newest, retention.weekly, week, Keeping::Weekly, kept);
    keepPerPeriod(newest, retention.daily, day, Keeping::Daily, kept);
    if (!newest.empty()) kept.insert(newest.front(), Keeping::Daily);
    std::vector<Keeping> keeping;
    for (const BackupFile& backup : backups) {
        const bool young = now - backup.manifest.createdAt < retention.beforeDays * dayLength;
        if (!isAutomatic(backup))
            keeping.push_back(Keeping::ByHand);
        else if (precededRisk(backup) && young)
            keeping.push_back(Keeping::Daily);
        else
            keeping.push_back(kept.value(&backup, Keeping::Superfluous));
    }
    return keeping;
}

std::vector<BackupFile>
superfluous(const std::vector<BackupFile>& backups, Instant now, const Retention& retention)
{
    const std::vector<Keeping> keeping = keepingOf(backups, now, retention);
    std::vector<BackupFile> rest;
    for (const BackupFile* backup : newestFirst(backups)) {
        const auto index = static_cast<std::size_t>(backup - backups.data());
        if (keeping[index] == Keeping::Superfluous) rest.push_back(*backup);
    }
    return rest;
}

Result<int> thinOut(const QString& folder, const QUuid& file, Instant now)
{
    if (file.isNull()) return 0; // whose they are is not known
    const Result<BackupList> list = listBackups(folder, file);
    if (!list) return list.error();
    int removed = 0;
    for (const BackupFile& backup : superfluous(list->backups, now)) {
        if (QFile::remove(backup.path)) ++removed;
    }
    return removed;
}

std::optional<int> daysSinceNewest(const std::vector<BackupFile>& backups, Instant now)
{
    if (backups.empty()) return std::nullopt;
    const Instant newest = newestFirst(backups).front()->manifest.createdAt;
    return static_cast<int>(std::max<Instant>(0, now - newest) / dayLength);
}

} // namespace edupro::storage
