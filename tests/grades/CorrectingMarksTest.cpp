// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of signed-in people: teachers enter their own, administrators correct with a reason.
#include "core/grades/MarkActions.h"
#include "tests/accounts/TwoClasses.h"
#include "tests/grades/MarkedClass.h"

using namespace edupro;
using namespace edupro::grades;
using namespace edupro::tests;
using security::Role;

namespace {

ClassTerm placeOf(const TwoClasses& school, Side side)
{
    return {.classGroup = school.classGroups.at(side).id, .term = school.term};
}

std::string saveFinal(TwoClasses& school, Side side, double mark, const QString& reason = {})
{
    return MarkedClass::first(saveFinalMarks(
        *school.store,
        placeOf(school, side),
        {{school.students.at(side)[0].id, school.subjects.at(side).id, mark}},
        reason));
}

std::string saveTest(TwoClasses& school, Side side, double mark, const QString& reason = {})
{
    const AssessmentId test{school.stored.at({&entityInfo<Assessment>(), side})};
    return MarkedClass::first(saveMarks(
        *school.store,
        placeOf(school, side),
        school.subjects.at(side).id,
        {{school.students.at(side)[0].id, test, MarkEntry::Part::First, mark}},
        reason));
}

} // namespace

TEST_CASE("A teacher enters marks of the own class and subject only", "[grades][accounts]")
{
    TwoClasses school;
    school.signIn(Role::Teacher);
    CHECK(saveFinal(school, Side::Own, 91).empty());
    CHECK(saveTest(school, Side::Own, 92).empty());
    CHECK_FALSE(saveFinal(school, Side::Other, 91).empty());
    CHECK_FALSE(saveTest(school, Side::Other, 92).empty());
    school.signOut();
    const auto marks = school.store->list<FinalMark>().value();
    CHECK(std::count_if(marks.begin(), marks.end(), [](const FinalMark& mark) {
              return mark.mark == 91;
          }) == 1);
}

TEST_CASE("An administrator corrects marks with a reason", "[grades][accounts]")
{
    TwoClasses school;
    school.signIn(Role::Admin);
    CHECK(saveFinal(school, Side::Own, 91) == "access.reason");
    CHECK(saveTest(school, Side::Own, 92) == "access.reason"); // the final mark would follow
    CHECK(saveFinal(school, Side::Own, 91, "Salah ketik").empty());
    CHECK(saveTest(school, Side::Own, 92, "Salah ketik").empty());
}

TEST_CASE("Staff and the principal change no marks", "[grades][accounts]")
{
    const Role role = GENERATE(Role::Staff, Role::Principal);
    TwoClasses school;
    school.signIn(role);
    CHECK(saveFinal(school, Side::Own, 91, "Salah ketik") == "access.denied");
    CHECK(saveTest(school, Side::Own, 92, "Salah ketik") == "access.denied");
}
