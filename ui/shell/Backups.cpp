// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Backups.h"

namespace edupro::ui {

using storage::AutomaticBackup;
using storage::BackupFile;
using storage::Occasion;
using storage::Store;

Backups::Backups(storage::StoreLane& store, jobs::Lane& lane, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_lane(lane)
{
}

void Backups::setSchool(const QString& file, const QString& chosenFolder)
{
    m_school = file;
    m_chosen = chosenFolder;
    emit changed();
}

QString Backups::folder() const
{
    return storage::backupFolderOf(m_school, m_chosen);
}

void Backups::chooseFolder(const QString& folder)
{
    m_chosen = folder;
    emit folderChosen();
    emit changed();
}

void Backups::setAutomatic(bool automatic)
{
    m_automatic = automatic;
    emit automaticChanged();
}

QFuture<Result<BackupFile>> Backups::backUp()
{
    return m_lane.submit([&store = m_store, plan = plan()](const Progress& progress) {
        return storage::backUpInSteps(store, plan, progress);
    });
}

QFuture<Result<bool>> Backups::isDue(Occasion occasion)
{
    return m_store.submit([folder = folder(), occasion](Store& store, const Progress&) {
        return storage::isBackupDue(store, folder, occasion);
    });
}

QFuture<Result<AutomaticBackup>> Backups::backUpWhenDue(Occasion occasion)
{
    return m_lane.submit([&store = m_store, plan = plan(), occasion](const Progress& progress) {
        return storage::backUpWhenDue(store, plan, occasion, progress);
    });
}

QFuture<Result<std::optional<int>>> Backups::daysSince()
{
    return m_store.submit([folder = folder()](Store& store, const Progress&) {
        return storage::daysSinceBackup(store, folder);
    });
}

storage::BackupPlan Backups::plan() const
{
    return {.folder = folder(), .erasures = m_erasures};
}

} // namespace edupro::ui
