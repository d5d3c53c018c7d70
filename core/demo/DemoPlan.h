// SPDX-License-Identifier: GPL-3.0-or-later
// The example school as plain values, before anything is written.
#pragma once

#include "core/achievements/Achievement.h"
#include "core/attendance/AttendanceDay.h"
#include "core/attendance/AttendanceTotal.h"
#include "core/base/Result.h"
#include "core/demo/ExampleIndicators.h"
#include "core/demo/SchoolFrame.h"
#include "core/grades/FinalMark.h"
#include "core/income/GuardianIncome.h"
#include "core/people/Enrolment.h"
#include "core/people/Guardian.h"
#include "core/people/Student.h"
#include "core/school/ClassGroup.h"

#include <QDate>

#include <cstdint>
#include <vector>

namespace edupro::demo {

struct DemoOptions {
    int students = 600; ///< at school today, 30 to 20,000; those who have left come on top
    std::uint64_t seed = 1;
    QDate today; ///< the newest term is chosen and filled as of this day
};

/// Every record of the school. Identities that other records refer to are set; the store derives
/// the rest from the natural keys.
struct DemoPlan {
    SchoolFrame frame;
    std::vector<ClassGroup> classGroups;
    std::vector<Student> students;
    std::vector<Enrolment> enrolments;
    std::vector<Guardian> guardians;
    std::vector<StudentGuardian> studentGuardians;
    std::vector<GuardianIncome> incomes;
    std::vector<FinalMark> marks;
    std::vector<AttendanceTotal> totals; ///< of the locked terms, as on the report cards
    std::vector<AttendanceSession> sessions;
    std::vector<AttendanceDay> absences; ///< who has none on a day was present
    std::vector<Achievement> achievements;
    ExampleIndicators provinces;
};

/// Six terms of a school with grades 7 to 9, whose pupils move up a grade each year and leave after
/// the ninth. Depends on the options alone: same options, same values. Validation ("range" of
/// "students") when there are too few or too many.
Result<DemoPlan> planDemoSchool(const DemoOptions& options);

} // namespace edupro::demo
