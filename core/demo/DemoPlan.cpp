// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoPlan.h"

#include "core/demo/Cohorts.h"
#include "core/demo/Names.h"
#include "core/demo/StudentLife.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace edupro::demo {

namespace {

constexpr int termCount = 6;
constexpr int fewestStudents = 30;
constexpr int mostStudents = 20'000;
constexpr double markMissing = 0.004;

// Streams of random numbers that must not run into those of the pupils, which count from 0.
constexpr std::uint64_t provinceStream = 1'000'000'000;
constexpr std::uint64_t lifeStream = 2'000'000'000;

Instant midnightUtc(QDate day)
{
    return QDate(1970, 1, 1).daysTo(day) * 86'400'000;
}

class Planner {
public:
    explicit Planner(const DemoOptions& options)
        : m_root(options.seed)
    {
        m_plan.frame = frameOn(options.today, termCount);
        const Term& oldest = m_plan.frame.terms.front();
        const IdSource newId = seededIds(options.seed, midnightUtc(oldest.startsOn));
        m_plan.frame.school.id = SchoolId{newId()};
        m_cohorts = makeCohorts(
            {.students = options.students,
             .firstYear = m_plan.frame.years.front().startYear,
             .lastYear = m_plan.frame.years.back().startYear,
             .termsInLastYear = m_plan.frame.terms.back().code.endsWith(u'2') ? 2 : 1,
             .seed = options.seed},
            newId);
        m_householdAdded.resize(m_cohorts.households.size());
        for (std::size_t i = 0; i < m_cohorts.pupils.size(); ++i)
            addPupil(m_cohorts.pupils[i], m_root.fork(lifeStream + i));
        addSessions();
        Random random = m_root.fork(provinceStream);
        m_plan.provinces = exampleIndicators(random, oldest.startsOn.year());
    }

    DemoPlan finished() && { return std::move(m_plan); }

private:
    void addPupil(const Pupil& pupil, Random random)
    {
        const Traits traits = traitsFor(random, pupil.incomeScore);
        const Aptitudes aptitudes = aptitudesOf(random);
        const std::vector<TermLife> life = lifeAtSchool(random, traits);
        std::vector<QDate> daysAtSchool;
        std::optional<int> enrolledIn; // index of the school year
        for (std::size_t t = 0; t < m_plan.frame.terms.size(); ++t) {
            const int stage = stageOf(pupil, m_plan.frame.terms[t]);
            if (stage < 0 || stage >= pupil.termsAttended) continue;
            if (enrolledIn != stage / 2) enrol(pupil, t);
            enrolledIn = stage / 2;
            const TermLife& lived = life[static_cast<std::size_t>(stage)];
            addMarks(random, pupil, t, marksOf(random, lived, aptitudes));
            addAttendance(pupil, t, attendanceOf(random, lived, m_plan.frame.days[t].size()));
            daysAtSchool.insert(
                daysAtSchool.end(), m_plan.frame.days[t].begin(), m_plan.frame.days[t].end());
        }
        if (daysAtSchool.empty()) return; // left before the first term shown
        addAchievements(random, pupil, traits, daysAtSchool);
        m_plan.students.push_back(pupil.student);
        addParents(pupil);
    }

    void addParents(const Pupil& pupil)
    {
        const bool known = m_householdAdded[pupil.household]; // by an older sibling
        m_householdAdded[pupil.household] = true;
        for (const Parent& parent : m_cohorts.households[pupil.household].parents) {
            m_plan.studentGuardians.push_back(
                {.student = pupil.student.id,
                 .guardian = parent.guardian.id,
                 .relation = parent.relation});
            if (known) continue;
            m_plan.guardians.push_back(parent.guardian);
            if (parent.income) m_plan.incomes.push_back(*parent.income);
        }
    }

    // Terms since entering grade 7, from 0.
    static int stageOf(const Pupil& pupil, const Term& term)
    {
        const int startYear = term.code.left(4).toInt();
        return 2 * (startYear - pupil.entryYear) + (term.code.endsWith(u'2') ? 1 : 0);
    }

    const ClassGroup& classOf(const Pupil& pupil, const Term& term)
    {
        const int grade = firstGrade + stageOf(pupil, term) / 2;
        ClassGroup group;
        group.academicYear = term.academicYear;
        group.gradeLevel = grade;
        group.name = QString::number(grade) + QChar(u'A' + pupil.classIndex);
        identify(group);
        const auto known = m_classes.constFind(group.id);
        if (known != m_classes.constEnd()) return m_plan.classGroups[*known];
        m_classes.insert(group.id, m_plan.classGroups.size());
        m_plan.classGroups.push_back(group);
        return m_plan.classGroups.back();
    }

    void enrol(const Pupil& pupil, std::size_t t)
    {
        const Term& term = m_plan.frame.terms[t];
        Enrolment enrolment;
        enrolment.student = pupil.student.id;
        enrolment.classGroup = classOf(pupil, term).id;
        enrolment.startsOn = QDate(term.code.left(4).toInt(), 7, 1);
        const int lastStage = pupil.termsAttended - 1;
        if (lastStage < termsAtSchool - 1 && lastStage / 2 == stageOf(pupil, term) / 2) {
            const int endYear = pupil.entryYear + lastStage / 2;
            const QString last =
                QStringLiteral("%1%2").arg(endYear).arg(lastStage % 2 == 0 ? 1 : 2);
            enrolment.endsOn = usualTerm(last).endsOn;
        }
        m_plan.enrolments.push_back(enrolment);
    }

    void addMarks(
        Random& random,
        const Pupil& pupil,
        std::size_t t,
        const std::array<double, subjectCount>& marks)
    {
        for (std::size_t i = 0; i < marks.size(); ++i) {
            if (random.chance(markMissing)) continue;
            m_plan.marks.push_back(
                {.student = pupil.student.id,
                 .subject = m_plan.frame.subjects[i].id,
                 .term = m_plan.frame.terms[t].id,
                 .mark = marks[i]});
        }
    }

    void addAttendance(const Pupil& pupil, std::size_t t, const std::vector<char>& letters)
    {
        const std::vector<QDate>& days = m_plan.frame.days[t];
        for (std::size_t i = 0; i < letters.size(); ++i) {
            if (letters[i] == 'H') continue;
            m_plan.absences.push_back(
                {.student = pupil.student.id,
                 .day = days[i],
                 .status = QString(QLatin1Char(letters[i]))});
        }
        const Term& term = m_plan.frame.terms[t];
        if (term.state == u"open") return;
        const auto count = [&letters](char letter) {
            return static_cast<int>(std::count(letters.begin(), letters.end(), letter));
        };
        m_plan.totals.push_back(
            {.student = pupil.student.id,
             .term = term.id,
             .effectiveDays = static_cast<int>(letters.size()),
             .sick = count('S'),
             .excused = count('I'),
             .absent = count('A')});
    }

    void addAchievements(
        Random& random, const Pupil& pupil, const Traits& traits, const std::vector<QDate>& days)
    {
        const double perTerm = std::min(0.3, 0.02 * std::exp(traits.ability + traits.engagement));
        const auto terms = static_cast<int>(days.size() / 80) + 1;
        for (int i = 0; i < terms; ++i) {
            if (!random.chance(perTerm)) continue;
            static const QStringList levels{
                QStringLiteral("school"),
                QStringLiteral("district"),
                QStringLiteral("regency"),
                QStringLiteral("province"),
                QStringLiteral("national")};
            const std::size_t level = random.weighted({0.45, 0.25, 0.20, 0.08, 0.02});
            Achievement achievement;
            achievement.student = pupil.student.id;
            achievement.title = competition(random);
            achievement.level = levels[static_cast<qsizetype>(level)];
            achievement.rank = QStringLiteral("Juara %1").arg(1 + random.below(3));
            achievement.achievedOn = days[static_cast<std::size_t>(random.below(days.size() - 1))];
            m_plan.achievements.push_back(achievement);
        }
    }

    void addSessions()
    {
        for (std::size_t t = 0; t < m_plan.frame.terms.size(); ++t) {
            for (const ClassGroup& group : m_plan.classGroups) {
                if (group.academicYear != m_plan.frame.terms[t].academicYear) continue;
                for (const QDate day : m_plan.frame.days[t])
                    m_plan.sessions.push_back({.classGroup = group.id, .day = day});
            }
        }
    }

    Random m_root;
    Cohorts m_cohorts;
    DemoPlan m_plan;
    QHash<ClassGroupId, std::size_t> m_classes;
    std::vector<bool> m_householdAdded;
};

} // namespace

Result<DemoPlan> planDemoSchool(const DemoOptions& options)
{
    if (options.students < fewestStudents || options.students > mostStudents) {
        return Error{
            .code = ErrorCode::Validation,
            .key = "demo.students",
            .detail = "an example school has 30 to 20000 students",
            .issues = {
                {.field = "students",
                 .rule = "range",
                 .value = std::to_string(options.students),
                 .limit = "30..20000"}}};
    }
    return Planner(options).finished();
}

} // namespace edupro::demo
