// SPDX-License-Identifier: GPL-3.0-or-later
// How long data is kept per purpose, and what is over its time: a list to
// decide on, never a deletion by itself.
#pragma once

#include "core/people/Student.h"
#include "core/storage/Store.h"

#include <QDate>

namespace edupro::privacy {

/// A period in force on a day: the school's own ("retention.<purpose>" among
/// the dated settings) or the one the program came with.
struct RetentionRule {
    QString purpose; ///< student, income, prediction, request
    QString label;   ///< Indonesian, from the reference data
    double months = 0.0;

    static constexpr auto schema()
    {
        return entity(
            "list_retention_rules",
            field(&RetentionRule::purpose, "purpose"),
            field(&RetentionRule::label, "label"),
            field(&RetentionRule::months, "months"));
    }
};

/// Rows of one student that are kept longer than their purpose.
struct OverdueRow {
    StudentId student;
    QString nis;
    QString name;
    std::optional<QDate> since; ///< the day from which the period counts
    qint64 rows = 0;

    static constexpr auto schema()
    {
        return entity(
            "list_overdue",
            field(&OverdueRow::student, "id"),
            field(&OverdueRow::nis, "nis"),
            field(&OverdueRow::name, "name"),
            field(&OverdueRow::since, "since"),
            field(&OverdueRow::rows, "row_count"));
    }
};

struct OverdueData {
    RetentionRule rule;
    QDate before; ///< what ended before this day is over its time
    std::vector<OverdueRow> rows;
};

/// In the order of the purposes.
Result<std::vector<RetentionRule>> retentionRules(storage::Store& store);

/// A dry run: every rule in force today with what is over its time; changes
/// nothing. Students who are erased already are left out. Permission
/// `access.denied`.
Result<std::vector<OverdueData>> overdueData(storage::Store& store);

/// Writes that list as CSV (purpose, months, ended_before, nis, name, since, rows) and notes the
/// export in the audit; answers how many students. The file appears whole or not at all. Errors:
/// those of overdueData(), Io `export.unwritable`.
Result<qint64> exportOverdue(storage::Store& store, const QString& path);

} // namespace edupro::privacy
