// SPDX-License-Identifier: GPL-3.0-or-later
// Rescues what can be read from a damaged school file.
#pragma once

#include "core/storage/backup/Backup.h"

#include <vector>

namespace edupro::storage {

/// What became of one table.
struct RescuedTable {
    QString table;
    qint64 rescued = 0;
    int gaps = 0; ///< damaged places that had to be jumped over
    qint64 lost = 0;
    QStringList lostRows;    ///< ids of lost rows, the first thousand
    bool lossesKnown = true; ///< false: the index that names the rows is damaged too
    bool isComplete() const { return gaps == 0 && lost == 0; }
};

struct Rescue {
    std::vector<RescuedTable> tables;
    qint64 brokenReferences = 0; ///< rescued rows that refer to a lost one; kept
};

struct RescueOptions {
    KeySource keys{};                          ///< of an encrypted file
    std::vector<const EntityInfo*> entities{}; ///< all of the program
    Instant now = 0;
    QString by; ///< who rescues, for the audit
};

/// Copies every readable row of `school` into the new file `out`, table by table, around damaged
/// pages; the key file goes with it, so that whoever could open the one can open the other. The
/// damaged file is not changed; the new one has triggers and an event about its rescue. A chain of
/// the audit that lost events stays broken there. Errors: Io `store.missing`,
/// `store.exists` for `out`, `store.in_use`; Corrupt `store.damaged` when not even the list of its
/// tables can be read; Permission `key.needed`; Cancelled. `out` remains only when it succeeds.
Result<Rescue> rescueFile(
    const QString& school,
    const QString& out,
    const RescueOptions& options,
    const Progress& progress = noProgress());

} // namespace edupro::storage
