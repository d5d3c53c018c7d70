// SPDX-License-Identifier: GPL-3.0-or-later
// Examines a school file and what lies around it, and rescues what can be read from a damaged one.
#pragma once

#include "core/storage/backup/Backup.h"

#include <vector>

namespace edupro::storage {

enum class Finding { Fine, Warning, Bad, Skipped };

/// "fine", "warning", "bad", "skipped".
QString findingName(Finding finding);

/// One thing that was looked at.
struct Examined {
    QString what; ///< "file", "header", "space", "side-files", "backups", "open", "pages", "check",
                  ///< "references", "triggers", "audit", "key-file", "log"
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
};

/// Looks, changes nothing. Takes the lock of the file while it does. Reads every page. Always
/// answers; Cancelled is the only error.
Result<Diagnosis> examine(
    const QString& school, const DoctorOptions& options, const Progress& progress = noProgress());

/// What became of one table.
struct RescuedTable {
    QString table;
    qint64 rescued = 0;
    /// Row numbers that the file had and that cannot be read, at most as many as are told; the rest
    /// is in `lost`.
    std::vector<qint64> lostRows;
    qint64 lost = 0;         ///< 0 when nothing speaks for a loss
    bool unreadable = false; ///< not a single row could be found
};

struct Rescue {
    std::vector<RescuedTable> tables;
    qint64 brokenReferences = 0; ///< rows that refer to a lost one; kept
};

/// Copies every readable row of `school` into the new file `out`, table by table, around damaged
/// pages. The damaged file is not changed. Errors: Io `store.exists` for `out`, `store.in_use`,
/// Corrupt `store.damaged` when not even its list of tables can be read.
Result<Rescue> rescue(
    const QString& school,
    const QString& out,
    const KeySource& keys,
    const Progress& progress = noProgress());

} // namespace edupro::storage
