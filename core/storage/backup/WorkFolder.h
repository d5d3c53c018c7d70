// SPDX-License-Identifier: GPL-3.0-or-later
// The folder beside a school file in which its backups are prepared, one at a time.
#pragma once

#include "core/base/Result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace edupro::storage {

/// NAME.edupro-work, locked by NAME.edupro-work-lock. Both go when this does; what a crash left is
/// emptied by the next one. Any thread.
class WorkFolder {
public:
    /// Errors: Io `backup.busy`, `store.read_only`.
    static Result<std::unique_ptr<WorkFolder>> of(const QString& schoolPath);
    ~WorkFolder();
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    QString filePath(const QString& name) const;

private:
    WorkFolder(QString path, std::unique_ptr<QLockFile> lock);
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace edupro::storage
