// SPDX-License-Identifier: GPL-3.0-or-later
// Finds students by NIS in memory, for imports that name thousands of them.
#pragma once

#include "core/exchange/ImportRow.h"
#include "core/people/Student.h"
#include "core/storage/Store.h"

#include <QHash>

namespace edupro::people {

/// About 100 bytes a student.
class StudentDirectory {
public:
    /// Reads every student's NIS.
    Done load(storage::Store& store);
    std::optional<StudentId> find(const QString& nis) const;
    void add(const QString& nis, const StudentId& student) { m_students.insert(nis, student); }
    /// The student whom the row's "nis" names; rejects the row when there is none.
    std::optional<StudentId> studentOf(exchange::ImportRow& row) const;

private:
    QHash<QString, StudentId> m_students;
};

} // namespace edupro::people
