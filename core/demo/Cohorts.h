// SPDX-License-Identifier: GPL-3.0-or-later
// Who goes to the example school and when: each year a new grade 7, three years to the end.
#pragma once

#include "core/base/Random.h"
#include "core/demo/Households.h"
#include "core/people/Student.h"

#include <QDate>

#include <cstdint>
#include <vector>

namespace edupro::demo {

constexpr int yearsAtSchool = 3;
constexpr int firstGrade = 7;

/// One pupil's way through the school.
struct Pupil {
    Student student;
    int entryYear = 0;                     ///< start of the school year in grade 7
    int classIndex = 0;                    ///< 0: A; kept through the years
    int termsAttended = 2 * yearsAtSchool; ///< fewer for those who leave early
    std::size_t household = 0;
    double incomeScore = 0.0;
};

struct Cohorts {
    std::vector<Pupil> pupils;         ///< by entry year
    std::vector<Household> households; ///< siblings share one
};

struct CohortOptions {
    int students = 0;        ///< at school in the newest term
    int firstYear = 0;       ///< start of the first school year shown
    int lastYear = 0;        ///< start of the newest
    int termsInLastYear = 1; ///< 1 or 2, counted to the newest term
    std::uint64_t seed = 0;
};

/// How many classes of about 32 a grade of `pupils` has; at least one.
int classCountOf(int pupils);

/// All pupils of the school years shown. Exactly `students` of them are active.
Cohorts makeCohorts(const CohortOptions& options, const IdSource& newId);

} // namespace edupro::demo
