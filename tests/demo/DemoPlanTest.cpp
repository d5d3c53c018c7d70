// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoPlan.h"

#include "core/record/Validate.h"
#include "tests/support/Catch.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

using namespace edupro;
using namespace edupro::demo;

namespace {

const QDate aFriday(2026, 11, 20);

DemoPlan planOf(int students, std::uint64_t seed = 1, QDate today = aFriday)
{
    const auto plan = planDemoSchool({.students = students, .seed = seed, .today = today});
    REQUIRE(plan.has_value());
    return plan.value();
}

const DemoPlan& standardPlan()
{
    static const DemoPlan plan = planOf(600);
    return plan;
}

// Every entity of a plan, as its rows.
template<class Visit>
void forEachTable(const DemoPlan& plan, Visit&& visit)
{
    visit(std::vector<School>{plan.frame.school});
    visit(plan.frame.years);
    visit(plan.frame.terms);
    visit(plan.frame.subjects);
    visit(plan.classGroups);
    visit(plan.students);
    visit(plan.enrolments);
    visit(plan.guardians);
    visit(plan.studentGuardians);
    visit(plan.incomes);
    visit(plan.marks);
    visit(plan.totals);
    visit(plan.sessions);
    visit(plan.absences);
    visit(plan.achievements);
    visit(plan.provinces.indicators);
    visit(plan.provinces.values);
}

// Average mark and share of days present of each pupil by term number.
struct TermFigures {
    double average = 0.0;
    double present = 0.0;
};
using Figures = std::map<std::pair<StudentId, int>, TermFigures>;

Figures figuresOf(const DemoPlan& plan)
{
    std::map<TermId, int> number;
    for (const Term& term : plan.frame.terms)
        number.emplace(term.id, static_cast<int>(number.size()));
    std::map<std::pair<StudentId, int>, std::pair<double, int>> sums;
    for (const FinalMark& mark : plan.marks) {
        auto& [sum, count] = sums[{mark.student, number[mark.term]}];
        sum += mark.mark;
        ++count;
    }
    Figures figures;
    for (const auto& [key, sum] : sums)
        figures[key].average = sum.first / sum.second;
    for (const AttendanceTotal& total : plan.totals) {
        const int missed = total.sick + total.excused + total.absent;
        figures[{total.student, number[total.term]}].present =
            1.0 - static_cast<double>(missed) / total.effectiveDays;
    }
    return figures;
}

} // namespace

TEST_CASE("The example school has as many active students as asked for", "[demo]")
{
    for (const int students : {30, 100, 601}) {
        const DemoPlan plan = planOf(students);
        const auto active =
            std::count_if(plan.students.begin(), plan.students.end(), [](const Student& student) {
                return student.status == u"active";
            });
        CHECK(active == students);
    }
    for (const int students : {29, 20'001}) {
        const auto plan = planDemoSchool({.students = students, .today = aFriday});
        REQUIRE_FALSE(plan.has_value());
        CHECK(plan.error().issues.at(0).field == "students");
    }
}

TEST_CASE("Same seed and day, same school; another seed, another school", "[demo]")
{
    const auto textOfPlan = [](const DemoPlan& plan) {
        QStringList lines;
        forEachTable(plan, [&lines](const auto& rows) {
            for (const auto& row : rows) {
                const auto& info = entityInfo<std::decay_t<decltype(row)>>();
                const Values values = valuesOf(row);
                for (std::size_t i = 0; i < values.size(); ++i)
                    lines << textOf(info.fields[i], values[i]);
            }
        });
        return lines.join(u'|');
    };
    const QString first = textOfPlan(planOf(60, 7));
    CHECK(first == textOfPlan(planOf(60, 7)));
    CHECK(first != textOfPlan(planOf(60, 8)));
}

TEST_CASE("Every record of the example school obeys its rules without a warning", "[demo]")
{
    forEachTable(standardPlan(), [](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        const EntityInfo& info = entityInfo<Row>();
        CAPTURE(info.table);
        REQUIRE_FALSE(rows.empty());
        QSet<QString> keys;
        for (const Row& row : rows) {
            const auto issues = issuesOfRecord(info, valuesOf(row), aFriday);
            if (!issues.empty()) FAIL_CHECK(issues[0].field << ' ' << issues[0].rule);
            if constexpr (requires { naturalKeyOf(row); }) keys.insert(naturalKeyOf(row));
        }
        if (info.naturalKey) CHECK(keys.size() == static_cast<qsizetype>(rows.size()));
    });
}

TEST_CASE("Numbers of students that must be unique are", "[demo]")
{
    QSet<QString> nis;
    QSet<QString> nisn;
    qsizetype withNisn = 0;
    const DemoPlan plan = planOf(6000);
    for (const Student& student : plan.students) {
        nis.insert(student.nis);
        if (!student.nisn) continue;
        nisn.insert(*student.nisn);
        ++withNisn;
    }
    CHECK(nis.size() == static_cast<qsizetype>(plan.students.size()));
    CHECK(nisn.size() == withNisn);
}

TEST_CASE("Pupils move up a grade each year and leave after the ninth", "[demo]")
{
    const DemoPlan& plan = standardPlan();
    QHash<AcademicYearId, int> startYear;
    for (const AcademicYear& year : plan.frame.years)
        startYear[year.id] = year.startYear;
    QHash<ClassGroupId, ClassGroup> classes;
    for (const ClassGroup& group : plan.classGroups)
        classes[group.id] = group;
    QHash<StudentId, QString> status;
    for (const Student& student : plan.students)
        status[student.id] = student.status;

    std::map<StudentId, std::map<int, int>> gradeInYear;
    std::map<ClassGroupId, int> classSize;
    for (const Enrolment& enrolment : plan.enrolments) {
        const ClassGroup& group = classes[enrolment.classGroup];
        const int year = startYear[group.academicYear];
        CHECK(gradeInYear[enrolment.student].emplace(year, group.gradeLevel.value()).second);
        ++classSize[group.id];
    }
    const int newest = plan.frame.years.back().startYear;
    for (const auto& [student, grades] : gradeInYear) {
        for (const auto& [year, grade] : grades) {
            CHECK(grade - grades.begin()->second == year - grades.begin()->first);
            CHECK(grade >= 7);
            CHECK(grade <= 9);
        }
        if (status[student] == u"active") CHECK(grades.contains(newest));
        if (status[student] == u"graduated") CHECK(grades.rbegin()->second == 9);
    }
    for (const auto& [group, size] : classSize) {
        CHECK(size >= 28);
        CHECK(size <= 40);
    }
}

TEST_CASE("Attendance fits the school's days and its report cards", "[demo]")
{
    const DemoPlan& plan = standardPlan();
    CHECK(plan.frame.terms.size() == 6);
    CHECK(plan.frame.terms.back().code == u"20261");
    CHECK(plan.frame.terms.back().state == u"open");
    std::map<TermId, std::size_t> days;
    for (std::size_t t = 0; t < plan.frame.terms.size(); ++t) {
        const std::vector<QDate>& taught = plan.frame.days[t];
        CAPTURE(plan.frame.terms[t].code, taught.size());
        CHECK(taught.size() > 70);
        CHECK(taught.size() < 115);
        CHECK(taught.back() <= aFriday);
        days[plan.frame.terms[t].id] = taught.size();
    }
    std::map<std::pair<StudentId, TermId>, int> missed;
    for (const AttendanceDay& absence : plan.absences) {
        CHECK(absence.day.dayOfWeek() < Qt::Saturday);
        for (const Term& term : plan.frame.terms) {
            if (term.startsOn <= absence.day && absence.day <= term.endsOn)
                ++missed[{absence.student, term.id}];
        }
    }
    for (const AttendanceTotal& total : plan.totals) {
        CHECK(total.effectiveDays == static_cast<int>(days[total.term]));
        CHECK(total.sick + total.excused + total.absent == missed[{total.student, total.term}]);
    }
}

TEST_CASE("Marks fall a term after attendance fell, which an early warning can find", "[demo]")
{
    const Figures figures = figuresOf(planOf(1500));
    int slipping = 0;
    int slippingFell = 0;
    int steady = 0;
    int steadyFell = 0;
    for (const auto& [key, now] : figures) {
        const auto next = figures.find({key.first, key.second + 1});
        if (next == figures.end() || now.present == 0.0) continue;
        const bool fell = next->second.average < now.average - 5.0;
        (now.present < 0.85 ? slipping : steady) += 1;
        if (fell) (now.present < 0.85 ? slippingFell : steadyFell) += 1;
    }
    CAPTURE(slipping, slippingFell, steady, steadyFell);
    CHECK(slipping > 200);
    CHECK(slippingFell > 0.3 * slipping);
    CHECK(steadyFell < 0.05 * steady);
}

TEST_CASE("All three levels of achievement occur often enough to learn from", "[demo]")
{
    int high = 0;
    int medium = 0;
    int low = 0;
    for (const auto& [key, term] : figuresOf(standardPlan())) {
        if (term.present == 0.0) continue;
        if (term.average >= 80.0 && term.present >= 0.80)
            ++high;
        else if (term.average >= 70.0 && term.present >= 0.75)
            ++medium;
        else
            ++low;
    }
    const double all = high + medium + low;
    CAPTURE(high, medium, low);
    CHECK(high > 0.2 * all);
    CHECK(medium > 0.35 * all);
    CHECK(low > 0.1 * all);
    CHECK(low < 0.35 * all);
}

TEST_CASE("Incomes are amounts and bands, and some are missing", "[demo]")
{
    const DemoPlan& plan = standardPlan();
    const auto amounts =
        std::count_if(plan.incomes.begin(), plan.incomes.end(), [](const GuardianIncome& income) {
            return income.amount.has_value();
        });
    const auto bands = static_cast<std::ptrdiff_t>(plan.incomes.size()) - amounts;
    CHECK(amounts > 100);
    CHECK(bands > 100);
    CHECK(20 * plan.incomes.size() < 19 * plan.guardians.size());
    CHECK(plan.studentGuardians.size() > plan.guardians.size()); // siblings
}

TEST_CASE("Early in a term the school still looks at the term before", "[demo]")
{
    CHECK(planOf(30, 1, QDate(2027, 7, 20)).frame.terms.back().code == u"20262");
    CHECK(planOf(30, 1, QDate(2027, 9, 20)).frame.terms.back().code == u"20271");
    CHECK(planOf(30, 1, QDate(2027, 1, 10)).frame.terms.back().code == u"20261");
}
