// SPDX-License-Identifier: GPL-3.0-or-later
// Examines a school file and what lies around it.
#pragma once

#include "core/storage/backup/Backup.h"

#include <vector>

namespace edupro::storage {

/// From good to bad.
enum class Finding { Fine, Skipped, Warning, Bad };

/// "fine", "warning", "bad", "skipped".
QString findingName(Finding finding);

/// One thing that was looked at.
struct Examined {
    QString what; ///< "file", "permissions", "space", "side-files", "log", "backups", "key-file",
                  ///< "open", "schema", "pages", "check", "references", "triggers", "audit",
                  ///< "clock"
    Finding finding = Finding::Fine;
    QString detail; ///< English; figures, names of tables and files, never content
};

struct Diagnosis {
    std::vector<Examined> examined;
    Finding worst() const;
};

struct DoctorOptions {
    KeySource keys{};     ///< null: an encrypted file is looked at from outside only
    QString backupFolder; ///< empty: the default one
    Instant now = 0;
    /// All of the program, to compare the file's triggers with; none: those are not looked at.
    std::vector<const EntityInfo*> entities{};
};

/// Looks, and changes nothing. Takes the lock of the file while it does; reads every page. Always
/// answers; Cancelled is the only error.
Result<Diagnosis> examine(
    const QString& school, const DoctorOptions& options, const Progress& progress = noProgress());

} // namespace edupro::storage
