// SPDX-License-Identifier: GPL-3.0-or-later
// What an erasure must leave as it was.
#pragma once

#include "core/storage/Store.h"

namespace edupro::tests {

inline qint64 number(storage::Store& store, const char* sql)
{
    return store.connection().scalar(QString::fromLatin1(sql))->toLongLong();
}

/// What must not change: rows and figures of the published views.
inline std::vector<qint64> figures(storage::Store& store)
{
    std::vector<qint64> all;
    for (const char* sql :
         {"SELECT COUNT(*) FROM students",
          "SELECT COUNT(*) FROM siswa",
          "SELECT COUNT(*) FROM guardians",
          "SELECT COUNT(*) FROM nilai_raport",
          "SELECT CAST(SUM(rata_rata) * 100 AS BIGINT) FROM nilai_raport",
          "SELECT SUM(total_penghasilan) FROM penghasilan_ortu",
          "SELECT COUNT(*) FROM prestasi",
          "SELECT COUNT(*) FROM attendance_days",
          "SELECT COUNT(*) FROM students WHERE gender = 'P'",
          "SELECT COUNT(*) FROM enrolments"})
        all.push_back(number(store, sql));
    return all;
}

/// Events of marks that still tell what the mark was.
inline qint64 toldMarks(storage::Store& store)
{
    return number(
        store,
        "SELECT COUNT(*) FROM audit_event WHERE json_extract(meta, '$.t') = 'final_marks' AND "
        "payload IS NOT NULL");
}

} // namespace edupro::tests
