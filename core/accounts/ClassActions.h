// SPDX-License-Identifier: GPL-3.0-or-later
// The classes of a school year with whose class each is.
#pragma once

#include "core/accounts/Teaching.h"
#include "core/storage/Store.h"

namespace edupro::accounts {

struct ClassRow {
    ClassGroupId id;
    QString name;
    std::optional<int> gradeLevel;
    std::optional<QString> curriculum;
    std::optional<UserId> teacher; ///< the homeroom teacher
    std::optional<QString> teacherName;
    qint64 students = 0; ///< on that day

    static constexpr auto schema()
    {
        return entity(
            "list_class_groups",
            field(&ClassRow::id, "id"),
            field(&ClassRow::name, "name"),
            field(&ClassRow::gradeLevel, "grade_level"),
            field(&ClassRow::curriculum, "curriculum"),
            field(&ClassRow::teacher, "user_id"),
            field(&ClassRow::teacherName, "teacher_name"),
            field(&ClassRow::students, "students"));
    }
};

/// The classes of a school year, as people count: 7A, 8A, 10A; students as of `day`.
Result<std::vector<ClassRow>>
listClasses(storage::Store& store, const AcademicYearId& year, QDate day);

/// Saves a class and whose it is, as one: school::saveClassGroup(); no teacher takes the one before
/// away.
Result<ClassGroup>
saveClass(storage::Store& store, const ClassGroup& group, const std::optional<UserId>& teacher);

} // namespace edupro::accounts
