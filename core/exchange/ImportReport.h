// SPDX-License-Identifier: GPL-3.0-or-later
// What an import did: counts that add up, and for every refused row the reason in plain language.
#pragma once

#include "core/base/Error.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace edupro::exchange {

struct ImportIssue {
    qint64 row = 0;       ///< 1-based line of the file where the row begins, as an editor counts
    QString column;       ///< the file's heading; the field's name when the file has no such column
    QString value;        ///< as it stands in the file, shortened
    QString rule;         ///< key for the user's language: "required", "range", "duplicate", ...
    QString message;      ///< English: what is wrong and what to do
    QString limit{};      ///< the bound that was broken, as in Issue; may be empty
    bool warning = false; ///< the row was taken all the same
};

enum class RowOutcome : std::uint8_t { Added, Updated, Unchanged, Rejected };

/// added + updated + unchanged + rejected == rows, always.
struct ImportReport {
    /// More than these are counted but not kept; the file of rejects has them all.
    static constexpr std::size_t keptIssues = 10'000;

    qint64 rows = 0; ///< data rows that are not blank
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 rejected = 0;
    std::vector<ImportIssue> issues{};
    qint64 issuesLeftOut = 0;
    QStringList unusedColumns{}; ///< headings that mean nothing to this import
    /// False: nothing was stored, because it was a dry run (the counts say what would happen) or
    /// because rows were rejected under "all or nothing" (then nothing is added or updated).
    bool stored = false;

    void count(RowOutcome outcome);
    void keep(ImportIssue issue);
};

/// The document that the command line prints: the counts and `issues`, as documented.
QJsonObject toJson(const ImportReport& report);

/// A broken rule in words: what is wrong with the value and what to do about it.
QString messageOf(const Issue& issue);

} // namespace edupro::exchange
