// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/StudentLife.h"

#include <algorithm>
#include <cmath>

namespace edupro::demo {

namespace {

// A spell of slipping: days are missed from `begins` on, marks fall from `begins` + 1 on.
struct Slip {
    int begins = termsAtSchool; ///< counted from 0; termsAtSchool: never
    int lasts = 0;
    double absent = 0.0; ///< chance to miss a day while it lasts
    double drop = 0.0;   ///< points of the average
};

Slip slipOf(Random& random, const Traits& traits)
{
    Slip slip;
    const double risk = std::clamp(0.36 - 0.10 * traits.engagement, 0.10, 0.7);
    const bool slips = random.chance(risk);
    slip.begins = static_cast<int>(random.below(termsAtSchool - 1));
    const bool recovers = random.chance(0.8);
    slip.lasts = recovers ? 1 + static_cast<int>(random.below(2)) : termsAtSchool;
    slip.absent = random.uniform(0.12, 0.24);
    slip.drop = random.uniform(10.0, 18.0);
    if (!slips) slip.begins = termsAtSchool;
    return slip;
}

bool isDuring(const Slip& slip, int term)
{
    return slip.begins <= term && term < slip.begins + slip.lasts;
}

} // namespace

Traits traitsFor(Random& random, double incomeScore)
{
    Traits traits;
    traits.ability = 0.25 * incomeScore + std::sqrt(1.0 - 0.25 * 0.25) * random.normal();
    traits.engagement = 0.3 * traits.ability + std::sqrt(1.0 - 0.3 * 0.3) * random.normal();
    return traits;
}

std::vector<TermLife> lifeAtSchool(Random& random, const Traits& traits)
{
    const Slip slip = slipOf(random, traits);
    double ability = traits.ability;
    double engagement = traits.engagement;
    double lost = 0.0; // points lost to slipping
    std::vector<TermLife> terms;
    for (int term = 0; term < termsAtSchool; ++term) {
        // What was missed last term shows in this term's marks.
        lost = isDuring(slip, term - 1) ? slip.drop : 0.2 * lost;
        TermLife life;
        life.absent = std::clamp(std::exp(-4.3 - 0.6 * engagement), 0.001, 0.10);
        if (isDuring(slip, term)) life.absent = slip.absent;
        life.excused = 0.008;
        life.fallsSick = 0.007;
        life.level = 78.0 + 6.0 * ability + engagement - lost + random.normal(0.0, 0.5);
        terms.push_back(life);
        ability = 0.98 * ability + random.normal(0.0, 0.10);
        engagement = 0.9 * engagement + random.normal(0.0, 0.3);
    }
    return terms;
}

Aptitudes aptitudesOf(Random& random)
{
    Aptitudes points{};
    double sum = 0.0;
    for (double& point : points)
        sum += point = random.normal(0.0, 3.0);
    for (double& point : points)
        point -= sum / static_cast<double>(subjectCount);
    return points;
}

std::array<double, subjectCount>
marksOf(Random& random, const TermLife& term, const Aptitudes& aptitudes)
{
    std::array<double, subjectCount> marks{};
    for (std::size_t i = 0; i < subjectCount; ++i) {
        const double mark = term.level + aptitudes[i] + random.normal(0.0, 2.2);
        marks[i] = std::clamp(std::round(mark), 30.0, 100.0);
    }
    return marks;
}

std::vector<char> attendanceOf(Random& random, const TermLife& term, std::size_t days)
{
    std::vector<char> letters(days, 'H');
    std::uint64_t sickDaysLeft = 0;
    for (char& letter : letters) {
        if (sickDaysLeft == 0 && random.chance(term.fallsSick)) sickDaysLeft = 1 + random.below(4);
        if (sickDaysLeft > 0) {
            --sickDaysLeft;
            letter = 'S';
        } else if (random.chance(term.absent)) {
            letter = 'A';
        } else if (random.chance(term.excused)) {
            letter = 'I';
        }
    }
    return letters;
}

} // namespace edupro::demo
