// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/RowScopes.h"

#include "core/people/PeopleActions.h"
#include "core/privacy/Disclosure.h"
#include "tests/accounts/TwoClasses.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::security;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

qint64 rowsOf(Store& store, const char* what)
{
    const auto count =
        store.connection().scalar(QStringLiteral("SELECT COUNT(*) FROM ") + QLatin1String(what));
    if (!count) FAIL(what << ": " << count.error().detail);
    return count->toLongLong();
}

} // namespace

TEST_CASE("Named queries give a teacher the students of own classes only", "[accounts]")
{
    TwoClasses school;
    school.signIn(Role::Teacher);
    const auto listed = people::listStudents(*school.store, {}, 0, 100);
    REQUIRE(listed.has_value());
    CHECK(listed->size() == 4);
    for (const people::StudentRow& row : *listed)
        CHECK(row.className == QStringLiteral("7A"));
    CHECK(*people::countStudents(*school.store, {}) == 4);
    CHECK_FALSE(
        people::studentOfNis(*school.store, school.students[Side::Other][0].nis)->has_value());
    CHECK(*people::listClassNames(*school.store) == QStringList{QStringLiteral("7A")});

    school.signOut();
    school.signIn(Role::Principal);
    CHECK(*people::countStudents(*school.store, {}) > 4);
}

TEST_CASE(
    "A teacher is not told what is sealed of a student, though the file is plain", "[accounts]")
{
    TwoClasses school;
    const StudentId own = school.students[Side::Own][0].id;
    school.signIn(Role::Teacher);
    CHECK(privacy::revealStudent(*school.store, own, "form").error().key == "access.denied");
    school.signOut();
    school.signIn(Role::Staff);
    CHECK(privacy::revealStudent(*school.store, own, "form").has_value());
}

TEST_CASE("The published names show what the person may see", "[accounts]")
{
    TwoClasses school;
    const auto counts = [&] {
        std::vector<qint64> all;
        for (const char* name : {"siswa", "nilai_raport", "presensi", "penghasilan_ortu"})
            all.push_back(rowsOf(*school.store, name));
        return all;
    };
    const std::vector<qint64> whole = counts();
    CHECK(whole == std::vector<qint64>{8, 2, 8, 2});
    school.signIn(Role::Teacher);
    CHECK(counts() == std::vector<qint64>{4, 1, 4, 0});
    school.signOut();
    school.signIn(Role::Staff);
    CHECK(counts() == std::vector<qint64>{8, 0, 8, 2});
    school.signOut();
    school.signIn(Role::Principal);
    CHECK(counts() == whole);
    school.signOut();
    CHECK(counts() == whole);
}

TEST_CASE("A mark is a teacher's own by class, subject and term", "[accounts]")
{
    TwoClasses school;
    const auto mark = [&](Side student, Side subject, const Term& term) {
        return FinalMark{
            .student = school.students[student][2].id,
            .subject = school.subjects[subject].id,
            .term = term.id,
            .mark = 75.0};
    };
    school.signIn(Role::Teacher);
    const auto allowed = [&](FinalMark row) {
        return school.store->save(row).has_value();
    };
    CHECK(allowed(mark(Side::Own, Side::Own, school.term)));
    CHECK_FALSE(allowed(mark(Side::Own, Side::Other, school.term)));
    CHECK_FALSE(allowed(mark(Side::Other, Side::Own, school.term)));
    // A row cannot be moved into reach either.
    FinalMark moved = mark(Side::Own, Side::Own, school.term);
    moved.id = FinalMarkId{school.stored.at({&entityInfo<FinalMark>(), Side::Other})};
    CHECK(school.store->save(moved).error().key == "access.denied");
}

TEST_CASE("A locked term takes corrections by an administrator with a reason only", "[accounts]")
{
    TwoClasses school;
    FinalMark mark{
        .student = school.students[Side::Own][0].id,
        .subject = school.subjects[Side::Other].id,
        .term = school.lockedTerm.id,
        .mark = 75.0};
    AttendanceDay day{
        .student = school.students[Side::Own][0].id,
        .day = school.lockedTerm.startsOn.addDays(3),
        .status = QStringLiteral("S")};
    school.signIn(Role::Teacher);
    CHECK(school.store->save(mark).error().key == "access.locked_term");
    CHECK(school.store->save(day).error().key == "access.locked_term");
    school.signOut();
    school.signIn(Role::Admin);
    CHECK(school.store->save(mark).error().key == "access.locked_term");
    school.store->setReason(QStringLiteral("forgotten"));
    CHECK(school.store->save(mark).has_value());
    school.lockedTerm.state = QStringLiteral("archived");
    REQUIRE(school.store->save(school.lockedTerm).has_value());
    school.store->setReason(QStringLiteral("forgotten"));
    mark.mark = 76.0;
    CHECK(school.store->save(mark).error().key == "access.locked_term");
}

TEST_CASE("A teacher reads nothing of specific personal data in a plain file", "[accounts]")
{
    TwoClasses school;
    Student student = school.students[Side::Own][0];
    student.nik = QStringLiteral("3273010101120001");
    REQUIRE(school.store->save(student).has_value());
    const auto nik = [&] {
        return (*school.store->find<Student>(student.id))->record.nik;
    };
    school.signIn(Role::Staff);
    CHECK(nik() == QStringLiteral("3273010101120001"));
    school.signOut();
    school.signIn(Role::Teacher);
    CHECK_FALSE(nik().has_value());
    CHECK(rowsOf(*school.store, "students WHERE nik IS NOT NULL OR nik_index IS NOT NULL") == 0);
}

TEST_CASE("A reason shown to a teacher does not tell of the parents' income", "[accounts]")
{
    TwoClasses school;
    Prediction prediction{
        .id = PredictionId{school.stored.at({&entityInfo<Prediction>(), Side::Own})},
        .student = school.students[Side::Own][0].id,
        .term = school.term.id,
        .target = QStringLiteral("next-term"),
        .modelVersion = ModelVersionId{school.stored.at({&entityInfo<ModelVersion>(), Side::Own})},
        .level = QStringLiteral("Rendah"),
        .reason = QStringLiteral(
            R"({"doubt":"","steps":[{"feature":"rata_rata","operator":"<=","threshold":70,"value":65},)"
            R"({"feature":"kategori_penghasilan","operator":"=","category":"Rendah"}],"support":9})")};
    REQUIRE(school.store->save(prediction).has_value());
    const auto reason = [&] {
        return (*school.store->find<Prediction>(prediction.id))->record.reason.toStdString();
    };
    school.signIn(Role::Principal);
    CHECK_THAT(reason(), ContainsSubstring("kategori_penghasilan"));
    school.signOut();
    school.signIn(Role::Teacher);
    CHECK_THAT(reason(), ContainsSubstring("rata_rata"));
    CHECK_THAT(reason(), ContainsSubstring("\"support\":9"));
    CHECK(reason().find("penghasilan") == std::string::npos);
}

TEST_CASE("The history shows a teacher what they did themselves", "[accounts]")
{
    TwoClasses school;
    FinalMark mark{
        .student = school.students[Side::Own][0].id,
        .subject = school.subjects[Side::Own].id,
        .term = school.term.id,
        .mark = 90.0};
    const QUuid id = school.stored.at({&entityInfo<FinalMark>(), Side::Own});
    school.signIn(Role::Teacher);
    CHECK(school.store->history(id)->empty());
    REQUIRE(school.store->save(mark).has_value());
    CHECK(school.store->history(id)->size() == 1);
    school.signOut();
    school.signIn(Role::Principal);
    CHECK(school.store->history(id)->size() == 2);
    school.signOut();
    school.signIn(Role::Staff);
    CHECK(school.store->history(id).error().key == "access.denied");
}
