// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/ClassActions.h"

#include "core/people/EnrolmentActions.h"
#include "core/school/SchoolActions.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::accounts;
using namespace edupro::tests;
using storage::Store;

TEST_CASE("A class has one homeroom teacher, another, or none", "[accounts][classes]")
{
    onEveryDialect([](Store& store) {
        const Term term = school::ensureTerm(store, QStringLiteral("20251")).value();
        const auto teacher = [&](const char* login, const char* name) {
            User user{
                .login = QString::fromLatin1(login),
                .name = QString::fromLatin1(name),
                .roles = QStringLiteral("teacher")};
            REQUIRE(store.save(user).has_value());
            return user.id;
        };
        const UserId sri = teacher("sri", "Sri");
        const UserId tono = teacher("tono", "Tono");
        const auto rows = [&] {
            return listClasses(store, term.academicYear, QDate(2025, 9, 1)).value();
        };
        ClassGroup group{.academicYear = term.academicYear, .name = QStringLiteral("10A")};
        group = saveClass(store, group, sri).value();
        REQUIRE(saveClass(
                    store,
                    ClassGroup{.academicYear = term.academicYear, .name = QStringLiteral("7A")},
                    std::nullopt)
                    .has_value());
        REQUIRE(rows().size() == 2);
        CHECK(rows()[0].name == QStringLiteral("7A")); // as people count
        CHECK_FALSE(rows()[0].teacher.has_value());
        CHECK(rows()[1].teacherName == QStringLiteral("Sri"));
        REQUIRE(saveClass(store, group, tono).has_value());
        CHECK(rows()[1].teacher == tono);
        REQUIRE(saveClass(store, group, std::nullopt).has_value());
        CHECK_FALSE(rows()[1].teacher.has_value());
        REQUIRE(saveClass(store, group, sri).has_value()); // a fact that was deleted comes back
        CHECK(rows()[1].teacher == sri);
    });
}

TEST_CASE("A class counts the students that are in it on the day", "[accounts][classes]")
{
    onEveryDialect([](Store& store) {
        const Term term = school::ensureTerm(store, QStringLiteral("20251")).value();
        const ClassGroup group =
            school::ensureClassGroup(store, term.academicYear, QStringLiteral("7A")).value();
        for (const char* nis : {"10001", "10002"}) {
            Student student = aStudent().withNis(nis);
            REQUIRE(store.save(student).has_value());
            Enrolment stay{
                .student = student.id, .classGroup = group.id, .startsOn = QDate(2025, 7, 1)};
            if (student.nis == u"10002") stay.endsOn = QDate(2025, 9, 30);
            REQUIRE(people::saveEnrolment(store, stay).has_value());
        }
        const auto on = [&](QDate day) {
            return listClasses(store, term.academicYear, day)->front().students;
        };
        CHECK(on(QDate(2025, 6, 30)) == 0);
        CHECK(on(QDate(2025, 9, 30)) == 2);
        CHECK(on(QDate(2025, 10, 1)) == 1);
    });
}
