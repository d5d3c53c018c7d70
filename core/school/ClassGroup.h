// SPDX-License-Identifier: GPL-3.0-or-later
// A class (rombel) of one school year.
#pragma once

#include "core/school/AcademicYear.h"

#include <optional>

namespace edupro {

using ClassGroupId = Id<struct ClassGroupTag>;

struct ClassGroup {
    ClassGroupId id;
    AcademicYearId academicYear;
    QString name; ///< "7A", "10-B"
    std::optional<int> gradeLevel;
    std::optional<QString> curriculum; ///< "k13" or "merdeka"; both are in force side by side

    static constexpr auto schema()
    {
        // clang-format off
        return entity("class_groups",
            field(&ClassGroup::id,           "id",               label("ClassGroup", "Id"),            {.key = true, .hidden = true}),
            field(&ClassGroup::academicYear, "academic_year_id", label("ClassGroup", "Academic year"), {.required = true, .references = "academic_years"}),
            field(&ClassGroup::name,         "name",             label("ClassGroup", "Class"),         {.required = true, .length = {1, 10}}),
            field(&ClassGroup::gradeLevel,   "grade_level",      label("ClassGroup", "Grade level"),   {.range = Range{1, 13}}),
            field(&ClassGroup::curriculum,   "curriculum",       label("ClassGroup", "Curriculum"),    {.choices = "k13|merdeka"}));
        // clang-format on
    }
    friend bool operator==(const ClassGroup&, const ClassGroup&) = default;
};

inline QString naturalKeyOf(const ClassGroup& group)
{
    return group.academicYear.text() + u'/' + group.name;
}

/// The grade level that a class name begins with, in digits or Roman numerals ("7A", "XI IPA 2"),
/// if any.
std::optional<int> gradeLevelOf(const QString& className);

} // namespace edupro
