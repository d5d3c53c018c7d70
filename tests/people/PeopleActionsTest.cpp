// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/PeopleActions.h"

#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::people;
using namespace edupro::tests;
using storage::Saved;
using storage::Store;

namespace {

Student add(Store& store, const char* name, const char* nis, const char* className = "")
{
    Student student = aStudent().named(name).withNis(nis);
    const auto saved = saveStudent(store, student, QString::fromUtf8(className));
    if (!saved) FAIL(saved.error().detail);
    return student;
}

QStringList found(Store& store, const StudentSearch& search)
{
    QStringList names;
    for (const StudentRow& row : listStudents(store, search, 0, 100).value())
        names.append(row.name);
    CHECK(countStudents(store, search).value() == names.size());
    return names;
}

} // namespace

TEST_CASE("Students are listed by name, whatever case and accents", "[people]")
{
    onEveryDialect([](Store& store) {
        add(store, "budi", "10003");
        add(store, "Ömer", "10001");
        add(store, "Ani", "10004");
        add(store, "Nur'aini", "10002");
        CHECK(found(store, {}).join(u',') == QString::fromUtf8("Ani,budi,Nur'aini,Ömer"));
        CHECK(
            found(store, {.order = StudentOrder::Nis}).join(u',') ==
            QString::fromUtf8("Ömer,Nur'aini,budi,Ani"));
        const auto window = listStudents(store, {}, 1, 2).value();
        REQUIRE(window.size() == 2);
        CHECK(window[0].name == QStringLiteral("budi"));
    });
}

TEST_CASE("A search looks into name and NIS and takes no character for a wildcard", "[people]")
{
    onEveryDialect([](Store& store) {
        add(store, "Budi Santoso", "10001");
        add(store, "Siti Nur'aini", "10002");
        add(store, "100% Ani", "99/77");
        CHECK(found(store, {.text = QStringLiteral("BUDI san")}).size() == 1);
        CHECK(
            found(store, {.text = QStringLiteral("nuraini")}) ==
            QStringList{QStringLiteral("Siti Nur'aini")});
        CHECK(found(store, {.text = QStringLiteral("10002")}).size() == 1);
        CHECK(found(store, {.text = QStringLiteral("99/7")}).size() == 1);
        CHECK(
            found(store, {.text = QStringLiteral("%")}).size() == 3); // nothing left to search for
        CHECK(found(store, {.text = QStringLiteral("_udi")}).size() == 1);
        CHECK(found(store, {.text = QStringLiteral("zzz")}).isEmpty());
        CHECK(found(store, {.text = QStringLiteral("x' OR '1'='1")}).isEmpty());
    });
}

TEST_CASE("A student has one class a year, and a move keeps where they were", "[people]")
{
    onEveryDialect([](Store& store) {
        const Student ani = add(store, "Ani", "10001", "7A");
        CHECK(found(store, {.className = QStringLiteral("7A")}).size() == 1);
        CHECK(
            enrol(store, ani.id, QStringLiteral("7A"), store.today()).value() == Saved::Unchanged);
        CHECK(enrol(store, ani.id, QStringLiteral("7B"), store.today()).value() == Saved::Added);
        CHECK(found(store, {.className = QStringLiteral("7A")}).isEmpty());
        CHECK(found(store, {.className = QStringLiteral("7B")}).size() == 1);
        const auto all = store.list<Enrolment>().value();
        REQUIRE(all.size() == 2);
        const auto left = std::find_if(
            all.begin(), all.end(), [](const Enrolment& e) { return e.endsOn.has_value(); });
        REQUIRE(left != all.end());
        CHECK(*left->endsOn == store.today().addDays(-1));
        CHECK(
            enrol(store, ani.id, QStringLiteral("8B"), QDate(2026, 7, 13)).value() == Saved::Added);
        CHECK(lastEnrolment(store, ani.id).value()->className == QStringLiteral("8B"));
    });
}

TEST_CASE("A refused student leaves no class behind", "[people]")
{
    onEveryDialect([](Store& store) {
        add(store, "Ani", "10001", "7A");
        Student twin = aStudent().named("Twin").withNis("10001");
        CHECK_FALSE(saveStudent(store, twin, QStringLiteral("9Z")).has_value());
        CHECK(twin.id.isNull());
        CHECK(store.count(entityInfo<ClassGroup>()).value() == 1);
    });
}

TEST_CASE("The place of a student is the row at which the list shows them", "[people]")
{
    onEveryDialect([](Store& store) {
        const Student budi = add(store, "budi", "10003", "7A");
        const Student omer = add(store, "Ömer", "10001", "10B");
        const Student ani = add(store, "Ani", "10004", "7A");
        CHECK(placeOf(store, {}, ani.id).value() == 0);
        CHECK(placeOf(store, {}, omer.id).value() == 2);
        CHECK(placeOf(store, {.order = StudentOrder::Nis}, ani.id).value() == 2);
        CHECK(placeOf(store, {.className = QStringLiteral("7A")}, budi.id).value() == 1);
        CHECK_FALSE(placeOf(store, {.className = QStringLiteral("7A")}, omer.id).value());
        CHECK_FALSE(placeOf(store, {.text = QStringLiteral("ani")}, budi.id).value());
    });
}

TEST_CASE("Class names are listed once each, as people count", "[people]")
{
    onEveryDialect([](Store& store) {
        for (const auto& [nis, name] :
             {std::pair("10001", "10A"), {"10002", "7B"}, {"10003", "7B"}})
            add(store, "Ani", nis, name);
        CHECK(listClassNames(store).value().join(u',') == QStringLiteral("7B,10A"));
    });
}

TEST_CASE("A class name that is refused is not blamed on the student's name", "[people]")
{
    onEveryDialect([](Store& store) {
        Student student = aStudent();
        const auto saved = saveStudent(store, student, QStringLiteral("much too long a class"));
        REQUIRE_FALSE(saved);
        REQUIRE(saved.error().issues.size() == 1);
        CHECK(saved.error().issues[0].field == "class");
        CHECK(countStudents(store, {}).value() == 0);
    });
}
