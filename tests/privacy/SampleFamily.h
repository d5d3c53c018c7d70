// SPDX-License-Identifier: GPL-3.0-or-later
// A school with two siblings of one mother, and a third student, in every table
// that knows students.
#pragma once

#include "core/achievements/Achievement.h"
#include "core/attendance/AttendanceDay.h"
#include "core/grades/FinalMark.h"
#include "core/income/GuardianIncome.h"
#include "core/people/Enrolment.h"
#include "core/people/Guardian.h"
#include "core/privacy/Consent.h"
#include "core/privacy/PrivacyActions.h"
#include "core/school/SchoolActions.h"
#include "core/storage/Store.h"
#include "tests/support/Catch.h"

namespace edupro::tests {

/// Values that stand nowhere else; `only` are of the student who is erased,
/// `shared` of the mother, who has another child here.
struct FamilyCanaries {
    QStringList only{
        QStringLiteral("Qwzxana Canaria"),
        QStringLiteral("kanari-7731"),
        QStringLiteral("0137731984"),
        QStringLiteral("2013-08-17"),
        QStringLiteral("Jalan Kanari Kuning 77"),
        QStringLiteral("3273015708130077"),
        QStringLiteral("3273010101010077"),
        QStringLiteral("Asma kanari"),
        QStringLiteral("Bapak Qwzxano"),
        QStringLiteral("081277317731"),
        QStringLiteral("3273010101800077"),
        QStringLiteral("Juara menyanyi kanari"),
        QStringLiteral("Ibu Qwzxani"),
        QStringLiteral("Mohon nama Qwzxanakan")};
    QStringList shared{QStringLiteral("Ibu Bersama")};
};

struct Family {
    Student child;
    Student sibling;
    Student other;
    Guardian father;
    Guardian mother;
};

template<class T>
T stored(storage::Store& store, T record)
{
    const auto saved = store.save(record);
    if (!saved) FAIL(saved.error().detail);
    return record;
}

inline Family aFamily(storage::Store& store)
{
    const FamilyCanaries canary;
    Family family;
    family.child = stored(
        store,
        Student{
            .nis = canary.only[1],
            .name = canary.only[0],
            .nisn = canary.only[2],
            .gender = QStringLiteral("P"),
            .birthDate = QDate::fromString(canary.only[3], Qt::ISODate),
            .address = canary.only[4],
            .nik = canary.only[5],
            .familyCardNumber = canary.only[6],
            .healthNotes = canary.only[7],
            .status = QStringLiteral("left")});
    family.sibling = stored(
        store, Student{.nis = QStringLiteral("10002"), .name = QStringLiteral("Adik Contoh")});
    family.other = stored(
        store, Student{.nis = QStringLiteral("10003"), .name = QStringLiteral("Budi Contoh")});
    family.father = stored(
        store, Guardian{.name = canary.only[8], .phone = canary.only[9], .nik = canary.only[10]});
    family.mother = stored(store, Guardian{.name = canary.shared[0]});
    const auto link = [&](const Student& student, const Guardian& guardian, const char* relation) {
        stored(
            store,
            StudentGuardian{
                .student = student.id,
                .guardian = guardian.id,
                .relation = QString::fromLatin1(relation)});
    };
    link(family.child, family.father, "father");
    link(family.child, family.mother, "mother");
    link(family.sibling, family.mother, "mother");
    stored(
        store,
        GuardianIncome{
            .guardian = family.father.id, .since = QDate(2025, 7, 1), .amount = 2'500'000});
    const auto term = school::ensureTerm(store, QStringLiteral("20251"));
    REQUIRE(term.has_value());
    const auto group = school::ensureClassGroup(store, term->academicYear, QStringLiteral("7A"));
    REQUIRE(group.has_value());
    const auto subject = school::ensureSubject(store, QStringLiteral("IPA"));
    REQUIRE(subject.has_value());
    for (const Student* student : {&family.child, &family.other}) {
        stored(
            store,
            Enrolment{
                .student = student->id, .classGroup = group->id, .startsOn = QDate(2025, 7, 1)});
        stored(
            store,
            FinalMark{
                .student = student->id, .subject = subject->id, .term = term->id, .mark = 81.5});
    }
    stored(
        store,
        AttendanceDay{
            .student = family.child.id, .day = QDate(2025, 8, 4), .status = QStringLiteral("S")});
    stored(
        store,
        Achievement{
            .student = family.child.id,
            .title = canary.only[11],
            .level = QStringLiteral("school"),
            .achievedOn = QDate(2025, 9, 1)});
    stored(
        store,
        Consent{
            .student = family.child.id,
            .purpose = QStringLiteral("publication"),
            .state = QStringLiteral("given"),
            .since = QDate(2025, 7, 1),
            .statedBy = canary.only[12]});
    REQUIRE(privacy::receiveRequest(
                store,
                {.student = family.child.id,
                 .kind = QStringLiteral("correction"),
                 .requester = canary.only[12],
                 .wish = canary.only[13]})
                .has_value());
    // An earlier name, in the history only.
    family.child.name = QStringLiteral("Qwzxana Canaria Lama");
    stored(store, family.child);
    family.child.name = canary.only[0];
    stored(store, family.child);
    return family;
}

} // namespace edupro::tests
