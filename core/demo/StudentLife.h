// SPDX-License-Identifier: GPL-3.0-or-later
// How a pupil of the example school fares term by term: the hidden causes behind marks and
// attendance, which an early warning has to find.
#pragma once

#include "core/base/Random.h"

#include <array>
#include <vector>

namespace edupro::demo {

constexpr int termsAtSchool = 6; ///< grades 7 to 9
constexpr std::size_t subjectCount = 10;

/// Standard scores: 0 is the average pupil, 1 a good one.
struct Traits {
    double ability = 0.0;
    double engagement = 0.0;
};

/// What a term is like for a pupil.
struct TermLife {
    double level = 0.0;   ///< expected average mark
    double absent = 0.0;  ///< chance to miss a school day without a reason
    double excused = 0.0; ///< ... with a reason
    double fallsSick = 0.0;
};

/// A pupil's traits; ability leans a little on the income of the home (correlation 0.25).
Traits traitsFor(Random& random, double incomeScore);

/// Six terms from entering to leaving school. Ability and engagement drift slowly. About one pupil
/// in three slips at some time: first days are missed, one term later the marks fall; four in
/// five recover within two terms, attendance first.
std::vector<TermLife> lifeAtSchool(Random& random, const Traits& traits);

/// What a pupil is good at: points above or below the own average, by subject.
using Aptitudes = std::array<double, subjectCount>;
Aptitudes aptitudesOf(Random& random);

/// Whole marks of one term, 30 to 100.
std::array<double, subjectCount>
marksOf(Random& random, const TermLife& term, const Aptitudes& aptitudes);

/// One letter per school day: H present, S sick, I excused, A absent. An illness lasts one to four
/// days.
std::vector<char> attendanceOf(Random& random, const TermLife& term, std::size_t days);

} // namespace edupro::demo
