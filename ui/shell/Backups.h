// SPDX-License-Identifier: GPL-3.0-or-later
// Where the backups of the open school go, and the one queue in which they are made.
#pragma once

#include "core/jobs/Lane.h"
#include "core/storage/backup/Restore.h"
#include "core/storage/backup/Schedule.h"

#include <QObject>

namespace edupro::security {
class Throttle;
}

namespace edupro::ui {

/// A backup that is to take the place of the open file, as the person has seen and confirmed it.
struct RestoreOrder {
    QString backup;
    storage::SchoolFile::Keys keys{};                      ///< that open it; null: it is plain
    storage::Kinship kinship = storage::Kinship::SameLine; ///< that was confirmed
    bool otherProtection = false; ///< confirmed: one of the two is encrypted, the other is not
};

/// One per window, in its Context. Window thread only. One backup at a time: a second one waits for
/// the first.
class Backups : public QObject {
    Q_OBJECT
public:
    using Erasures = std::function<Result<QStringList>(storage::Connection&)>;

    /// Both outlive this. `lane` has one thread.
    Backups(storage::StoreLane& store, jobs::Lane& lane, QObject* parent = nullptr);

    /// For every manifest: see storage::BackupPlan.
    void setErasures(Erasures erasures) { m_erasures = std::move(erasures); }
    /// That of the sign-ins: passwords are tried on backups at the same pace. Null: at any.
    void setThrottle(std::shared_ptr<security::Throttle> throttle)
    {
        m_throttle = std::move(throttle);
    }
    const std::shared_ptr<security::Throttle>& throttle() const { return m_throttle; }
    /// The school whose file was opened, and the folder chosen for it before (empty: none).
    void setSchool(const QString& file, const QString& chosenFolder);
    /// The path of the school file; empty: a store without one.
    const QString& school() const { return m_school; }

    /// Where backups go: the chosen folder, or the one beside the school file. Empty without a
    /// file.
    QString folder() const;
    bool hasChosenFolder() const { return !m_chosen.isEmpty(); }
    /// Empty: beside the school file again.
    void chooseFolder(const QString& folder);
    /// Whether backups are made without being asked for.
    bool areAutomatic() const { return m_automatic; }
    void setAutomatic(bool automatic);

    /// By hand: Permission `access.denied` for those who may not.
    QFuture<Result<storage::BackupFile>> backUp();
    QFuture<Result<bool>> isDue(storage::Occasion occasion);
    QFuture<Result<storage::AutomaticBackup>> backUpWhenDue(storage::Occasion occasion);
    QFuture<Result<std::optional<int>>> daysSince();
    /// For what else works on backup files: checks, comparisons, restores.
    jobs::Lane& lane() const { return m_lane; }
    /// Tells that the folder has another content. backUp() and the others do not: tell it when
    /// their answer has come.
    void announceChange() { emit changed(); }

signals:
    void changed();          ///< there is another backup, or another folder
    void folderChosen();     ///< chooseFolder() was called
    void automaticChanged(); ///< setAutomatic() was called

private:
    storage::BackupPlan plan() const;

    storage::StoreLane& m_store;
    jobs::Lane& m_lane;
    Erasures m_erasures;
    std::shared_ptr<security::Throttle> m_throttle;
    QString m_school;
    QString m_chosen;
    bool m_automatic = true;
};

} // namespace edupro::ui
