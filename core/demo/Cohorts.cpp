// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Cohorts.h"

#include "core/demo/Names.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace edupro::demo {

namespace {

constexpr double siblings = 0.07; ///< share of pupils with an older sibling at the school
constexpr double leavers = 0.02;  ///< share that leaves before the end
constexpr int pupilsPerClass = 32;

QString nisOf(int entryYear, int number)
{
    return QStringLiteral("%1%2")
        .arg(entryYear % 100, 2, 10, QLatin1Char('0'))
        .arg(number, 4, 10, QLatin1Char('0'));
}

// Seven digits that no other pupil has: multiplying by a number coprime to 10^7 is a permutation.
QString nisnOf(std::size_t pupil, QDate born)
{
    return QStringLiteral("%1%2")
        .arg(born.year() % 1000, 3, 10, QLatin1Char('0'))
        .arg(
            static_cast<qulonglong>((pupil + 1) * 7'654'321 % 10'000'000), 7, 10, QLatin1Char('0'));
}

// Twelve to thirteen years old on entering grade 7; few data are missing.
Student studentOf(Random& random, const QString& family, int entryYear)
{
    Student student;
    const Sex sex = random.chance(0.5) ? Sex::Male : Sex::Female;
    student.name = fullName(random, sex, family);
    student.gender = sex == Sex::Male ? QStringLiteral("L") : QStringLiteral("P");
    const QDate born = QDate(entryYear - 13, 7, 1).addDays(static_cast<qint64>(random.below(365)));
    student.birthDate = born;
    student.address = streetAddress(random);
    if (random.chance(0.04)) student.address.reset();
    return student;
}

// Terms from entering grade 7 to the newest term, at most all six.
int termsSinceEntry(const CohortOptions& options, int entryYear)
{
    const int terms = 2 * (options.lastYear - entryYear) + options.termsInLastYear;
    return std::min(terms, 2 * yearsAtSchool);
}

class CohortMaker {
public:
    CohortMaker(const CohortOptions& options, const IdSource& newId)
        : m_options(options)
        , m_newId(newId)
        , m_root(options.seed)
    {
    }

    void addCohort(int entryYear, int size)
    {
        const int past = termsSinceEntry(m_options, entryYear);
        const int leaving = past > 1 ? static_cast<int>(std::round(leavers * size)) : 0;
        const int classes = classCountOf(size);
        const std::size_t older = m_cohorts.households.size();
        for (int i = 0; i < size + leaving; ++i) {
            Random random = m_root.fork(m_cohorts.pupils.size());
            Pupil pupil;
            pupil.household = householdFor(random, older, entryYear);
            const Household& home = m_cohorts.households[pupil.household];
            pupil.incomeScore = home.incomeScore;
            pupil.student = studentOf(random, home.familyName, entryYear);
            pupil.student.id = StudentId{m_newId()};
            pupil.student.nis = nisOf(entryYear, i + 1);
            if (!random.chance(0.03))
                pupil.student.nisn = nisnOf(m_cohorts.pupils.size(), *pupil.student.birthDate);
            pupil.entryYear = entryYear;
            pupil.classIndex = i % classes;
            if (i >= size) {
                leaveEarly(random, pupil, past);
            } else if (m_options.lastYear - entryYear >= yearsAtSchool) {
                pupil.student.status = QStringLiteral("graduated");
            }
            m_cohorts.pupils.push_back(std::move(pupil));
        }
    }

    Cohorts finished() && { return std::move(m_cohorts); }

private:
    std::size_t householdFor(Random& random, std::size_t older, int entryYear)
    {
        if (older > 0 && random.chance(siblings))
            return static_cast<std::size_t>(random.below(older));
        m_cohorts.households.push_back(makeHousehold(random, QDate(entryYear, 7, 1), m_newId));
        return m_cohorts.households.size() - 1;
    }

    static void leaveEarly(Random& random, Pupil& pupil, int past)
    {
        pupil.termsAttended =
            1 + static_cast<int>(random.below(static_cast<std::uint64_t>(past - 1)));
        pupil.student.status =
            random.chance(0.8) ? QStringLiteral("transferred") : QStringLiteral("left");
    }

    CohortOptions m_options;
    IdSource m_newId;
    Random m_root;
    Cohorts m_cohorts;
};

} // namespace

int classCountOf(int pupils)
{
    return std::max(1, (pupils + pupilsPerClass / 2) / pupilsPerClass);
}

Cohorts makeCohorts(const CohortOptions& options, const IdSource& newId)
{
    CohortMaker maker(options, newId);
    for (int year = options.firstYear - yearsAtSchool + 1; year <= options.lastYear; ++year) {
        // Today's three grades share the students exactly; earlier ones were as large.
        const int grade = (year % yearsAtSchool + yearsAtSchool) % yearsAtSchool;
        const int share = options.students / yearsAtSchool;
        maker.addCohort(year, share + (grade < options.students % yearsAtSchool ? 1 : 0));
    }
    return std::move(maker).finished();
}

} // namespace edupro::demo
